//! Shapes, and how they are put together.

use manila_properties::json::Json;

/// What JSON a type reads.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// Whatever there is: its value is of no interest.
    Anything,
    Null,
    Boolean,
    Integer {
        min: i128,
        max: u128,
    },
    Float,
    /// A number with 32 bits.
    Single,
    /// A string of one character.
    Character,
    Text,
    /// A string that is one of these.
    Name(Vec<&'static str>),
    /// What fits a shape and pleases a function of the type's.
    Refined(Box<Self>, fn(&Json) -> bool),
    Option(Box<Self>),
    List(Box<Self>),
    Tuple(Vec<Self>),
    Map(Key, Box<Self>),
    Object(Object),
    /// An enum that is the name of a variant, or an object with it as the one member.
    External(Vec<Variant>),
    /// An enum whose variants are objects, and a member of them says which it is.
    Tagged {
        tag: &'static str,
        variants: Vec<Object>,
    },
    /// An enum that is the first of these that fits.
    Any(Vec<Self>),
}

/// The keys of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Text,
    Integer { min: i128, max: u128 },
    Boolean,
    Name(&'static [&'static str]),
}

/// An object with members of known names.
#[derive(Debug, Clone)]
pub(crate) struct Object {
    pub(crate) fields: Vec<Field>,
    pub(crate) rest: Rest,
    /// Whether the type copies members without a field too, before it knows that nothing reads them.
    pub(crate) copies_rest: bool,
}

/// What becomes of members without a field.
#[derive(Debug, Clone)]
pub(crate) enum Rest {
    Ignored,
    Refused,
    /// They are those of a flattened map.
    Map(Box<Shape>),
}

/// A member of known names.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// Its name, and then its aliases.
    pub(crate) names: Vec<&'static str>,
    pub(crate) shape: Shape,
    pub(crate) is_required: bool,
    pub(crate) copied: Copied,
    /// Whether the type ignores what does not fit.
    pub(crate) is_lenient: bool,
    /// The number of the variant, which `serde` takes for its name in what it has kept.
    pub(crate) index: Option<usize>,
}

/// When a type reads a member from a copy. It has lost its place then, and has to be able to copy all
/// that is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Copied {
    Never,
    Always,
    /// Where it stands before the member of this name.
    Before(&'static str),
}

/// A variant of an enum that its name tags from outside.
#[derive(Debug, Clone)]
pub(crate) struct Variant {
    /// Its name, and then its aliases.
    pub(crate) names: Vec<&'static str>,
    /// What it holds, if it holds something.
    pub(crate) content: Option<Shape>,
}

impl Object {
    pub(crate) fn field(&self, name: &str) -> Option<&Field> {
        let mut fields = self.fields.iter();
        fields.find(|field| field.names.contains(&name))
    }

    /// Has a member that says which variant it is.
    fn tagged(mut self, tag: &'static str, name: &'static str) -> Self {
        let field = Field {
            names: vec![tag],
            shape: Shape::Name(vec![name]),
            is_required: true,
            copied: Copied::Never,
            is_lenient: false,
            index: None,
        };
        self.fields.insert(0, field);
        self
    }

    /// Is read from a copy as a whole.
    fn copied(mut self) -> Self {
        for field in &mut self.fields {
            field.copied = Copied::Always;
        }
        self.copies_rest = true;
        self
    }

    /// The variants of a flattened enum that is tagged inside, each with these members.
    pub(crate) fn flatten_tagged(&self, inner: Shape) -> Shape {
        let Shape::Tagged { tag, variants } = inner else {
            return inner;
        };
        let variants = variants.into_iter();
        Shape::Tagged {
            tag,
            variants: variants
                .enumerate()
                .map(|(index, variant)| self.clone().flatten(variant.numbered(tag, index)))
                .collect(),
        }
    }

    /// Takes a number for the name of the variant.
    fn numbered(mut self, tag: &str, index: usize) -> Self {
        let mut fields = self.fields.iter_mut();
        if let Some(field) = fields.find(|field| field.names == [tag]) {
            field.index = Some(index);
        }
        self
    }

    /// Refuses members without a field.
    pub(crate) fn strict(mut self) -> Self {
        self.rest = Rest::Refused;
        self
    }

    /// Takes the members of a flattened struct for its own.
    pub(crate) fn flatten(mut self, inner: Self) -> Self {
        let fields = inner.fields.into_iter().map(|field| Field {
            copied: Copied::Always,
            ..field
        });
        self.fields.extend(fields);
        if let Rest::Map(_) = inner.rest {
            self.rest = inner.rest;
        }
        self.copies_rest = true;
        self
    }

    /// Takes the members of a flattened optional struct for its own: what does not fit is none.
    pub(crate) fn flatten_option(mut self, inner: Self) -> Self {
        let fields = inner.fields.into_iter().map(|field| Field {
            copied: Copied::Always,
            is_required: false,
            is_lenient: true,
            index: None,
            ..field
        });
        self.fields.extend(fields);
        self.copies_rest = true;
        self
    }

    /// Takes all other members for those of a flattened map.
    pub(crate) fn flatten_map<T: Shaped>(mut self) -> Self {
        self.rest = Rest::Map(Box::new(T::shape()));
        self
    }
}

impl Field {
    pub(crate) fn alias(mut self, name: &'static str) -> Self {
        self.names.push(name);
        self
    }

    /// Its absence is a value as well.
    pub(crate) fn optional(mut self) -> Self {
        self.is_required = false;
        self
    }
}

/// A type whose shape is known.
pub(crate) trait Shaped {
    fn shape() -> Shape;
}

pub(crate) fn object<const N: usize>(fields: [Field; N]) -> Object {
    Object {
        fields: fields.into(),
        rest: Rest::Ignored,
        copies_rest: false,
    }
}

pub(crate) fn field<T: Shaped>(name: &'static str) -> Field {
    let shape = T::shape();
    Field {
        names: vec![name],
        is_required: !matches!(shape, Shape::Option(_)),
        shape,
        copied: Copied::Never,
        is_lenient: false,
        index: None,
    }
}

pub(crate) fn variant(name: &'static str, content: Option<Shape>) -> Variant {
    Variant {
        names: vec![name],
        content,
    }
}

impl From<Object> for Shape {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl Shape {
    pub(crate) fn external<const N: usize>(variants: [(&'static str, Option<Self>); N]) -> Self {
        let variants = variants.into_iter();
        Self::External(
            variants
                .map(|(name, content)| variant(name, content))
                .collect(),
        )
    }

    /// An enum whose tag stands beside the members of its variants.
    pub(crate) fn internal<const N: usize>(
        tag: &'static str,
        variants: [(&'static str, Object); N],
    ) -> Self {
        let variants = variants.into_iter();
        Self::Tagged {
            tag,
            variants: variants
                .map(|(name, object)| object.copied().tagged(tag, name))
                .collect(),
        }
    }

    /// An enum whose tag and content are members of one object.
    pub(crate) fn adjacent<const N: usize>(
        tag: &'static str,
        content: &'static str,
        variants: [(&'static str, Option<Self>); N],
    ) -> Self {
        let variants = variants.into_iter().map(|(name, shape)| {
            let field = shape.map(|shape| Field {
                names: vec![content],
                is_required: !matches!(shape, Self::Option(_)),
                shape,
                copied: Copied::Before(tag),
                is_lenient: false,
                index: None,
            });
            let object = Object {
                fields: field.into_iter().collect(),
                rest: Rest::Ignored,
                copies_rest: false,
            };
            object.tagged(tag, name)
        });
        Self::Tagged {
            tag,
            variants: variants.collect(),
        }
    }
}
