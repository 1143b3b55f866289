//! Reads the tables of a file, and `[catalog]`, `[conditions]` and `[rules]` in it.

use toml::de::DeTable;

use super::{
    code,
    log::{HEADER, Log},
    value::{Bounds, Keys, Value, read_fields},
};
use crate::{
    Case, Catalog, CatalogPath, Condition, Operation, Wire, nearest,
    phrase::{did_you_mean, quoted},
};

const TABLES: &Keys<Catalog> = &[
    ("catalog", |catalog, mut value| {
        value.fields(HEAD, catalog, CatalogPath::Catalog);
    }),
    ("conditions", conditions),
    ("rules", rules),
    ("operations", operations),
    ("codes", code::read),
];

const HEAD: &Keys<Catalog> = &[
    ("name", |catalog, value| {
        catalog.name = value.text().unwrap_or_default();
    }),
    ("title", |catalog, value| catalog.title = value.text()),
    ("case", |catalog, value| {
        catalog.case = value.word(Case::ALL, Case::as_str).unwrap_or(catalog.case);
    }),
    ("wire", |catalog, value| {
        catalog.wire = value.word(Wire::ALL, Wire::as_str).unwrap_or(catalog.wire);
    }),
    ("digits", |catalog, value| {
        catalog.digits = value.word(&["status"], |word| word).is_some();
    }),
    ("locales", |catalog, value| {
        catalog.locales = value.texts();
    }),
    ("documentation", |catalog, value| {
        catalog.documentation = value.text();
    }),
    ("http_case", |catalog, value| {
        catalog.http_case = value.word(Case::SPELLINGS, Case::as_str);
    }),
    ("brands", |catalog, value| {
        catalog.brands = value.texts();
    }),
    ("facts", |catalog, value| {
        value.each(|name, value| {
            let value = value.item(catalog.facts.len(), name.span());
            let title = value.text().unwrap_or_default();
            catalog.facts.push((name.get_ref().to_string(), title));
        });
    }),
    ("exit_codes", exit_codes),
];

const OPERATION_KEYS: &Keys<Operation> = &[
    ("title", |operation, value| operation.title = value.text()),
    ("groups", |operation, value| {
        operation.groups = value.texts();
    }),
];

/// A catalog of which nothing has been read.
pub(super) fn empty() -> Catalog {
    Catalog::new(String::new(), Case::Snake)
}

/// Reads what there is.
pub(super) fn read(log: &mut Log, tree: &DeTable<'_>) -> Catalog {
    let mut catalog = empty();
    read_fields(tree, log, TABLES, &mut catalog, CatalogPath::Catalog);
    let case = CatalogPath::Catalog("case");
    if !log.knows(case) || log.is_unreadable(case) {
        catalog.case = commonest_case(&catalog);
    }
    catalog
}

/// Reports what has to be there and is not.
pub(super) fn require(log: &mut Log, catalog: &Catalog) {
    if !log.knows(HEADER) {
        let message = "missing table `[catalog]`".to_owned();
        log.report("missing-key", 0..0, message, None);
    }
    let header = log
        .spans
        .get(&HEADER)
        .filter(|_| !log.is_unreadable(HEADER))
        .cloned();
    let name = || "choose a name; files are named after it".to_owned();
    let case = || format!("the codes suggest `case = \"{}\"`", catalog.case);
    for (key, help) in [("name", &name as &dyn Fn() -> String), ("case", &case)] {
        if log.knows(CatalogPath::Catalog(key)) {
            continue;
        }
        if let Some(header) = header.clone() {
            let message = format!("missing key `{key}` in `[catalog]`");
            log.report("missing-key", header, message, Some(help()));
        }
        log.mark_unreadable(CatalogPath::Catalog(key));
    }
}

/// The spelling that most codes keep to, so that a mistake in `case` does not become one in every
/// code.
fn commonest_case(catalog: &Catalog) -> Case {
    let fitting = |case: Case| {
        let fits = catalog.codes.iter().filter(|code| case.accepts(&code.name));
        fits.count()
    };
    let mut commonest = Case::Snake;
    for case in Case::SPELLINGS {
        if fitting(*case) > fitting(commonest) {
            commonest = *case;
        }
    }
    commonest
}

fn exit_codes(catalog: &mut Catalog, value: Value<'_>) {
    value.each(|key, value| {
        let name = key.get_ref();
        let status = name.parse().ok();
        let Some(status) = status.filter(|status: &u16| status.to_string() == *name) else {
            let message = format!("{} is not {}", quoted(name), Bounds::STATUS.what);
            value.log.report("status-range", key.span(), message, None);
            return;
        };
        let value = value.item(catalog.exit_codes.len(), key.span());
        let exit_code = value.integer(Bounds::EXIT_CODE).unwrap_or_default();
        catalog.exit_codes.push((status, exit_code));
    });
}

fn conditions(catalog: &mut Catalog, value: Value<'_>) {
    value.each(|key, value| {
        let name = key.get_ref();
        let Some(condition) = Condition::from_word(name) else {
            let known = Condition::ALL.iter().map(|condition| condition.as_str());
            let help = nearest(name, known).map(did_you_mean);
            let message = format!("unknown condition {}", quoted(name));
            value.log.report("unknown-word", key.span(), message, help);
            return;
        };
        let span = value.node.span();
        let value = value.item(catalog.conditions.len(), span);
        let code = value.text().unwrap_or_default();
        catalog.conditions.push((condition, code));
    });
}

fn operations(catalog: &mut Catalog, value: Value<'_>) {
    value.each(|name, value| {
        let mut operation = Operation::new(name.get_ref().as_ref());
        let mut value = value.item(catalog.operations.len(), name.span());
        let path = value.path;
        value.fields(OPERATION_KEYS, &mut operation, |_| path);
        catalog.operations.push(operation);
    });
}

fn rules(catalog: &mut Catalog, value: Value<'_>) {
    value.each(|key, value| {
        let span = value.node.span();
        let value = value.item(catalog.rules.len(), span);
        let code = value.text().unwrap_or_default();
        catalog.rules.push((key.get_ref().to_string(), code));
    });
}
