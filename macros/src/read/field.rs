//! The fields of a variant.

use manila_catalog_file::{Detail, DetailType, Entry, Place};
use syn::ext::IdentExt as _;
use syn::{Field, Fields, Index, Member, spanned::Spanned as _};

use super::names::kind_of;
use super::{Reader, home_of};
use crate::attr::{Key, Settings, doc_text, marks_source};

/// What the fields of a variant say.
#[derive(Default)]
pub(super) struct OfFields {
    pub(super) members: Vec<Member>,
    pub(super) details: Vec<(Member, String)>,
    pub(super) has_source: bool,
}

/// What the attributes of a field say.
#[derive(Default)]
pub(super) struct OfField {
    is_detail: bool,
    rename: Option<String>,
    kind: Option<DetailType>,
    meaning: Option<String>,
}

impl OfField {
    pub(super) const KEYS: &[Key<Self>] = &[
        ("detail", |this, setting, log| {
            this.is_detail = setting.flag(log).unwrap_or_default();
        }),
        ("rename", |this, setting, log| {
            this.rename = setting.text(log)
        }),
        ("kind", |this, setting, log| {
            this.kind = setting.word(log, DetailType::ALL, DetailType::as_str);
        }),
        ("meaning", |this, setting, log| {
            this.meaning = setting.text(log)
        }),
    ];
}

/// Reads the fields; the details go into the entry, whose index in the catalog is given, if it
/// comes to stand there.
pub(super) fn read_fields(
    fields: &Fields,
    entry: &mut Entry,
    index: Option<usize>,
    reader: &mut Reader<'_>,
) -> OfFields {
    let mut found = OfFields::default();
    for (place, field) in fields.iter().enumerate() {
        let member = member_of(field, place);
        let is_called_source = field.ident.as_ref().is_some_and(|name| name == "source");
        found.has_source |= is_called_source || marks_source(&field.attrs);
        found.members.push(member.clone());

        let mut settings = Settings::read(&field.attrs, reader.log);
        let mut of_field = OfField::default();
        settings.apply(OfField::KEYS, home_of, &mut of_field, reader.log);
        if let Some(index) = index
            && (settings.is_spoilt("detail") || settings.is_spoilt("rename"))
        {
            // A message may have a placeholder for this one.
            reader.places.spoil(Place::Field(index, "message"));
        }
        if !of_field.is_detail {
            refuse_beside(&settings, reader);
            continue;
        }
        let detail_span = settings.get("detail").map(|detail| detail.key_span());
        let name_span = settings.get("rename").map(|rename| rename.span());
        let name_span = name_span
            .or_else(|| field.ident.as_ref().map(|name| name.span()))
            .or(detail_span)
            .unwrap_or_else(|| field.span());
        let name = match (of_field.rename, &field.ident) {
            (Some(name), _) => name,
            (None, Some(name)) => reader.detail_case.spell(&name.unraw().to_string()),
            (None, None) => {
                if !settings.is_spoilt("rename") {
                    let message = "a detail needs a name; write `detail, rename = \"…\"`";
                    reader.log.mistake(name_span, message);
                }
                continue;
            }
        };
        if let Some(index) = index {
            let place = Place::Detail(index, entry.details.len());
            reader.places.note(place, name_span);
        }
        let kind = of_field.kind.unwrap_or_else(|| kind_of(&field.ty));
        let meaning = of_field.meaning.or_else(|| doc_text(&field.attrs));
        entry.details.push(Detail {
            meaning,
            ..Detail::new(name.clone(), kind)
        });
        found.details.push((member, name));
    }
    found
}

fn member_of(field: &Field, place: usize) -> Member {
    match &field.ident {
        Some(name) => Member::Named(name.clone()),
        None => Member::Unnamed(Index {
            index: u32::try_from(place).unwrap_or(0),
            span: field.ty.span(),
        }),
    }
}

/// Nothing can be said of a field that is no detail.
fn refuse_beside(settings: &Settings, reader: &mut Reader<'_>) {
    if settings.is_spoilt("detail") {
        return;
    }
    let known = |name: &str| OfField::KEYS.iter().any(|(key, _)| *key == name);
    for setting in settings.iter() {
        let name = setting.name();
        if name != "detail" && known(&name) {
            let message = format!("`{name}` is for a detail; write `detail` beside it");
            reader.log.mistake(setting.key_span(), message);
        }
    }
}
