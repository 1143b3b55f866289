//! What a fault and its service say of the header.

use std::borrow::Cow;

use manila::adapter::ResponseHeader;

use super::error::ExpectedCode;
use super::fault::seconds;
use super::fields::{ExpectedHeader, Fields};
use crate::fault::{FaultCase, HeaderName, HeaderValue, RetryCase};
use crate::settings::Settings;

impl ResponseHeader for Fields {
    fn has(&self, name: &'static str) -> bool {
        self.first(name).is_some()
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.put(&name, value.into_owned());
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.add(&name, value.into_owned());
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        self.0.retain(|(name, _)| keep(name));
    }

    fn any(&self, name: &'static str, is: &dyn Fn(&str) -> bool) -> bool {
        self.all(name)
            .filter_map(|value| str::from_utf8(value).ok())
            .any(is)
    }
}

/// Adds the fields of a fault's envelope to what is kept of the response that it replaces, all but
/// the length and the id.
pub(crate) fn add_fields(
    fields: &mut Fields,
    fault: &FaultCase,
    code: &ExpectedCode,
    settings: &Settings,
) {
    let set = fault.headers.iter();
    let header = ExpectedHeader {
        set: set
            .map(|(HeaderName(name), HeaderValue(value))| (name.as_str(), value.as_str()))
            .collect(),
        retry_after: match fault.retry {
            Some(RetryCase::After(after)) => Some(seconds(after).to_string()),
            Some(RetryCase::At(moment)) if is_reached(moment) => Some(IMF_FIXDATE.to_owned()),
            _ => None,
        },
        challenge: settings.challenge(),
        id_header: settings.id_header(),
    };
    header.add_to(fields, code);
}

/// Adds the fields of a gRPC status, all but the status, its message and the id.
pub(crate) fn add_metadata(fields: &mut Fields, fault: &FaultCase, code: &ExpectedCode) {
    fields.put("cache-control", "no-store");
    fields.put("x-error-code", code.text());
    if let Some(RetryCase::After(after)) = fault.retry {
        let millis = after.as_millis().min(i32::MAX.unsigned_abs().into());
        fields.put("grpc-retry-pushback-ms", millis.to_string());
    }
}

/// Stands for any date as RFC 9110 §5.6.7 has servers write it.
pub(crate) const IMF_FIXDATE: &str = "a date";

/// Whether the system's clock knows the moment.
fn is_reached(moment: i64) -> bool {
    let distance = std::time::Duration::from_secs(moment.unsigned_abs());
    let epoch = std::time::SystemTime::UNIX_EPOCH;
    if moment < 0 {
        epoch.checked_sub(distance).is_some()
    } else {
        epoch.checked_add(distance).is_some()
    }
}

/// Whether the value is such a date: `Sun, 06 Nov 1994 08:49:37 GMT`.
pub(crate) fn is_imf_fixdate(value: &[u8]) -> bool {
    const FORM: &[u8] = b"Aaa, 00 Aaa 0000 00:00:00 GMT";
    value.len() == FORM.len()
        && value.iter().zip(FORM).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            b'A' => byte.is_ascii_uppercase(),
            b'a' => byte.is_ascii_lowercase(),
            form => byte == form,
        })
}
