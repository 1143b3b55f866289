//! One variant.

use manila_catalog_file::{CatalogPath, Entry, help_for_word};
use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::{Attribute, Ident, Member};

use super::field::{VariantFields, read_fields};
use super::owner::owner_of;
use super::public_display::public_display;
use super::reader::Reader;
use super::stand_ins::{assign_conditions, assign_rules};
use super::variant_attrs::VariantAttrs;
use crate::ast::{Cause, Kind, Variant};
use crate::attr::{Settings, doc_text, fixed_display, forwards, may_show};
use crate::errors::Errors;

pub(super) fn read_variant(variant: syn::Variant, reader: &mut Reader<'_>) -> Variant {
    let name = variant.ident.unraw().to_string();
    let mut settings = Settings::read(&variant.attrs, reader.errors);
    let mut attrs = VariantAttrs::of(reader.catalog.case.spell(&name));
    settings.apply(VariantAttrs::KEYS, owner_of, &mut attrs, reader.errors);
    let index = attrs.has_code().then_some(reader.catalog.codes.len());
    let fields = read_fields(&variant.fields, &mut attrs.entry, index, reader);
    let shown = fields
        .errors
        .iter()
        .find(|error| may_show(&variant.attrs, error));
    let shown = shown.cloned();
    let read = Variant {
        name: variant.ident,
        kind: Kind::Internal,
        stands_in: variant.fields.is_empty()
            && !(attrs.conditions.is_empty() && attrs.rules.is_empty()),
        cause: match fields.has_source || forwards(&variant.attrs) {
            true => Cause::Source,
            false => Cause::Nothing,
        },
        is_displayed: false,
        constructor: None,
        retry_after: existing(attrs.retry_after.take(), &fields, reader.errors),
        details: fields.details,
    };
    match index {
        Some(index) => {
            let source = Source {
                attributes: &variant.attrs,
                shown,
            };
            with_code(read, index, attrs, &settings, &source, reader)
        }
        None => without_code(read, &attrs, &settings, &fields.members, reader.errors),
    }
}

/// What the message of a variant comes from, where it has none of its own.
struct Source<'a> {
    attributes: &'a [Attribute],
    /// A field that is an error, and that `Display` may show.
    shown: Option<Member>,
}

/// A variant that is an entry of the catalog.
fn with_code(
    mut variant: Variant,
    index: usize,
    attrs: VariantAttrs,
    settings: &Settings,
    source: &Source<'_>,
    reader: &mut Reader<'_>,
) -> Variant {
    variant.kind = Kind::Code(index);
    let mut entry = attrs.entry;
    entry.meaning = entry.meaning.or_else(|| doc_text(source.attributes));
    note_spans(settings, index, variant.name.span(), reader);
    require_ascii(&variant.name, settings, reader);
    assign_conditions(attrs.conditions, &entry.name, reader);
    assign_rules(attrs.rules, &entry.name, reader);
    let mut says_all = false;
    if let Some(span) = attrs.shows_display {
        let display = public_display(source.attributes, span, &variant.details, index, reader);
        says_all = display.is_some() && fixed_display(source.attributes).is_some();
        entry.message = display;
    } else if !settings.is_unreadable("message") {
        choose_message(&mut variant, index, &mut entry, source, reader);
    }
    if variant.cause == Cause::Nothing
        && !says_all
        && entry.statuses.iter().any(|status| *status >= 500)
    {
        variant.cause = match fixed_display(source.attributes) {
            Some((text, _)) => Cause::Fixed(text),
            None => Cause::Display,
        };
    }
    reader.catalog.codes.push(entry);
    variant
}

/// Finds the message of an entry that has none: a 4xx sends what `Display` says.
fn choose_message(
    variant: &mut Variant,
    index: usize,
    entry: &mut Entry,
    source: &Source<'_>,
    reader: &mut Reader<'_>,
) {
    let is_client_error = |status: &u16| (400..500).contains(status);
    if entry.message.is_some() || !entry.statuses.iter().any(is_client_error) {
        return;
    }
    if variant.cause == Cause::Source {
        let instead = match fixed_display(source.attributes) {
            Some(_) => ", or `message` alone if clients may read that of `#[error(\"…\")]`",
            None => "",
        };
        let message = format!(
            "a 4xx sends its `Display` to the client, which may reveal its source; add `message = \
             \"…\"`{instead}"
        );
        reader.errors.push(variant.name.span(), message);
    } else if let Some(shown) = &source.shown {
        let message = format!(
            "a 4xx sends its `Display` to the client, which may reveal the error in `{}`; add \
             `message = \"…\"`",
            text_of(shown)
        );
        reader.errors.push(variant.name.span(), message);
    }
    // The catalog's message serves a 5xx too, which never sends its `Display`.
    let is_never_5xx = entry.statuses.iter().all(is_client_error);
    if let Some((text, span)) = fixed_display(source.attributes).filter(|_| is_never_5xx) {
        reader
            .spans
            .note(CatalogPath::Field(index, "message"), span);
        entry.message = Some(text);
    }
    variant.is_displayed = entry.message.is_none();
}

