//! The names that members have on the wire.
//!
//! A validator names the place of a refused value by the fields of Rust. A client knows the names
//! that `serde` reads, and [`FieldNames`](macro@crate::FieldNames) leads from the one to the other.
//!
//! ```
//! use manila::FieldNames;
//!
//! #[derive(serde::Deserialize, FieldNames)]
//! #[serde(rename_all = "camelCase")]
//! struct Signup {
//!     first_names: Vec<String>,
//!     #[serde(rename = "mail")]
//!     email_address: String,
//!     #[field_names(nested)]
//!     billing_address: Address,
//! }
//!
//! #[derive(serde::Deserialize, FieldNames)]
//! struct Address {
//!     r#type: String,
//! }
//!
//! let pointer = |path: &[&str]| Signup::NAMES.pointer(path.iter().copied()).to_string();
//! assert_eq!(pointer(&["first_names", "0"]), "/firstNames/0");
//! assert_eq!(pointer(&["email_address"]), "/mail");
//! assert_eq!(pointer(&["billing_address", "type"]), "/billingAddress/type");
//! ```

mod implementations;
mod locate;
mod names;

#[cfg(any(feature = "garde-023", feature = "validator-021"))]
pub(crate) use self::locate::{Component, Located, Rank, Token};
pub use self::names::{Field, FieldNames, Names};
