//! What makes the responses.

use manila::adapter::{CarriedBody, Carrier};
use manila::{Condition, Success};

use super::body::AnyBody;
use super::case::Source;
use super::made::Made;
use crate::expected::Fields;
use crate::fault::FaultCase;

/// What only the client of a refusal may read, and only while the refusal stands.
pub(super) const DETAIL: &str = "shown-detail";

/// What only the log may be told.
const CAUSE: &str = "canary-cause";

/// The data of the success.
pub(super) const DATA: &str = r#"{"card":"shown-data"}"#;

/// The body that the success has where no layer wraps it.
pub(super) const DEFAULT: &str = r#"{"ok":true,"data":{"card":"shown-data"}}"#;

/// The text of foreign code.
pub(super) const FOREIGN: &str = "words of foreign code";

/// The fault, as an input of the other properties describes it.
pub(super) fn fault(condition: Condition) -> FaultCase {
    FaultCase::of_condition(condition).with_text("project", DETAIL)
}

impl Source {
    pub(super) fn make(&self) -> Made {
        match self {
            Self::Fault(condition) => {
                let fault = fault(*condition).build().because_text(CAUSE);
                let status = fault.http_status();
                let (carrier, body) = Carrier::fault(fault);
                Self::made(
                    status,
                    "application/json",
                    Some(carrier),
                    AnyBody::new(CarriedBody::from(body)),
                )
            }
            Self::Success => {
                let data: serde_json::Value = serde_json::from_str(DATA).expect("an object");
                let success = Success::new(&data).expect("it serializes");
                let (carrier, body) = Carrier::success(success);
                Self::made(
                    200,
                    "application/json",
                    Some(carrier),
                    AnyBody::new(CarriedBody::from(body)),
                )
            }
            Self::Foreign { status, media_type } => {
                Self::made(*status, media_type, None, AnyBody::whole(FOREIGN))
            }
        }
    }

    fn made(
        status: u16,
        media_type: &'static str,
        carrier: Option<Carrier>,
        body: AnyBody,
    ) -> Made {
        let mut fields = Fields::default();
        fields.add("content-type", media_type);
        Made {
            status,
            fields,
            carrier,
            has_phrase: false,
            is_old_version: false,
            body,
        }
    }
}
