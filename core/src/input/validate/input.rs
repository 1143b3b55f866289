//! The part of a request that a validated value was read from.

/// The part of a request that a value was read from, which decides how the places of its members
/// are named: by JSON Pointers, or by the names of parameters. An extractor of your own states it
/// as [`Extracted::INPUT`].
///
/// ```
/// use manila::validate::{Extracted, Input};
///
/// struct Cookie<T>(T);
///
/// impl<T> Extracted for Cookie<T> {
///     type Value = T;
///     const INPUT: Input = Input::Parameters;
///
///     fn value(&self) -> &T {
///         &self.0
///     }
/// }
///
/// assert_eq!(<Cookie<u8>>::INPUT, Input::Parameters);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Input {
    /// The body: a place is a JSON Pointer.
    Body,
    /// The query, or the parameters of the path: a place is the name of a parameter.
    Parameters,
}

/// An extractor's value, for what checks it once it has been read.
///
/// The adapters' extractors implement it. For one of your own it takes three lines:
///
/// ```
/// use manila::validate::{Extracted, Input};
///
/// struct MessagePack<T>(T);
///
/// impl<T> Extracted for MessagePack<T> {
///     type Value = T;
///     const INPUT: Input = Input::Body;
///
///     fn value(&self) -> &T {
///         &self.0
///     }
/// }
///
/// assert_eq!(MessagePack(7).value(), &7);
/// ```
pub trait Extracted {
    /// The type of the value that was read.
    type Value;

    /// The part of the request that it was read from.
    const INPUT: Input;

    /// The part that it reads with GET and HEAD, whose bodies mean nothing (RFC 9110 §9.3.1): a form
    /// may then be the query.
    const INPUT_OF_GET: Input = Self::INPUT;

    /// Returns the value that was read.
    fn value(&self) -> &Self::Value;
}
