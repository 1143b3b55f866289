//! One variant.

use manila_catalog_file::{Condition, Entry, Place, Retry, Scope, Severity};
use proc_macro2::Span;
use syn::Member;
use syn::ext::IdentExt as _;

use super::field::{OfFields, read_fields};
use super::{Reader, home_of};
use crate::ast::{Kind, Variant};
use crate::attr::{Key, Setting, Settings, doc_text, fixed_display, forwards};
use crate::log::Log;

/// What the attributes of a variant say.
pub(super) struct OfVariant {
    entry: Entry,
    conditions: Vec<(Condition, Span)>,
    rules: Vec<(String, Span)>,
    retry_after: Option<(Member, Span)>,
    is_internal: bool,
    is_transparent: bool,
}

impl OfVariant {
    pub(super) const KEYS: &[Key<Self>] = &[
        ("code", |this, setting, log| {
            if let Some(name) = setting.text(log) {
                this.entry.name = name;
            }
        }),
        ("number", |this, setting, log| {
            this.entry.number = setting.integer(log, "-2147483648 to 2147483647");
        }),
        ("status", |this, setting, log| {
            this.entry.statuses = setting.integers(log, "400 to 599");
        }),
        ("title", |this, setting, log| {
            this.entry.title = setting.text(log)
        }),
        ("message", |this, setting, log| {
            this.entry.message = setting.text(log)
        }),
        ("client", |this, setting, log| {
            this.entry.client = setting.text(log)
        }),
        ("server", |this, setting, log| {
            this.entry.server = setting.text(log)
        }),
        ("section", |this, setting, log| {
            this.entry.section = setting.text(log)
        }),
        ("category", |this, setting, log| {
            this.entry.category = setting.text(log)
        }),
        ("retry", |this, setting, log| {
            this.entry.retry = setting.word(log, Retry::ALL, Retry::as_str);
        }),
        ("retry_after", |this, setting, log| {
            this.retry_after = setting.member(log).map(|member| (member, setting.span()));
        }),
        ("severity", |this, setting, log| {
            this.entry.severity = setting.word(log, Severity::ALL, Severity::as_str);
        }),
        ("user_actionable", |this, setting, log| {
            this.entry.user_actionable = setting.flag(log);
        }),
        ("auto_fix", |this, setting, log| {
            this.entry.auto_fix = setting.text(log)
        }),
        ("related", |this, setting, log| {
            this.entry.related = setting.texts(log);
        }),
        ("mentions", |this, setting, log| {
            this.entry.mentions = setting.texts(log);
        }),
        ("scope", |this, setting, log| {
            let scopes = setting.words(log, Scope::ALL, Scope::as_str);
            this.entry.scope = scopes.into_iter().map(|(scope, _)| scope).collect();
        }),
        ("exit_code", |this, setting, log| {
            this.entry.exit_code = setting.integer(log, "0 to 255");
        }),
        ("since", |this, setting, log| {
            this.entry.since = setting.text(log)
        }),
        ("deprecated", |this, setting, log| {
            this.entry.deprecated = setting.text(log)
        }),
        ("retired", |this, setting, log| {
            this.entry.retired = setting.text(log)
        }),
        ("replaced_by", |this, setting, log| {
            this.entry.replaced_by = setting.text(log)
        }),
        ("condition", |this, setting, log| {
            this.conditions
                .extend(setting.words(log, Condition::ALL, Condition::as_str));
        }),
        ("rule", |this, setting, log| {
            this.rules.extend(setting.placed_texts(log));
        }),
        ("default", |this, setting, log| {
            if setting.flag(log) == Some(true) {
                this.conditions.push((Condition::Internal, setting.span()));
            }
        }),
        ("internal", |this, setting, log| {
            this.is_internal = setting.flag(log).unwrap_or_default();
        }),
        ("transparent", |this, setting, log| {
            this.is_transparent = setting.flag(log).unwrap_or_default();
        }),
    ];
}

