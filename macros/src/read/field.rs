//! The fields of a variant.

use manila_catalog_file::{Detail, DetailType, Entry, Place};
use syn::{Fields, Index, Member, spanned::Spanned as _};

use super::Reader;
use super::names::kind_of;
use crate::attr::{Key, apply, doc_text, marks_source, settings};

/// What the fields of a variant say.
#[derive(Default)]
pub(super) struct OfFields {
    pub(super) members: Vec<Member>,
    pub(super) details: Vec<(Member, String)>,
    pub(super) source: Option<Member>,
}

/// What the attributes of a field say.
#[derive(Default)]
struct OfField {
    is_detail: bool,
    rename: Option<String>,
    kind: Option<DetailType>,
    meaning: Option<String>,
}

impl OfField {
    const KEYS: &[Key<Self>] = &[
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

/// Reads the fields; the details go into the entry, whose index in the catalog is given.
pub(super) fn read_fields(
    fields: &Fields,
    entry: &mut Entry,
    index: usize,
    reader: &mut Reader<'_>,
) -> OfFields {
    let mut found = OfFields::default();
    for (place, field) in fields.iter().enumerate() {
        let member = match &field.ident {
            Some(name) => Member::Named(name.clone()),
            None => Member::Unnamed(Index {
                index: u32::try_from(place).unwrap_or(0),
                span: field.span(),
            }),
        };
        let is_called_source = field.ident.as_ref().is_some_and(|name| name == "source");
        if is_called_source || marks_source(&field.attrs) {
            found.source = Some(member.clone());
        }
        found.members.push(member.clone());

        let settings = settings(&field.attrs, reader.log);
        let mut of_field = OfField::default();
        apply(&settings, OfField::KEYS, &mut of_field, reader.log);
        if let (false, Some(setting)) = (of_field.is_detail, settings.first()) {
            let message = format!(
                "`{}` is for a detail; write `detail` beside it",
                setting.name()
            );
            reader.log.mistake(setting.span(), message);
        }
        if !of_field.is_detail {
            continue;
        }
        let name = match (of_field.rename, &member) {
            (Some(name), _) => name,
            (None, Member::Named(name)) => reader.detail_case.spell(&name.to_string()),
            (None, Member::Unnamed(_)) => {
                let message = "a detail needs a name: write `detail, rename = \"…\"`";
                reader.log.mistake(field.span(), message);
                continue;
            }
        };
        reader
            .places
            .note(Place::Detail(index, entry.details.len()), field.span());
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