/// A code is ASCII, so a name that is not cannot become one.
fn require_ascii(name: &Ident, settings: &Settings, reader: &mut Reader<'_>) {
    let text = name.unraw().to_string();
    if !text.is_ascii() && settings.get("code").is_none() {
        let message = format!("a code must be ASCII, but `{text}` is not; add `code = \"…\"`");
        reader.errors.push(name.span(), message);
        reader.knows_names = false;
    }
}

/// Notes the spans of an entry's settings, under the names of the model's fields.
fn note_spans(settings: &Settings, index: usize, name: Span, reader: &mut Reader<'_>) {
    let spans = &mut reader.spans;
    // The entry of a code that could not be read has facts that can be judged all the same.
    let code = settings.get("code").map_or(name, |code| code.span());
    spans.note(CatalogPath::Code(index), code);
    reader.knows_names &= !settings.is_unreadable("code");
    spans.note_settings(settings, VariantAttrs::KEYS, |key| match key {
        "code" => None,
        "status" => Some(CatalogPath::Field(index, "statuses")),
        key => Some(CatalogPath::Field(index, key)),
    });
    // Without its details, the placeholders of a message cannot be judged.
    if settings.is_unreadable("details") {
        spans.mark_unreadable(CatalogPath::Field(index, "message"));
    }
}

/// The field, if the variant has it.
fn existing(
    member: Option<(Member, Span)>,
    fields: &VariantFields,
    errors: &mut Errors,
) -> Option<Member> {
    let (member, span) = member?;
    if fields.members.contains(&member) {
        return Some(member);
    }
    let (name, known) = (text_of(&member), fields.members.iter().map(text_of));
    let known: Vec<String> = known.collect();
    let help = match &*known {
        [] => "the variant has no fields".to_owned(),
        known => help_for_word(&name, known.iter().map(String::as_str)),
    };
    errors.push(span, format!("unknown field `{name}`; {help}"));
    None
}

/// A field as it is named in the variant.
fn text_of(member: &Member) -> String {
    match member {
        Member::Named(name) => name.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

/// A variant whose code is that of the condition `internal`, or of the error in its one field.
fn without_code(
    mut variant: Variant,
    attrs: &VariantAttrs,
    settings: &Settings,
    members: &[Member],
    errors: &mut Errors,
) -> Variant {
    refuse_beside(settings, errors);
    if attrs.is_internal
        && attrs.is_transparent
        && let Some(second) = settings.get("transparent")
    {
        let message = "`internal` and `transparent` cannot both be set";
        errors.push(second.name_span(), message);
    }
    variant.cause = Cause::Source;
    if attrs.is_transparent {
        variant.kind = transparent(&variant.name, members, errors);
    }
    variant
}

/// An `internal` or `transparent` variant has no code of its own, so nothing can be said of one.
fn refuse_beside(settings: &Settings, errors: &mut Errors) {
    for setting in settings.iter() {
        let name = setting.name();
        let is_known = VariantAttrs::KEYS.iter().any(|(key, _)| *key == name);
        if is_known && name != "internal" && name != "transparent" {
            let message = format!(
                "`{name}` is not allowed here: an `internal` or `transparent` variant has no code \
                 of its own"
            );
            errors.push(setting.name_span(), message);
        }
    }
}

fn transparent(name: &Ident, members: &[Member], errors: &mut Errors) -> Kind {
    if let [only] = members {
        return Kind::Transparent(only.clone());
    }
    let message = format!(
        "a `transparent` variant must have exactly one field; `{name}` has {}",
        members.len()
    );
    errors.push(name.span(), message);
    Kind::Internal
}