pub(super) fn read_variant(variant: syn::Variant, reader: &mut Reader<'_>) -> Variant {
    let index = reader.catalog.codes.len();
    let name = variant.ident.unraw().to_string();
    let mut found = OfVariant {
        entry: Entry::new(reader.catalog.case.spell(&name)),
        conditions: Vec::new(),
        rules: Vec::new(),
        retry_after: None,
        is_internal: false,
        is_transparent: false,
    };
    let mut settings = Settings::read(&variant.attrs, reader.log);
    settings.apply(OfVariant::KEYS, home_of, &mut found, reader.log);
    let has_code = !found.is_internal && !found.is_transparent;
    let own_index = has_code.then_some(index);
    let fields = read_fields(&variant.fields, &mut found.entry, own_index, reader);
    let retry_after = existing(found.retry_after.take(), &fields, reader.log);
    let has_source = fields.has_source || forwards(&variant.attrs);
    let mut read = Variant {
        name: variant.ident,
        kind: Kind::Internal,
        stands_in: variant.fields.is_empty()
            && !(found.conditions.is_empty() && found.rules.is_empty()),
        has_source,
        is_displayed: false,
        retry_after,
        details: fields.details,
    };
    if !has_code {
        refuse_beside(&settings, reader.log);
        if let (true, true, Some(second)) = (
            found.is_internal,
            found.is_transparent,
            settings.get("transparent"),
        ) {
            let message = "a variant is either `internal` or `transparent`, not both";
            reader.log.mistake(second.key_span(), message);
        }
        read.has_source = true;
        if found.is_transparent {
            read.kind = transparent(&read.name, &fields.members, reader.log);
        }
        return read;
    }

    read.kind = Kind::Code(index);
    found.entry.meaning = doc_text(&variant.attrs);
    note_places(&settings, index, read.name.span(), reader);
    if !name.is_ascii() && settings.get("code").is_none() {
        let message = "a code is ASCII, and this name is not; write `code = \"…\"`";
        reader.log.mistake(read.name.span(), message);
        reader.knows_names = false;
    }
    for (condition, span) in found.conditions {
        let place = Place::Condition(reader.catalog.conditions.len());
        reader.places.note(place, span);
        reader
            .catalog
            .conditions
            .push((condition, found.entry.name.clone()));
    }
    for (rule, span) in found.rules {
        let place = Place::Rule(reader.catalog.rules.len());
        reader.places.note(place, span);
        reader.catalog.rules.push((rule, found.entry.name.clone()));
    }
    let is_clients = |status: &u16| (400..500).contains(status);
    let statuses = &found.entry.statuses;
    let (any, all) = (
        statuses.iter().any(is_clients),
        statuses.iter().all(is_clients),
    );
    if any && found.entry.message.is_none() && !settings.is_spoilt("message") {
        if has_source {
            let message = "a 4xx shows its `Display` to the client, and with a source that may tell \
                           what no client should read; write `message = \"…\"`";
            reader.log.mistake(read.name.span(), message);
        }
        // The catalog's message serves a 5xx too, which never shows its `Display`.
        if let Some((text, span)) = fixed_display(&variant.attrs).filter(|_| all) {
            reader.places.note(Place::Field(index, "message"), span);
            found.entry.message = Some(text);
        }
        read.is_displayed = found.entry.message.is_none();
    }
    reader.catalog.codes.push(found.entry);
    read
}

/// Notes where the settings of an entry stand, under the names that the rules give them.
fn note_places(settings: &Settings, index: usize, name: Span, reader: &mut Reader<'_>) {
    const FIELDS: [(&str, &str); 7] = [
        ("status", "statuses"),
        ("number", "number"),
        ("title", "title"),
        ("message", "message"),
        ("related", "related"),
        ("replaced_by", "replaced_by"),
        ("retired", "retired"),
    ];
    let places = &mut reader.places;
    let code = settings.get("code");
    places.note(Place::Code(index), code.map_or(name, Setting::span));
    reader.knows_names &= !settings.is_spoilt("code");
    for (key, field) in FIELDS {
        if settings.is_spoilt(key) {
            places.spoil(Place::Field(index, field));
        }
        let Some(setting) = settings.get(key) else {
            continue;
        };
        places.note(Place::Field(index, field), setting.span());
        for (item, span) in setting.item_spans().enumerate() {
            places.note(Place::Item(index, field, item), span);
        }
    }
}

/// The field, if the variant has it.
fn existing(member: Option<(Member, Span)>, fields: &OfFields, log: &mut Log) -> Option<Member> {
    let (member, span) = member?;
    if fields.members.contains(&member) {
        return Some(member);
    }
    let name = |member: &Member| match member {
        Member::Named(name) => format!("`{name}`"),
        Member::Unnamed(index) => format!("`{}`", index.index),
    };
    let known = fields.members.iter().map(name).collect::<Vec<_>>();
    let help = match &*known {
        [] => "it has none".to_owned(),
        known => format!("it has {}", known.join(", ")),
    };
    let message = format!("the variant has no field {}; {help}", name(&member));
    log.mistake(span, message);
    None
}

/// An `internal` or `transparent` variant has no code of its own, so nothing can be said of one.
fn refuse_beside(settings: &Settings, log: &mut Log) {
    for setting in settings.iter() {
        let name = setting.name();
        let is_known = OfVariant::KEYS.iter().any(|(key, _)| *key == name);
        if is_known && name != "internal" && name != "transparent" {
            let message = format!(
                "`{name}` says something of a code, and an `internal` or `transparent` variant has \
                 none of its own; leave it out"
            );
            log.mistake(setting.key_span(), message);
        }
    }
}

fn transparent(name: &syn::Ident, members: &[Member], log: &mut Log) -> Kind {
    if let [only] = members {
        return Kind::Transparent(only.clone());
    }
    let message = format!(
        "a `transparent` variant is the error in its one field; `{name}` has {} fields",
        members.len()
    );
    log.mistake(name.span(), message);
    Kind::Internal
}
