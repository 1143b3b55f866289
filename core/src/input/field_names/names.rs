//! The names of a type's members, in Rust and on the wire, as constants.
//!
//! They follow what `serde` reads: the derive writes them from its attributes. Nothing is looked up
//! until a rule is broken.

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

/// The names of a type's members. [`FieldNames`](macro@crate::FieldNames) writes them; for a type
/// that cannot derive it they can be written by hand:
///
/// ```
/// use manila::FieldNames;
/// use manila::field_names::{Field, Names};
///
/// /// Reads itself from `{"lat":…,"lon":…}`.
/// struct Place { latitude: f64, longitude: f64 }
///
/// impl FieldNames for Place {
///     const NAMES: Names = Names::members(&[
///         Field::member("latitude", "lat"),
///         Field::member("longitude", "lon"),
///     ]);
/// }
///
/// assert_eq!(Place::NAMES.pointer(["longitude"]).as_str(), "/lon");
/// assert_eq!(<Vec<Place>>::NAMES.pointer(["2", "latitude"]).as_str(), "/2/lat");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Names(pub(super) Shape);

/// The way in which a validator's path goes on inside a value. The names of other types are
/// returned by a function, as a type may contain itself.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// By the name of a field.
    Members(&'static [Field]),
    /// By the place of an element, which is its place on the wire.
    Elements(fn() -> Names),
    /// By the place of an element, which the wire does not know.
    Unordered,
    /// By a key, which is the name on the wire.
    Keyed(fn() -> Names),
    /// The validator takes the value for that of its one field.
    Through(Field),
}

/// The name of a field in Rust, and its place on the wire.
///
/// ```
/// use manila::FieldNames;
/// use manila::field_names::{Field, Names};
///
/// struct Page { limit: u8 }
///
/// impl FieldNames for Page {
///     const NAMES: Names = Names::members(&[Field::member("limit", "page-limit")]);
/// }
///
/// /// `{"query":…,"page-limit":…}`
/// struct Search { text: String, page: Page, cached: bool }
///
/// impl FieldNames for Search {
///     const NAMES: Names = Names::members(&[
///         Field::member("text", "query"),
///         Field::inline("page").nested::<Page>(),
///         Field::absent("cached"),
///     ]);
/// }
///
/// let pointer = |path: &[&str]| Search::NAMES.pointer(path.iter().copied()).to_string();
/// assert_eq!(pointer(&["text"]), "/query");
/// assert_eq!(pointer(&["page", "limit"]), "/page-limit");
/// assert_eq!(pointer(&["cached"]), "");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub(super) name: &'static str,
    pub(super) wire: Wire,
    /// The other names of a member on the wire.
    pub(super) aliases: &'static [&'static str],
    /// The names of the members of the field's own value.
    pub(super) names: Option<fn() -> Names>,
}

/// The place of a field on the wire, seen from its struct.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wire {
    Member(&'static str),
    Element(usize),
    /// The value's place is that of the struct.
    Inline,
    /// The client cannot send it.
    Absent,
}

impl Names {
    /// Creates the names of an object, or of an array that has a field for each element.
    #[must_use]
    pub const fn members(fields: &'static [Field]) -> Self {
        Self(Shape::Members(fields))
    }

    /// Creates the names of an array, whose elements are all of one type.
    ///
    /// ```
    /// use manila::FieldNames;
    /// use manila::field_names::Names;
    ///
    /// #[derive(serde::Deserialize, FieldNames)]
    /// struct Seat {
    ///     #[serde(rename = "user")]
    ///     user_name: String,
    /// }
    ///
    /// /// A list with a bound, of a crate that does not know Manila.
    /// struct AtMost<const N: usize, T>(Vec<T>);
    ///
    /// impl<const N: usize, T: FieldNames> FieldNames for AtMost<N, T> {
    ///     const NAMES: Names = Names::elements::<T>();
    /// }
    ///
    /// assert_eq!(AtMost::<5, Seat>::NAMES.pointer(["2", "user_name"]).as_str(), "/2/user");
    /// ```
    #[must_use]
    pub const fn elements<T: FieldNames + ?Sized>() -> Self {
        Self(Shape::Elements(names_of::<T>))
    }

    /// Creates the names of an array whose elements lose their places when they are read, as in a
    /// set: the pointer ends at the array.
    ///
    /// ```
    /// use std::collections::HashSet;
    /// use manila::FieldNames;
    ///
    /// assert_eq!(<HashSet<String>>::NAMES.pointer(["2"]).as_str(), "");
    /// ```
    #[must_use]
    pub const fn unordered() -> Self {
        Self(Shape::Unordered)
    }

    /// Creates the names of an object whose members are all of one type, as a map. Their keys are
    /// the client's own, and are kept as they are.
    ///
    /// ```
    /// use std::collections::HashMap;
    /// use manila::FieldNames;
    ///
    /// #[derive(serde::Deserialize, FieldNames)]
    /// #[serde(rename_all = "camelCase")]
    /// struct Quota { per_day: u32 }
    ///
    /// let names = <HashMap<String, Quota>>::NAMES;
    /// assert_eq!(names.pointer(["eu-west-1", "per_day"]).as_str(), "/eu-west-1/perDay");
    /// ```
    #[must_use]
    pub const fn keyed<T: FieldNames + ?Sized>() -> Self {
        Self(Shape::Keyed(names_of::<T>))
    }

    /// Creates the names of a struct whose one field the validator does not put on the path, as
    /// garde's `transparent`.
    #[must_use]
    pub const fn through(field: Field) -> Self {
        Self(Shape::Through(field))
    }
}

impl Field {
    /// Creates a member of an object: the field's name, and the name on the wire.
    #[must_use]
    pub const fn member(name: &'static str, on_wire: &'static str) -> Self {
        Self::new(name, Wire::Member(on_wire))
    }

    /// Creates an element of an array: the field's name, and the index on the wire, from 0.
    #[must_use]
    pub const fn element(name: &'static str, index: usize) -> Self {
        Self::new(name, Wire::Element(index))
    }

    /// Creates a field whose value has the place of the struct, as with `serde`'s `flatten`, or in
    /// a newtype.
    #[must_use]
    pub const fn inline(name: &'static str) -> Self {
        Self::new(name, Wire::Inline)
    }

    /// Creates a field that is not read from the wire, so that a pointer ends at its struct.
    #[must_use]
    pub const fn absent(name: &'static str) -> Self {
        Self::new(name, Wire::Absent)
    }

    /// Sets the other names that a member may be sent by, as `serde`'s `alias`. A place has the one that
    /// was sent, where the document is at hand, and else the main one.
    ///
    /// ```
    /// use manila::field_names::{Field, Names};
    ///
    /// const NAMES: Names =
    ///     Names::members(&[Field::member("email", "email").with_aliases(&["mail", "e-mail"])]);
    /// assert_eq!(NAMES.pointer(["email"]).as_str(), "/email");
    /// ```
    #[must_use]
    pub const fn with_aliases(mut self, names: &'static [&'static str]) -> Self {
        self.aliases = names;
        self
    }

    /// Adds the names of the members of the field's own value, for a path that goes on in it.
    #[must_use]
    pub const fn nested<T: FieldNames + ?Sized>(mut self) -> Self {
        self.names = Some(names_of::<T>);
        self
    }

    const fn new(name: &'static str, wire: Wire) -> Self {
        Self {
            name,
            wire,
            aliases: &[],
            names: None,
        }
    }
}

fn names_of<T: FieldNames + ?Sized>() -> Names {
    T::NAMES
}
