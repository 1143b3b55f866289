//! Codes, their spelling and their facts.

use manila::{Case, Catalog, Condition, DetailType, ErrorCode, Retry, Scope, Severity, Wire};
use serde_json::json;

use super::{answer, error, field};

macro_rules! spelled {
    ($name:ident, $case:literal) => {
        #[derive(manila::ErrorCode)]
        #[error_code(case = $case)]
        #[allow(dead_code, reason = "not each case needs each variant")]
        enum $name {
            #[error_code(status = 502)]
            Http2Failed,
            #[error_code(status = 500)]
            XMLTooDeep,
        }
    };
}

spelled!(Snake, "snake_case");
spelled!(Screaming, "SCREAMING_SNAKE_CASE");
spelled!(Pascal, "PascalCase");
spelled!(Kebab, "kebab-case");

#[test]
fn a_code_is_the_name_of_its_variant_in_the_catalogs_case() {
    fn check(catalog: &'static Catalog, case: Case, codes: [&str; 2], own: &str) {
        assert_eq!(catalog.case(), case);
        let names: Vec<_> = catalog.codes().iter().map(|code| code.name()).collect();
        assert_eq!(names, codes);
        // So are the codes that HTTP names.
        assert_eq!(
            answer(Condition::MethodNotAllowed, catalog),
            (405, own.to_owned())
        );
    }
    check(
        Snake::CATALOG,
        Case::Snake,
        ["http2_failed", "xml_too_deep"],
        "method_not_allowed",
    );
    check(
        Screaming::CATALOG,
        Case::ScreamingSnake,
        ["HTTP2_FAILED", "XML_TOO_DEEP"],
        "METHOD_NOT_ALLOWED",
    );
    check(
        Pascal::CATALOG,
        Case::Pascal,
        ["Http2Failed", "XmlTooDeep"],
        "MethodNotAllowed",
    );
    check(
        Kebab::CATALOG,
        Case::Kebab,
        ["http2-failed", "xml-too-deep"],
        "method-not-allowed",
    );
}

#[test]
fn every_value_has_the_code_of_its_variant() {
    assert_eq!(Snake::XMLTooDeep.code().name(), "xml_too_deep");
    assert_eq!(Kebab::Http2Failed.code(), &Kebab::CATALOG.codes()[0]);
    assert_ne!(Kebab::Http2Failed.code(), Kebab::XMLTooDeep.code());
    assert_eq!(error(Screaming::XMLTooDeep)["code"], "XML_TOO_DEEP");
    assert_eq!(
        field(&Pascal::XMLTooDeep.fault(), "x-error-code"),
        ["XmlTooDeep"]
    );
    assert_eq!(
        Pascal::XMLTooDeep.fault().code(),
        Some(Pascal::XMLTooDeep.code())
    );
}

/// What the plans API refuses.
#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "plans", title = "The plans API")]
#[error_code(locales = ["en", "es"], exit_codes = { 410 = 4, 402 = 9 })]
enum Described {
    /// The workspace has used everything
    /// that its plan includes.
    ///
    /// It is refused.
    #[error("the limit is reached")]
    #[error_code(
        status = [402, 403],
        code = "no_more_apps",
        title = "Plan limit",
        client = "Buy a larger plan.",
        server = "Look at the plan.",
        section = "Plans",
        category = "billing",
        auto_fix = "upgrade",
        retry = "after_change",
        severity = "warning",
        user_actionable,
        exit_code = 3,
        scope = ["response", "job"],
        related = ["old"],
        mentions = ["-90"],
        since = "1.0.0",
        deprecated = "1.2.0: plans have no limit",
        replaced_by = "old"
    )]
    PlanLimit {
        /// How many apps the plan includes.
        #[error_code(detail)]
        limit: Option<u32>,
        #[error_code(detail, rename = "since", kind = "date-time", meaning = "since when")]
        start: String,
    },

    /// A comment for programmers.
    #[error("this is no more")]
    #[error_code(
        statuses = [410, 404],
        derived,
        meaning = "It was deleted.",
        details = { when = { type = "date", meaning = "the day" } },
        allow = { no-client-advice = "there is nothing to do" },
        retired = "1.1.0: deleted",
        user_actionable = false,
    )]
    Old,
}

