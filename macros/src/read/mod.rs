//! From attributes to a catalog, with the place of everything.

mod field;
mod names;
mod variant;

use std::collections::HashMap;

use manila_catalog_file::{Case, Catalog, Finding, Place, Wire, check};
use proc_macro2::Span;
use syn::{Attribute, Data, DeriveInput};

use self::names::DetailCase;
use self::variant::read_variant;
use crate::ast::{CodeEnum, Crates};
use crate::attr::{Key, apply, settings};
use crate::log::Log;

/// Reads a derive's input. Mistakes go to the log; what can be read comes back all the same.
pub(crate) fn read(input: DeriveInput, log: &mut Log) -> Option<CodeEnum> {
    let Data::Enum(data) = input.data else {
        let message = "`ErrorCode` is derived for an enum that has a variant for each code";
        log.mistake(input.ident.span(), message);
        return None;
    };
    let of_type = OfType::read(&input.ident.to_string(), &input.attrs, log);
    let OfType {
        catalog,
        crates,
        detail_case,
    } = of_type;
    let places = Places {
        spans: HashMap::new(),
        otherwise: input.ident.span(),
    };
    let mut reader = Reader {
        catalog,
        detail_case,
        places,
        log,
    };
    let variants = data
        .variants
        .into_iter()
        .map(|variant| read_variant(variant, &mut reader));
    let variants = variants.collect();
    for finding in check(&reader.catalog) {
        let span = reader.places.span(finding.place);
        reader.log.mistake(span, text_of(finding));
    }
    let catalog = reader.catalog;
    let (name, visibility, generics) = (input.ident, input.vis, input.generics);
    Some(CodeEnum {
        name,
        visibility,
        generics,
        catalog,
        variants,
        crates,
    })
}

/// The crates that the type's attributes name; their mistakes are for another macro to tell.
pub(crate) fn read_crates(attributes: &[Attribute]) -> Crates {
    OfType::read("", attributes, &mut Log::default()).crates
}

/// What is being read.
struct Reader<'l> {
    catalog: Catalog,
    detail_case: DetailCase,
    places: Places,
    log: &'l mut Log,
}

/// Where the parts of the catalog stand in the source.
struct Places {
    spans: HashMap<Place, Span>,
    /// The type's name, for what stands nowhere.
    otherwise: Span,
}

impl Places {
    fn note(&mut self, place: Place, span: Span) {
        self.spans.insert(place, span);
    }

    /// The place, else what is around it.
    fn span(&self, place: Place) -> Span {
        let mut around = std::iter::successors(Some(place), |place| place.parent());
        around
            .find_map(|place| self.spans.get(&place))
            .copied()
            .unwrap_or(self.otherwise)
    }
}

fn text_of(finding: Finding) -> String {
    match finding.help {
        Some(help) => format!("{}; {help}", finding.message),
        None => finding.message,
    }
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
            this.catalog.name = setting.text(log).unwrap_or_default();
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

    fn read(name: &str, attributes: &[Attribute], log: &mut Log) -> Self {
        let catalog = Catalog::new(Case::Snake.spell(name), Case::Snake);
        let (crates, detail_case) = (Crates::default(), DetailCase::AsWritten);
        let mut this = Self {
            catalog,
            crates,
            detail_case,
        };
        apply(&settings(attributes, log), Self::KEYS, &mut this, log);
        this
    }
}
