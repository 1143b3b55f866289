//! One datum that a code declares.

use manila_catalog_file::DetailType;

use super::facts::Detail;

impl Detail {
    /// Public for the expansions of `ErrorCode` and `catalog!` alone.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, kind: DetailType, meaning: Option<&'static str>) -> Self {
        Self {
            name,
            kind,
            meaning,
        }
    }

    /// Returns the member's name on the wire, in the catalog's own spelling.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the member's JSON type, or the format of a string (`date-time`, say). The
    /// constructors of `catalog!` take no other; a fault that attaches another by hand is not
    /// refused, but told in the log of a build with debug assertions.
    #[must_use]
    pub const fn kind(&self) -> DetailType {
        self.kind
    }

    /// Returns the meaning of the member in a few words, for the error reference.
    #[must_use]
    pub const fn meaning(&self) -> Option<&'static str> {
        self.meaning
    }
}
