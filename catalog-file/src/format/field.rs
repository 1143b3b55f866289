//! A key of the format, and where its value goes.

use super::{Key, Missing, Names, Shape, Table, Text, Word};
use crate::{
    FactValue, nearest,
    phrase::{did_you_mean, quoted},
};

/// A key of a table, with what it takes and where that goes. The readers of files and of exports run
/// on these, and what is told of the format is told from them.
pub(crate) struct Field<T: Part> {
    pub(crate) name: &'static str,
    pub(crate) set: Set<T>,
    pub(crate) meaning: &'static str,
    pub(crate) example: &'static str,
    pub(crate) missing: Option<Missing>,
    pub(crate) is_required: bool,
}

/// A part of a catalog that a table fills.
pub(crate) trait Part: Sized + 'static {
    /// The tables in its table that have a shape of their own.
    type Tables: Copy + 'static;

    /// What one of these tables looks like.
    fn shape(table: Self::Tables) -> Shape;
}

/// What a key takes, with what puts it into its place.
#[cfg_attr(
    not(feature = "toml"),
    expect(
        dead_code,
        reason = "an export has one list of statuses, and no headers to point at"
    )
)]
pub(crate) enum Set<T: Part> {
    Text(Text, fn(&mut T, String)),
    Flag(fn(&mut T, bool)),
    Integer(Bounds, fn(&mut T, i64)),
    Word(&'static [Word], fn(&mut T, &'static str)),
    /// Each word of a list.
    Words(&'static [Word], fn(&mut T, &'static str)),
    Texts(Text, fn(&mut T, Vec<String>)),
    /// Texts that differ.
    Distinct(Text, fn(&mut T, Vec<String>)),
    Steps(fn(&mut T, Vec<String>)),
    /// The only status, which an export lists as any other.
    Status(fn(&mut T, u16)),
    Statuses(fn(&mut T, Vec<u16>)),
    Fact(fn(&mut T, String, FactValue<String>)),
    ExitCode(fn(&mut T, u16, u8)),
    /// A text by the name of something.
    Named {
        names: fn() -> Names,
        text: Text,
        pointed: Pointed,
        set: fn(&mut T, &str, String),
    },
    Table(T::Tables),
}

/// Where a mistake about a member is shown: at its name, or at its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pointed {
    Name,
    Value,
}

/// The bounds of an integer that is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// The rule that is broken outside of them in a file.
    #[cfg_attr(
        not(feature = "toml"),
        expect(dead_code, reason = "an export has one rule for them all")
    )]
    pub(crate) rule: &'static str,
    /// What is inside, in words.
    pub(crate) what: &'static str,
    pub(crate) min: i64,
    pub(crate) max: i64,
    /// What to write where something else than a number stands in a file.
    #[cfg_attr(
        not(feature = "toml"),
        expect(dead_code, reason = "nobody writes an export by hand")
    )]
    pub(crate) example: &'static str,
}

impl Bounds {
    pub(crate) const STATUS: Self = Self {
        rule: "status-range",
        what: "an error status (400–599)",
        min: 400,
        max: 599,
        example: "write one, such as 422",
    };
    pub(crate) const NUMBER: Self = Self {
        rule: "out-of-range",
        what: "a valid number (-2147483648 to 2147483647)",
        min: i32::MIN as i64,
        max: i32::MAX as i64,
        example: "write one, such as -403",
    };
    pub(crate) const EXIT_CODE: Self = Self {
        rule: "out-of-range",
        what: "an exit code (0–255)",
        min: u8::MIN as i64,
        max: u8::MAX as i64,
        example: "write one, such as 3",
    };

    /// The number, if it is within.
    pub(crate) fn fit(self, number: i64) -> Option<i64> {
        (self.min..=self.max).contains(&number).then_some(number)
    }

    /// The status that a name stands for, whether or not it is one of errors; else what is wrong.
    pub(crate) fn status_named(name: &str) -> Result<u16, String> {
        let status = name.parse().ok();
        let status = status.filter(|status: &u16| status.to_string() == name);
        status.ok_or_else(|| format!("{} is not {}", quoted(name), Self::STATUS.what))
    }

    const fn shape(self) -> Shape {
        Shape::Integer {
            min: self.min,
            max: self.max,
        }
    }
}

impl Names {
    /// What is wrong with a name, and what was meant by it, if it is none of the words that there are.
    pub(crate) fn refuse(&self, name: &str) -> Option<(String, Option<String>)> {
        let Self::Words(words) = self else {
            return None;
        };
        let spelled = words.iter().map(|word| word.word);
        if spelled.clone().any(|word| word == name) {
            return None;
        }
        let help = nearest(name, spelled).map(did_you_mean);
        Some((format!("unknown condition {}", quoted(name)), help))
    }
}

impl<T: Part> Field<T> {
    pub(super) const fn new(
        name: &'static str,
        set: Set<T>,
        meaning: &'static str,
        example: &'static str,
    ) -> Self {
        Self {
            name,
            set,
            meaning,
            example,
            missing: None,
            is_required: false,
        }
    }

    pub(super) const fn required(self) -> Self {
        Self {
            is_required: true,
            ..self
        }
    }

    /// Says which value holds where the key is missing.
    pub(super) const fn default(self, value: &'static str) -> Self {
        Self {
            missing: Some(Missing::Value(value)),
            ..self
        }
    }

    /// Says in words what holds where the key is missing.
    pub(super) const fn otherwise(self, what: &'static str) -> Self {
        Self {
            missing: Some(Missing::Text(what)),
            ..self
        }
    }
}

impl<T: Part> Set<T> {
    /// What the key takes.
    pub(super) fn shape(&self) -> Shape {
        match *self {
            Self::Text(text, _) => Shape::Text(text),
            Self::Flag(_) => Shape::Boolean,
            Self::Integer(bounds, _) => bounds.shape(),
            Self::Word(words, _) => Shape::Word(words),
            Self::Words(words, _) => Shape::List(Box::new(Shape::Word(words))),
            Self::Texts(text, _) => Shape::List(Box::new(Shape::Text(text))),
            Self::Distinct(text, _) => Shape::Distinct(Box::new(Shape::Text(text)), 0),
            Self::Steps(_) => Shape::Steps,
            Self::Status(_) => Bounds::STATUS.shape(),
            Self::Statuses(_) => Shape::Distinct(Box::new(Bounds::STATUS.shape()), 1),
            Self::Fact(_) => Shape::Named(Names::Texts(Text::Line), Box::new(Shape::Fact)),
            Self::ExitCode(_) => Shape::Named(Names::Statuses, Box::new(Bounds::EXIT_CODE.shape())),
            Self::Named { names, text, .. } => Shape::Named(names(), Box::new(Shape::Text(text))),
            Self::Table(table) => T::shape(table),
        }
    }
}

/// What is told of a table of these fields.
pub(super) fn table_of<T: Part>(name: &'static str, fields: &[Field<T>]) -> Table {
    let key = |field: &Field<T>| Key {
        name: field.name,
        shape: field.set.shape(),
        meaning: field.meaning,
        example: field.example,
        missing: field.missing,
        is_required: field.is_required,
    };
    Table {
        name,
        keys: fields.iter().map(key).collect(),
    }
}
