//! A derive's input as a whole.

use manila_catalog_file::{About, CatalogPath, RuleId, check, lint};
use syn::ext::IdentExt as _;
use syn::{Data, DeriveInput};

use super::finding::text_of;
use super::owner::owner_of;
use super::reader::{Reader, Spans};
use super::type_attrs::TypeAttrs;
use super::variant::read_variant;
use crate::ast::{CodeEnum, Variant};
use crate::attr::Settings;
use crate::errors::Errors;

/// Reads a derive's input. What can be read comes back even if there are errors.
pub(crate) fn read(input: DeriveInput, errors: &mut Errors) -> CodeEnum {
    let mut settings = Settings::read(&input.attrs, errors);
    let mut attrs = TypeAttrs::of(&input.ident.unraw().to_string());
    settings.apply(TypeAttrs::KEYS, owner_of, &mut attrs, errors);
    let mut reader = Reader {
        catalog: attrs.catalog,
        detail_case: attrs.detail_case,
        spans: Spans::new(input.ident.span()),
        knows_names: !settings.is_unreadable("case"),
        errors,
    };
    reader
        .spans
        .note_settings(&settings, TypeAttrs::KEYS, |key| match key {
            "catalog" => Some(CatalogPath::Catalog("name")),
            key => Some(CatalogPath::Catalog(key)),
        });
    let mut variants = Vec::new();
    if let Data::Enum(data) = input.data {
        let read = data
            .variants
            .into_iter()
            .map(|variant| read_variant(variant, &mut reader));
        variants.extend(read);
        judge(&mut reader, &variants);
    } else {
        let message = "`ErrorCode` can only be derived for an enum, with a variant for each code; \
                       make this an enum with one variant";
        reader.errors.push(input.ident.span(), message);
    }
    CodeEnum {
        name: input.ident,
        visibility: input.vis,
        generics: input.generics,
        catalog: reader.catalog,
        variants,
        crates: attrs.crates,
    }
}

/// Reports what the rules find in what could be read.
fn judge(reader: &mut Reader<'_>, variants: &[Variant]) {
    // A derive cannot warn, and advice is no error; but a misspelled permission would be silent.
    let misspelled = lint(&reader.catalog)
        .into_iter()
        .filter(|finding| finding.rule == RuleId::UnknownAllow);
    for finding in check(&reader.catalog).into_iter().chain(misspelled) {
        let can_be_judged = match finding.about {
            About::Names => reader.knows_names,
            About::Facts => true,
        };
        if can_be_judged && !reader.spans.is_unreadable(finding.path) {
            let span = reader.spans.get(finding.path);
            let text = text_of(finding, &reader.catalog, variants);
            reader.errors.push(span, text);
        }
    }
}
