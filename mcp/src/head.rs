//! The head of an error as core writes it: of what HTTP has, MCP keeps status, code and id.

use std::borrow::Cow;

use manila::RequestId;
use manila::adapter::{Carrier, ResponseHeader, WriteResponse};

#[derive(Debug, Default)]
pub(crate) struct Head {
    pub(crate) status: u16,
    pub(crate) code: String,
    pub(crate) media_type: String,
}

impl ResponseHeader for Head {
    fn has(&self, _name: &'static str) -> bool {
        false
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        match &*name {
            "x-error-code" => self.code = value.into_owned(),
            "content-type" => self.media_type = value.into_owned(),
            _ => {}
        }
    }

    fn append(&mut self, _name: Cow<'static, str>, _value: Cow<'static, str>) {}

    fn retain(&mut self, _keep: &dyn Fn(&str) -> bool) {}
}

impl WriteResponse for Head {
    type Id = RequestId;
    type Head = ();

    fn status(&self) -> u16 {
        self.status
    }

    fn set_status(&mut self, status: u16) {
        self.status = status;
    }

    fn ensure_id(&mut self, id: RequestId) -> RequestId {
        id
    }

    fn set_carrier(&mut self, _carrier: Carrier) {}
}
