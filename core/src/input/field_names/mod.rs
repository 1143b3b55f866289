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
pub use self::names::{Field, Names};

/// A type that knows the names of its members on the wire.
///
/// Structs [derive](macro@crate::FieldNames) it. Only a field whose own members are validated as
/// well has to be of a type that implements it; lists, maps and pointers of the standard library
/// do. [`Names`] has an implementation by hand.
///
/// ```
/// use manila::FieldNames;
///
/// #[derive(serde::Deserialize, FieldNames)]
/// #[serde(rename_all = "camelCase")]
/// struct Seat {
///     user_name: String,
/// }
///
/// let seats = <Vec<Seat>>::NAMES;
/// assert_eq!(seats.pointer(["2", "user_name"]).as_str(), "/2/userName");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement `FieldNames`",
    label = "not known what its members are called on the wire",
    note = "write `#[derive(manila::FieldNames)]` on the struct"
)]
pub trait FieldNames {
    /// The names of the members.
    const NAMES: Names;
}
