//! From attributes to a catalog, with the place of everything.

mod field;
mod finding;
mod names;
mod variant;

use std::collections::{HashMap, HashSet};

use manila_catalog_file::{Case, Catalog, Place, Wire, check};
use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::{Attribute, Data, DeriveInput};

use self::field::OfField;
use self::names::DetailCase;
use self::variant::{OfVariant, read_variant};
use crate::ast::{CodeEnum, Crates, Variant};
use crate::attr::{Key, Settings};
use crate::log::Log;

/// Reads a derive's input. Mistakes go to the log; what can be read comes back all the same.
pub(crate) fn read(input: DeriveInput, log: &mut Log) -> CodeEnum {
    let mut settings = Settings::read(&input.attrs, log);
    let name = input.ident.unraw().to_string();
    let of_type = OfType::read(&name, &mut settings, log);
    let places = Places {
        spans: HashMap::new(),
        spoilt: HashSet::new(),
        otherwise: input.ident.span(),
    };
    let mut reader = Reader {
        catalog: of_type.catalog,
        detail_case: of_type.detail_case,
        places,
        knows_names: !settings.is_spoilt("case"),
        log,
    };
    note_places(&settings, &mut reader.places);
    let mut variants = Vec::new();
    if let Data::Enum(data) = input.data {
        variants.extend(
            data.variants
                .into_iter()
                .map(|variant| read_variant(variant, &mut reader)),
        );
        judge(&mut reader, &variants);
    } else {
        let message = "`ErrorCode` is for an enum, which has a variant for each code; make this an \
                       enum of one variant";
        reader.log.mistake(input.ident.span(), message);
    }
    CodeEnum {
        name: input.ident,
        visibility: input.vis,
        generics: input.generics,
        catalog: reader.catalog,
        variants,
        crates: of_type.crates,
    }
}

fn judge(reader: &mut Reader<'_>, variants: &[Variant]) {
    for finding in check(&reader.catalog) {
        let is_known = reader.knows_names || !finding::is_about_names(&finding);
        if is_known && !reader.places.is_spoilt(finding.place) {
            let span = reader.places.span(finding.place);
            let text = finding::text_of(finding, &reader.catalog, variants);
            reader.log.mistake(span, text);
        }
    }
}

/// Notes where the settings of the catalog stand, under the names that the rules give them.
fn note_places(settings: &Settings, places: &mut Places) {
    for (key, field) in [("catalog", "name"), ("title", "title")] {
        if let Some(setting) = settings.get(key) {
            places.note(Place::Catalog(field), setting.span());
        }
    }
}

/// The crates that the type's attributes name.
pub(crate) fn read_crates(attributes: &[Attribute], log: &mut Log) -> Crates {
    OfType::read("", &mut Settings::read(attributes, log), log).crates
}

/// The crates that the attributes of `catalog!` name; everything else stands in its file.
#[cfg(feature = "catalog")]
pub(crate) fn read_crates_alone(attributes: &[Attribute], log: &mut Log) -> Crates {
    let mut settings = Settings::read(attributes, log);
    let crates = OfType::read("", &mut settings, log).crates;
    for setting in settings.iter() {
        let name = setting.name();
        let is_known = OfType::KEYS.iter().any(|(key, _)| *key == name);
        if is_known && !name.ends_with("crate") {
            let message = format!("`{name}` is for the derive; here the catalog's file says it");
            log.mistake(setting.key_span(), message);
        }
    }
    crates
}

/// What is being read.
struct Reader<'l> {
    catalog: Catalog,
    detail_case: DetailCase,
    places: Places,
    /// Whether every code is called as its author meant it.
    knows_names: bool,
    log: &'l mut Log,
}

/// Where the parts of the catalog stand in the source.
struct Places {
    spans: HashMap<Place, Span>,
    /// What could not be read, so that it cannot be judged.
    spoilt: HashSet<Place>,
    /// The type's name, for what stands nowhere.
    otherwise: Span,
}

impl Places {
    fn note(&mut self, place: Place, span: Span) {
        self.spans.insert(place, span);
    }

    fn spoil(&mut self, place: Place) {
        self.spoilt.insert(place);
    }

    /// The place, else what is around it.
    fn span(&self, place: Place) -> Span {
        outward(place)
            .find_map(|place| self.spans.get(&place))
            .copied()
            .unwrap_or(self.otherwise)
    }

    fn is_spoilt(&self, place: Place) -> bool {
        outward(place).any(|place| self.spoilt.contains(&place))
    }
}

fn outward(place: Place) -> impl Iterator<Item = Place> {
    std::iter::successors(Some(place), |place| place.parent())
}

/// What the attributes of the type say.
struct OfType {
    catalog: Catalog,
    crates: Crates,
    detail_case: DetailCase,
}

impl OfType {
    const KEYS: &[Key<Self>] = &[
        ("catalog", |this, setting, log| {
            if let Some(name) = setting.text(log) {
                this.catalog.name = name;
            }
        }),
        ("title", |this, setting, log| {
            this.catalog.title = setting.text(log)
        }),
        ("case", |this, setting, log| {
            let case = setting.word(log, Case::ALL, Case::as_str);
            this.catalog.case = case.unwrap_or(Case::Snake);
        }),
        ("wire", |this, setting, log| {
            this.catalog.wire = setting
                .word(log, Wire::ALL, Wire::as_str)
                .unwrap_or(Wire::Name);
        }),
        ("digits", |this, setting, log| {
            this.catalog.digits = setting.word(log, &["status"], |word| word).is_some();
        }),
        ("details_case", |this, setting, log| {
            let case = setting.word(log, DetailCase::ALL, DetailCase::as_str);
            this.detail_case = case.unwrap_or(DetailCase::AsWritten);
        }),
        ("crate", |this, setting, log| {
            this.crates.manila = setting
                .path(log)
                .unwrap_or_else(|| Crates::default().manila);
        }),
        ("axum_crate", |this, setting, log| {
            this.crates.axum = setting.path(log).unwrap_or_else(|| Crates::default().axum);
        }),
        ("actix_crate", |this, setting, log| {
            this.crates.actix = setting.path(log).unwrap_or_else(|| Crates::default().actix);
        }),
    ];

    fn read(name: &str, settings: &mut Settings, log: &mut Log) -> Self {
        let mut this = Self {
            catalog: Catalog::new(Case::Snake.spell(name), Case::Snake),
            crates: Crates::default(),
            detail_case: DetailCase::AsWritten,
        };
        settings.apply(Self::KEYS, home_of, &mut this, log);
        this
    }
}

/// What a setting belongs to.
fn home_of(name: &str) -> Option<&'static str> {
    if OfType::KEYS.iter().any(|(key, _)| *key == name) {
        Some("the type")
    } else if OfVariant::KEYS.iter().any(|(key, _)| *key == name) {
        Some("a variant")
    } else if OfField::KEYS.iter().any(|(key, _)| *key == name) {
        Some("a field")
    } else {
        None
    }
}
