//! The parts of a catalog, so that a finding can name one.

/// A part of a [`Catalog`](crate::Catalog), so that a finding can be shown in a TOML file as well as
/// on a Rust attribute.
///
/// A path may be finer than what a reader can point at; [`parent`](Self::parent) leads to the part
/// that contains it. Fields are named as in the model: `status = 402` in a file is the field
/// `statuses`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CatalogPath {
    /// A field of the catalog.
    Catalog(&'static str),
    /// A language, by its index in `locales`.
    Locale(usize),
    /// A word that is never translated, by its index in `brands`.
    Brand(usize),
    /// The title of a fact, by its index in `facts`.
    FactTitle(usize),
    /// An operation, by its index in `operations`: its name.
    Operation(usize),
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

impl CatalogPath {
    /// Returns the part that contains this one, or `None` for the catalog's own fields.
    ///
    /// ```
    /// use manila_catalog_file::CatalogPath;
    ///
    /// assert_eq!(CatalogPath::Item(7, "related", 1).parent(), Some(CatalogPath::Field(7, "related")));
    /// assert_eq!(CatalogPath::Field(7, "related").parent(), Some(CatalogPath::Code(7)));
    /// assert_eq!(CatalogPath::Code(7).parent(), Some(CatalogPath::Catalog("codes")));
    /// ```
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        Some(match self {
            Self::Catalog(_) => return None,
            Self::Locale(_) => Self::Catalog("locales"),
            Self::Brand(_) => Self::Catalog("brands"),
            Self::FactTitle(_) => Self::Catalog("facts"),
            Self::Operation(_) => Self::Catalog("operations"),
            Self::ExitCode(_) => Self::Catalog("exit_codes"),
            Self::Condition(_) => Self::Catalog("conditions"),
            Self::Rule(_) => Self::Catalog("rules"),
            Self::Code(_) => Self::Catalog("codes"),
            Self::Field(entry, _) => Self::Code(entry),
            Self::Item(entry, field, _) => Self::Field(entry, field),
            Self::Detail(entry, _) => Self::Field(entry, "details"),
        })
    }

    /// Returns the index of the entry that this is a part of, or `None` outside of `codes`.
    ///
    /// ```
    /// use manila_catalog_file::CatalogPath;
    ///
    /// assert_eq!(CatalogPath::Field(7, "related").entry(), Some(7));
    /// assert_eq!(CatalogPath::Catalog("name").entry(), None);
    /// ```
    #[must_use]
    pub const fn entry(self) -> Option<usize> {
        match self {
            Self::Code(entry)
            | Self::Field(entry, _)
            | Self::Item(entry, _, _)
            | Self::Detail(entry, _) => Some(entry),
            Self::Catalog(_)
            | Self::Locale(_)
            | Self::Brand(_)
            | Self::FactTitle(_)
            | Self::Operation(_)
            | Self::ExitCode(_)
            | Self::Condition(_)
            | Self::Rule(_) => None,
        }
    }

    /// Returns the path of one of the items that this part has, by its index.
    ///
    /// ```
    /// use manila_catalog_file::CatalogPath;
    ///
    /// assert_eq!(CatalogPath::Catalog("locales").item(1), CatalogPath::Locale(1));
    /// assert_eq!(CatalogPath::Field(7, "related").item(1), CatalogPath::Item(7, "related", 1));
    /// assert_eq!(CatalogPath::Field(7, "details").item(1), CatalogPath::Detail(7, 1));
    /// ```
    #[must_use]
    pub fn item(self, at: usize) -> Self {
        match self {
            Self::Catalog("locales") => Self::Locale(at),
            Self::Catalog("brands") => Self::Brand(at),
            Self::Catalog("facts") => Self::FactTitle(at),
            Self::Catalog("operations") => Self::Operation(at),
            Self::Catalog("exit_codes") => Self::ExitCode(at),
            Self::Catalog("conditions") => Self::Condition(at),
            Self::Catalog("rules") => Self::Rule(at),
            Self::Catalog("codes") => Self::Code(at),
            Self::Field(entry, "details") => Self::Detail(entry, at),
            Self::Field(entry, field) => Self::Item(entry, field, at),
            other => other,
        }
    }

    /// Returns this path, then that of each part that contains it.
    ///
    /// ```
    /// use manila_catalog_file::CatalogPath;
    ///
    /// let outward = CatalogPath::Field(7, "related").outward();
    /// let expected = [CatalogPath::Field(7, "related"), CatalogPath::Code(7), CatalogPath::Catalog("codes")];
    /// assert!(outward.eq(expected));
    /// ```
    pub fn outward(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |path| path.parent())
    }

    /// Sorts paths as a file does: the catalog itself, the conditions, the rules, the operations, the
    /// codes.
    pub(crate) const fn rank(self) -> (u8, usize) {
        match self {
            Self::Catalog(_)
            | Self::Locale(_)
            | Self::Brand(_)
            | Self::FactTitle(_)
            | Self::ExitCode(_) => (0, 0),
            Self::Condition(at) => (1, at),
            Self::Rule(at) => (2, at),
            Self::Operation(at) => (3, at),
            Self::Code(entry)
            | Self::Field(entry, _)
            | Self::Item(entry, _, _)
            | Self::Detail(entry, _) => (4, entry),
        }
    }
}
