//! An error as core has written it, and what takes its place where it does not fit the limit.

use std::collections::BTreeMap;

use manila::RequestId;
use serde_json::json;
use serde_json::value::{RawValue, Value};

use crate::head::Head;
use crate::view::MEDIA_TYPE;

pub(crate) struct Written {
    pub(crate) json: Box<RawValue>,
    pub(crate) status: u16,
    pub(crate) code: String,
    pub(crate) id: RequestId,
}

impl Written {
    /// `stand_in` makes the same shape of the least that can be said.
    pub(crate) fn of(
        head: Head,
        body: &[u8],
        id: RequestId,
        stand_in: fn(&Least) -> Value,
    ) -> Self {
        let own = (head.media_type == MEDIA_TYPE)
            .then(|| serde_json::from_slice::<Box<RawValue>>(body).ok())
            .flatten();
        let json = own.unwrap_or_else(|| {
            let value = stand_in(&Least::read(body, &head, &id));
            serde_json::value::to_raw_value(&value).unwrap_or_default()
        });
        Self {
            json,
            status: head.status,
            code: head.code,
            id,
        }
    }
}

/// What is left of an error whose envelope does not fit the limit of the service: the default style
/// has written what does.
pub(crate) struct Least {
    code: Value,
    status: u16,
    message: String,
    id: RequestId,
}

impl Least {
    fn read(body: &[u8], head: &Head, id: &RequestId) -> Self {
        let body: BTreeMap<String, Value> = serde_json::from_slice(body).unwrap_or_default();
        let error = body.get("error");
        let member = |name| error.and_then(|error| error.get(name)).cloned();
        Self {
            code: member("code").unwrap_or_else(|| head.code.as_str().into()),
            status: head.status,
            message: member("message")
                .and_then(|it| it.as_str().map(str::to_owned))
                .unwrap_or_default(),
            id: id.clone(),
        }
    }

    fn view(&self) -> Value {
        json!({
            "code": self.code,
            "status": self.status,
            "message": self.message,
            "request_id": self.id.as_str(),
        })
    }

    pub(crate) fn tool_result(&self) -> Value {
        let code = match &self.code {
            Value::String(name) => name.clone(),
            other => other.to_string(),
        };
        let text = format!(
            "{code} ({}): {}\n\nRequest id: {}",
            self.status, self.message, self.id
        );
        json!({
            "content": [{ "type": "text", "text": text }],
            "structuredContent": self.view(),
            "isError": true,
        })
    }

    pub(crate) fn rpc_error(&self) -> Value {
        let mut error = json!({ "message": self.message, "data": self.view() });
        if let Some(number) = self.code.as_i64().filter(|number| *number < 0) {
            error["number"] = number.into();
        }
        error
    }
}
