//! What the attributes of a type can say.

use manila_catalog_file::{Case, Catalog, Operation, Wire};

use super::names::DetailCase;
use crate::ast::Crates;
use crate::attr::{Key, Setting, Settings};
use crate::errors::Errors;

/// What the attributes of the type say.
pub(super) struct TypeAttrs {
    pub(super) catalog: Catalog,
    pub(super) crates: Crates,
    pub(super) detail_case: DetailCase,
}

impl TypeAttrs {
    /// What a type without attributes says.
    pub(super) fn of(name: &str) -> Self {
        Self {
            catalog: Catalog::new(Case::Snake.spell(name), Case::Snake),
            crates: Crates::default(),
            detail_case: DetailCase::AsWritten,
        }
    }

    pub(super) const KEYS: &[Key<Self>] = &[
        ("catalog", |this, setting, errors| {
            if let Some(name) = setting.text(errors) {
                this.catalog.name = name;
            }
        }),
        ("title", |this, setting, errors| {
            this.catalog.title = setting.text(errors);
        }),
        ("case", |this, setting, errors| {
            let case = setting.word(errors, Case::ALL, Case::as_str);
            this.catalog.case = case.unwrap_or(Case::Snake);
        }),
        ("wire", |this, setting, errors| {
            let wire = setting.word(errors, Wire::ALL, Wire::as_str);
            this.catalog.wire = wire.unwrap_or(Wire::Name);
        }),
        ("digits", |this, setting, errors| {
            this.catalog.digits = setting.word(errors, &["status"], |word| word).is_some();
        }),
        ("locales", |this, setting, errors| {
            this.catalog.locales = setting.texts(errors);
        }),
        ("documentation", |this, setting, errors| {
            this.catalog.documentation = setting.text(errors);
        }),
        ("http_case", |this, setting, errors| {
            this.catalog.http_case = setting.word(errors, Case::SPELLINGS, Case::as_str);
        }),
        ("brands", |this, setting, errors| {
            this.catalog.brands = setting.texts(errors);
        }),
        ("facts", |this, setting, errors| {
            for member in setting.members(errors) {
                let title = member.text(errors).unwrap_or_default();
                this.catalog.facts.push((member.name().to_owned(), title));
            }
        }),
        ("operations", operations),
        ("exit_codes", exit_codes),
        ("details_case", |this, setting, errors| {
            let case = setting.word(errors, DetailCase::ALL, DetailCase::as_str);
            this.detail_case = case.unwrap_or(DetailCase::AsWritten);
        }),
        ("crate", |this, setting, errors| {
            let path = setting.path(errors);
            this.crates.manila = path.unwrap_or_else(|| Crates::default().manila);
        }),
        ("axum_crate", |this, setting, errors| {
            let path = setting.path(errors);
            this.crates.axum = path.unwrap_or_else(|| Crates::default().axum);
        }),
        ("actix_crate", |this, setting, errors| {
            let path = setting.path(errors);
            this.crates.actix = path.unwrap_or_else(|| Crates::default().actix);
        }),
        ("utoipa_crate", |this, setting, errors| {
            let path = setting.path(errors);
            this.crates.utoipa = path.unwrap_or_else(|| Crates::default().utoipa);
        }),
        ("aide_crate", |this, setting, errors| {
            let path = setting.path(errors);
            this.crates.aide = path.unwrap_or_else(|| Crates::default().aide);
        }),
    ];
}

fn operations(this: &mut TypeAttrs, setting: &Setting, errors: &mut Errors) {
    const KEYS: &[Key<Operation>] = &[
        ("title", |operation, setting, errors| {
            operation.title = setting.text(errors);
        }),
        ("groups", |operation, setting, errors| {
            operation.groups = setting.texts(errors);
        }),
    ];
    for member in setting.members(errors) {
        let mut operation = Operation::new(member.name());
        let mut settings = Settings::of(member.members(errors));
        settings.apply(KEYS, |_| None, &mut operation, errors);
        this.catalog.operations.push(operation);
    }
}

fn exit_codes(this: &mut TypeAttrs, setting: &Setting, errors: &mut Errors) {
    for member in setting.members(errors) {
        let Ok(status) = member.name().parse() else {
            let message = format!("`{}` is not an error status (400–599)", member.name());
            errors.push(member.name_span(), message);
            continue;
        };
        if let Some(exit_code) = member.integer(errors, "an exit code (0–255)") {
            this.catalog.exit_codes.push((status, exit_code));
        }
    }
}
