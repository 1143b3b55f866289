//! What a finding is about.

/// A part of a [`Catalog`](crate::Catalog), so that a finding can be shown in a TOML file as well as
/// on a Rust attribute.
///
/// A place may be finer than what a reader can point at; [`parent`](Self::parent) leads to the
/// place around it. Fields are called as in the model: `status = 402` in a file is the field
/// `statuses`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// A field of the catalog.
    Catalog(&'static str),
    /// A language, by its index in `locales`.
    Locale(usize),
    /// The exit code of a status, by its index in `exit_codes`.
    ExitCode(usize),
    /// The code of a condition, by its index in `conditions`.
    Condition(usize),
    /// The code of a validator's rule, by its index in `rules`.
    Rule(usize),
    /// An entry, by its index in `codes`: its name.
    Code(usize),
    /// A field of an entry.
    Field(usize, &'static str),
    /// One value of a field that holds several, by its index in the field.
    Item(usize, &'static str, usize),
    /// A detail of an entry, by its index in `details`.
    Detail(usize, usize),
}

impl Place {
    /// The place around this one, if the model has one.
    ///
    /// ```
    /// use manila_catalog_file::Place;
    ///
    /// assert_eq!(Place::Item(7, "related", 1).parent(), Some(Place::Field(7, "related")));
    /// assert_eq!(Place::Field(7, "related").parent(), Some(Place::Code(7)));
    /// assert_eq!(Place::Code(7).parent(), Some(Place::Catalog("codes")));
    /// ```
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        Some(match self {
            Self::Catalog(_) => return None,
            Self::Locale(_) => Self::Catalog("locales"),
            Self::ExitCode(_) => Self::Catalog("exit_codes"),
            Self::Condition(_) => Self::Catalog("conditions"),
            Self::Rule(_) => Self::Catalog("rules"),
            Self::Code(_) => Self::Catalog("codes"),
            Self::Field(entry, _) => Self::Code(entry),
            Self::Item(entry, field, _) => Self::Field(entry, field),
            Self::Detail(entry, _) => Self::Field(entry, "details"),
        })
    }

    /// The index of the entry that this is about, if it is about one.
    #[must_use]
    pub const fn entry(self) -> Option<usize> {
        match self {
            Self::Code(entry)
            | Self::Field(entry, _)
            | Self::Item(entry, _, _)
            | Self::Detail(entry, _) => Some(entry),
            Self::Catalog(_)
            | Self::Locale(_)
            | Self::ExitCode(_)
            | Self::Condition(_)
            | Self::Rule(_) => None,
        }
    }

    /// Sorts places as a file does: the catalog itself, the conditions, the rules, the
    /// codes.
    pub(crate) const fn rank(self) -> (u8, usize) {
        match self {
            Self::Catalog(_) | Self::Locale(_) | Self::ExitCode(_) => (0, 0),
            Self::Condition(at) => (1, at),
            Self::Rule(at) => (2, at),
            Self::Code(entry)
            | Self::Field(entry, _)
            | Self::Item(entry, _, _)
            | Self::Detail(entry, _) => (3, entry),
        }
    }
}

#[cfg(any(feature = "toml", feature = "json"))]
impl Place {
    /// The place of one of the several things that stand here.
    pub(crate) fn item(self, at: usize) -> Self {
        match self {
            Self::Catalog("locales") => Self::Locale(at),
            Self::Catalog("exit_codes") => Self::ExitCode(at),
            Self::Catalog("conditions") => Self::Condition(at),
            Self::Catalog("rules") => Self::Rule(at),
            Self::Catalog("codes") => Self::Code(at),
            Self::Field(entry, "details") => Self::Detail(entry, at),
            Self::Field(entry, field) => Self::Item(entry, field, at),
            other => other,
        }
    }

    /// This place, then each place around it.
    pub(crate) fn outward(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |place| place.parent())
    }
}
