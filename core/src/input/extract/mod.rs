//! From the bytes of a request to values, and the faults of those that cannot be read.
//!
//! Adapters build their extractors on this: every failure is a [`Fault`] of the condition that
//! fits, with the place where the client finds the mistake. No failure repeats the input or names a
//! type of Rust's.
//!
//! The functions that end in `_error` are for a framework's own extractors, which have read the
//! input already and give an error of their own.
//!
//! [`Fault`]: crate::Fault
//!
//! ```
//! use manila::Envelopes;
//!
//! #[derive(Debug, serde::Deserialize)]
//! #[serde(rename_all = "camelCase")]
//! struct Signup {
//!     first_names: Vec<String>,
//! }
//!
//! let fault = manila::extract::json::<Signup>(br#"{"firstNames":["Ada",1]}"#).unwrap_err();
//! let rendered = Envelopes::ok_error().render(&fault, None);
//! assert_eq!(rendered.status(), 422);
//! assert!(rendered.body().ends_with(
//!     br#"{"errors":[{"code":"unprocessable_content","message":"Must be a string.","pointer":"/firstNames/1","details":{"expected":"string"}}]}}}"#,
//! ));
//! ```

mod body;
mod coding;
mod content_type;
mod error;
mod issue;
mod json;
#[cfg(feature = "json-all")]
mod json_all;
mod mark;
mod nodes;
mod pairs;
mod path;
mod place;
mod range;
mod sent_body;
mod sentence;
mod strict;
mod subject;
mod text;
mod trace;
mod write;

#[cfg(any(feature = "garde-023", feature = "validator-021"))]
pub(crate) use self::issue::{MISSING_MEMBER, MISSING_PARAMETER, REFUSED};
#[cfg(feature = "json-all")]
pub use self::json_all::json_all;
pub use self::{
    body::{body_error, too_large, unreadable, upload_error},
    coding::expect_no_coding,
    content_type::{MediaType, expect_content_type},
    json::{json, json_error},
    nodes::{MAX_NODES, expect_nodes},
    pairs::{form, form_error, query, query_error},
    path::{path, path_error, unreadable_path},
    sent_body::{KeepBody, SentBody},
    write::{to_form, to_json},
};