#[test]
fn the_facts_of_a_code_are_what_the_attributes_say() {
    let [limit, old] = Described::CATALOG.codes() else {
        panic!("there are two codes");
    };
    assert_eq!(limit.name(), "no_more_apps");
    assert_eq!(
        limit.statuses().iter().map(|s| s.get()).collect::<Vec<_>>(),
        [402, 403]
    );
    assert!(!limit.has_derived_status());
    assert_eq!(limit.title(), "Plan limit");
    assert_eq!(limit.message(), Some("the limit is reached"));
    let meaning = "The workspace has used everything\nthat its plan includes.\n\nIt is refused.";
    assert_eq!(limit.meaning(), Some(meaning));
    assert_eq!(limit.client(), ["Buy a larger plan."]);
    assert_eq!(limit.server(), ["Look at the plan."]);
    assert_eq!(limit.section(), Some("Plans"));
    assert_eq!(limit.category(), Some("billing"));
    assert_eq!(limit.auto_fix(), Some("upgrade"));
    assert_eq!(limit.retry(), Some(Retry::AfterChange));
    assert_eq!(limit.severity(), Some(Severity::Warning));
    assert_eq!(limit.user_actionable(), Some(true));
    assert_eq!(limit.exit_code(), 3);
    assert_eq!(limit.scope(), [Scope::Response, Scope::Job]);
    assert_eq!(limit.related(), ["old"]);
    assert_eq!(limit.mentions(), ["-90"]);
    assert_eq!(limit.since(), Some("1.0.0"));
    assert_eq!(limit.deprecated(), Some("1.2.0: plans have no limit"));
    assert_eq!(limit.replaced_by(), Some("old"));
    assert_eq!(limit.retired(), None);
    let details = limit.details().iter();
    let details: Vec<_> = details.map(|d| (d.name(), d.kind(), d.meaning())).collect();
    assert_eq!(
        details,
        [
            (
                "limit",
                DetailType::Integer,
                Some("How many apps the plan includes.")
            ),
            ("since", DetailType::DateTime, Some("since when")),
        ],
    );

    let statuses: Vec<_> = old.statuses().iter().map(|s| s.get()).collect();
    assert_eq!(statuses, [410, 404]);
    assert!(old.has_derived_status());
    assert_eq!(old.meaning(), Some("It was deleted."));
    assert_eq!(old.exit_code(), 4);
    let [when] = old.details() else {
        panic!("there is one detail");
    };
    assert_eq!(
        (when.name(), when.kind(), when.meaning()),
        ("when", DetailType::Date, Some("the day"))
    );
    assert_eq!(old.retired(), Some("1.1.0: deleted"));
    assert_eq!(old.user_actionable(), Some(false));
}

#[test]
fn what_no_attribute_says_is_not_known() {
    let code = Snake::Http2Failed.code();
    assert_eq!(
        (code.message(), code.meaning(), code.client()),
        (None, None, &[][..])
    );
    assert_eq!(
        (code.retry(), code.severity(), code.number()),
        (None, None, None)
    );
    assert_eq!(code.scope(), [Scope::Response]);
    assert!(code.details().is_empty() && code.related().is_empty() && code.mentions().is_empty());
}

#[test]
fn a_catalog_is_called_as_its_type_unless_it_says_otherwise() {
    assert_eq!(
        (Described::CATALOG.name(), Described::CATALOG.title()),
        ("plans", "The plans API")
    );
    assert_eq!(
        (Snake::CATALOG.name(), Snake::CATALOG.title()),
        ("snake", "snake")
    );
    assert_eq!(Snake::CATALOG.wire(), Wire::Name);
}

#[test]
fn a_title_is_the_code_in_words_unless_there_is_one() {
    assert_eq!(Screaming::XMLTooDeep.code().title(), "Xml too deep");
    assert_eq!(Described::Old.code().title(), "Old");
    let limit = Described::PlanLimit {
        limit: Some(5),
        start: String::new(),
    };
    assert_eq!(limit.code().title(), "Plan limit");
}

#[test]
fn a_code_is_found_by_its_name_alone() {
    let catalog = Screaming::CATALOG;
    assert_eq!(
        catalog.find("XML_TOO_DEEP"),
        Some(Screaming::XMLTooDeep.code())
    );
    for miss in [
        "",
        "xml_too_deep",
        "XML_TOO_DEE",
        "XML_TOO_DEEP ",
        "502",
        "Http2Failed",
        "é",
    ] {
        assert_eq!(catalog.find(miss), None, "{miss:?}");
    }
}

#[test]
fn exit_codes_are_the_nearest_of_sysexits_unless_there_is_one() {
    macro_rules! refused {
        ($($variant:ident = $status:literal,)+) => {
            #[derive(manila::ErrorCode)]
            #[expect(dead_code, reason = "its catalog is what is looked at")]
            enum Refused {
                $(#[error_code(status = $status, message = "No.")] $variant,)+
                #[error_code(status = 404, message = "No.", exit_code = 9)]
                Own,
            }
        };
    }
    refused! {
        Malformed = 400, Unknown = 401, Unpaid = 402, Missing = 404, Method = 405, Slow = 408,
        Invalid = 422, Many = 429, Legal = 451, Odd = 499, Broken = 500, Unwritten = 501,
        Upstream = 502, Closed = 503, Late = 504, Full = 507,
    }
    let exit_codes: Vec<_> = Refused::CATALOG
        .codes()
        .iter()
        .map(|code| (code.status().get(), code.exit_code()))
        .collect();
    assert_eq!(
        exit_codes,
        [
            (400, 65),
            (401, 77),
            (402, 77),
            (404, 66),
            (405, 64),
            (408, 75),
            (422, 65),
            (429, 75),
            (451, 77),
            (499, 65),
            (500, 70),
            (501, 69),
            (502, 69),
            (503, 75),
            (504, 75),
            (507, 70),
            (404, 9),
        ],
    );
}

#[test]
fn a_detail_without_a_field_is_attached_by_hand() {
    let fault = Described::Old.fault().with_detail("when", "2026-01-31");
    assert_eq!(error(fault)["details"], json!({"when": "2026-01-31"}));
    assert_eq!(error(Described::Old).get("details"), None);
}

#[test]
fn the_trait_tells_what_the_type_does() {
    fn of<E: ErrorCode>(error: &E) -> (&'static str, Option<&'static str>) {
        (
            E::CATALOG.name(),
            error.error_code().map(|code| code.name()),
        )
    }
    assert_eq!(of(&Described::Old), ("plans", Some("old")));
    assert_eq!(
        error(Described::Old),
        json!({"code": "old", "message": "this is no more"})
    );
}
