//! The enum as the expansion sees it.

use manila_catalog_file::Catalog;
use syn::{Generics, Ident, Member, Path, Visibility};

/// An enum whose variants are codes.
pub(crate) struct CodeEnum {
    pub(crate) name: Ident,
    pub(crate) visibility: Visibility,
    pub(crate) generics: Generics,
    pub(crate) catalog: Catalog,
    pub(crate) variants: Vec<Variant>,
    pub(crate) crates: Crates,
}

/// Where the expansion finds the crates.
pub(crate) struct Crates {
    pub(crate) manila: Path,
    pub(crate) axum: Path,
    pub(crate) actix: Path,
    pub(crate) utoipa: Path,
    pub(crate) aide: Path,
}

/// One variant.
pub(crate) struct Variant {
    pub(crate) name: Ident,
    pub(crate) kind: Kind,
    /// Whether it can be had without fields and stands for a condition or a rule.
    pub(crate) stands_in: bool,
    /// What the log is told of it.
    pub(crate) cause: Cause,
    /// Whether the message is what `Display` says.
    pub(crate) is_displayed: bool,
    pub(crate) retry_after: Option<Member>,
    /// The function that makes a fault of it and of its details, where it has no fields for them.
    pub(crate) constructor: Option<Ident>,
    /// The fields that travel as data, under these names.
    pub(crate) details: Vec<(Member, String)>,
}

impl Variant {
    pub(crate) fn has_code(&self) -> bool {
        matches!(self.kind, Kind::Code(_))
    }

    pub(crate) fn is_transparent(&self) -> bool {
        matches!(self.kind, Kind::Transparent(_))
    }

    /// Whether a fault of the variant says no more than its code does.
    pub(crate) fn has_nothing_to_attach(&self) -> bool {
        !self.is_transparent()
            && self.details.is_empty()
            && self.retry_after.is_none()
            && !self.is_displayed
            && self.cause == Cause::Nothing
    }
}

/// What the log is told of a variant, beside its code.
#[derive(Clone, PartialEq)]
pub(crate) enum Cause {
    /// Nothing: clients see all of it.
    Nothing,
    /// This text of a 5xx, which is its whole `Display`.
    Fixed(String),
    /// The `Display` of a 5xx, if the enum is an error.
    Display,
    /// The value and its source; an enum without `Error` is a mistake.
    Source,
}

/// What a variant is an occurrence of.
#[derive(Clone, PartialEq)]
pub(crate) enum Kind {
    /// The entry of this index.
    Code(usize),
    /// Whatever the catalog names for the condition `internal`.
    Internal,
    /// Whatever the error in this field is.
    Transparent(Member),
}

impl Default for Crates {
    fn default() -> Self {
        Self {
            manila: syn::parse_quote!(::manila),
            axum: syn::parse_quote!(::manila_axum),
            actix: syn::parse_quote!(::manila_actix),
            utoipa: syn::parse_quote!(::manila_utoipa),
            aide: syn::parse_quote!(::manila_aide),
        }
    }
}
