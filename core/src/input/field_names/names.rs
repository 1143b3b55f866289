//! What a type tells of its members.

/// A type that knows the names of its members on the wire.
///
/// Structs [derive](macro@crate::FieldNames) it. Only a field whose own members are validated as
/// well has to be of a type that implements it.
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

/// How a validator's path goes on inside a value. The names of other types are had by a function,
/// as a type may contain itself.
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

/// The name of a field in Rust, and what it is on the wire.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub(super) name: &'static str,
    pub(super) wire: Wire,
    /// The names of the members of the field's own value.
    pub(super) names: Option<fn() -> Names>,
}

/// What a field is on the wire.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wire {
    Member(&'static str),
    Element(usize),
    /// Its value stands where that of the struct stands.
    Inline,
    /// The client cannot send it.
    Absent,
}

impl Names {
    /// Of an object, or of an array that has a field for each element.
    #[must_use]
    pub const fn members(fields: &'static [Field]) -> Self {
        Self(Shape::Members(fields))
    }

    /// Of an array, whose elements are all of one type.
    #[must_use]
    pub const fn elements<T: FieldNames + ?Sized>() -> Self {
        Self(Shape::Elements(names_of::<T>))
    }

    /// Of an array whose elements lose their places when they are read, as in a set: the pointer
    /// ends at the array.
    #[must_use]
    pub const fn unordered() -> Self {
        Self(Shape::Unordered)
    }

    /// Of an object whose members are all of one type, as a map.
    #[must_use]
    pub const fn keyed<T: FieldNames + ?Sized>() -> Self {
        Self(Shape::Keyed(names_of::<T>))
    }

    /// Of a struct whose one field the validator does not put on the path, as garde's
    /// `transparent`.
    #[must_use]
    pub const fn through(field: Field) -> Self {
        Self(Shape::Through(field))
    }
}

impl Field {
    /// A member of an object: the field's name, and the name on the wire.
    #[must_use]
    pub const fn member(name: &'static str, on_wire: &'static str) -> Self {
        Self::new(name, Wire::Member(on_wire))
    }

    /// An element of an array: the field's name, and the place on the wire, from 0.
    #[must_use]
    pub const fn element(name: &'static str, index: usize) -> Self {
        Self::new(name, Wire::Element(index))
    }

    /// A field whose value stands where that of the struct stands, as `serde`'s `flatten`, or the
    /// field of a newtype.
    #[must_use]
    pub const fn inline(name: &'static str) -> Self {
        Self::new(name, Wire::Inline)
    }

    /// A field that is not read from the wire.
    #[must_use]
    pub const fn absent(name: &'static str) -> Self {
        Self::new(name, Wire::Absent)
    }

    /// Makes the members of the field's own value known.
    #[must_use]
    pub const fn nested<T: FieldNames + ?Sized>(mut self) -> Self {
        self.names = Some(names_of::<T>);
        self
    }

    const fn new(name: &'static str, wire: Wire) -> Self {
        Self {
            name,
            wire,
            names: None,
        }
    }
}

fn names_of<T: FieldNames + ?Sized>() -> Names {
    T::NAMES
}
