//! What `catalog!` makes of a file, seen from outside.

use std::collections::HashSet;
use std::error::Error;

use manila::{
    Applied, Case, Catalog, Code, Condition, DetailType, Envelopes, ErrorCode, Fault, IntoFault,
    Owner, Retry, Scope, Severity, Wire,
};
use serde_json::{Value, json};

const FILE: &str = include_str!("../../../catalogs/vibehost.toml");

manila::catalog! { enum ApiError = "../catalogs/vibehost.toml" }

manila::catalog! {
    /// Derives of the user's own.
    #[derive(Debug, PartialOrd, Ord, serde::Serialize)]
    #[serde(rename_all = "camelCase")]
    #[non_exhaustive]
    pub enum Plans = "tests/it/plans.toml"
}

/// What `ok-error` says of an error.
fn error(error: impl IntoFault) -> Value {
    let rendered = Envelopes::ok_error().render(&error.into_fault(), None);
    let mut body: Value = serde_json::from_slice(rendered.body()).unwrap();
    body["error"].take()
}

#[test]
fn every_code_of_the_file_is_there_in_its_order() {
    let headers = FILE.lines().filter_map(|line| line.strip_prefix("[codes."));
    let names: Vec<_> = headers
        .filter_map(|name| name.strip_suffix(']'))
        .filter(|name| !name.ends_with(".details"))
        .collect();
    let codes: Vec<_> = ApiError::CATALOG.codes().iter().map(Code::name).collect();
    assert_eq!(codes, names);
    assert_eq!(codes.len(), 86);
}

#[test]
fn every_code_is_found_by_its_name() {
    let catalog = ApiError::CATALOG;
    for code in catalog.codes() {
        assert_eq!(catalog.find(code.name()), Some(code));
        assert_eq!(catalog.find(&code.name().to_ascii_lowercase()), None);
        assert_eq!(catalog.find(&format!("{}_", code.name())), None);
    }
    assert_eq!(catalog.find(""), None);
    assert_eq!(catalog.find("404"), None);
}

#[test]
fn a_variant_is_the_code_at_its_place() {
    let check = |variant: ApiError, name: &str| {
        assert_eq!(variant.code().name(), name);
        assert_eq!(variant.code(), &ApiError::CATALOG.codes()[variant as usize]);
        assert_eq!(variant.error_code(), Some(variant.code()));
        assert_eq!(variant.fault().code(), Some(variant.code()));
        assert_eq!(error(variant)["code"], name);
    };
    check(ApiError::Unauthenticated, "UNAUTHENTICATED");
    check(ApiError::PatCapReached, "PAT_CAP_REACHED");
    check(
        ApiError::OgWatermarkToggleRequiresPaid,
        "OG_WATERMARK_TOGGLE_REQUIRES_PAID",
    );
    check(ApiError::ReferralClaimForbidden, "REFERRAL_CLAIM_FORBIDDEN");
}

#[test]
fn display_is_the_message_or_else_the_title() {
    let code = ApiError::PlanLimitExceeded.code();
    assert_eq!(
        Some(&*ApiError::PlanLimitExceeded.to_string()),
        code.message()
    );
    assert_eq!(Plans::Broken.to_string(), "Broken");
    assert!(Plans::Broken.source().is_none());
}

#[test]
fn the_enum_is_a_plain_value() {
    let copy = ApiError::Conflict;
    let both: HashSet<_> = [copy, ApiError::Conflict, ApiError::NotFound].into();
    assert_eq!(both.len(), 2);
    assert_eq!(format!("{copy:?}"), "Conflict");
    assert!(matches!(copy, ApiError::Conflict));
}

#[test]
fn what_the_user_derives_is_derived_once() {
    assert!(Plans::PlanLimit < Plans::Broken);
    assert_eq!([Plans::Old, Plans::Broken].iter().max(), Some(&Plans::Old));
    assert_eq!(serde_json::to_value(Plans::PlanLimit).unwrap(), "planLimit");
}

#[test]
fn the_facts_of_a_code_are_what_the_file_says() {
    let code = ApiError::AccessRequestCooldown.code();
    assert_eq!(code.status().get(), 429);
    assert_eq!(code.title(), "Access request cooldown");
    let message = "Your last request for access was declined, and it is too early for a new one.";
    assert_eq!(code.message(), Some(message));
    assert!(code.meaning().unwrap().contains("`DENY_COOLDOWN_MS`"));
    assert_eq!(
        code.client(),
        ["Show a countdown to `retryAt` and ask again after it."]
    );
    assert_eq!(code.section(), Some("RBAC & grants"));
    assert_eq!(code.retry(), Some(Retry::After));
    assert_eq!(code.severity(), Some(Severity::Warning));
    assert_eq!(code.user_actionable(), Some(true));
    assert_eq!(
        code.related(),
        ["ACCESS_REQUEST_PENDING", "ACCESS_REQUEST_ALREADY_GRANTED"]
    );
    assert_eq!(code.exit_code(), 6);
    assert_eq!(ApiError::PatCapReached.code().title(), "PAT cap reached");

    let details = ApiError::PatResourceNotAllowed.code().details().iter();
    let details: Vec<_> = details.map(|d| (d.name(), d.kind(), d.meaning())).collect();
    assert_eq!(
        details,
        [
            (
                "resourceType",
                DetailType::String,
                Some("the kind of resource that was asked for")
            ),
            (
                "resourceId",
                DetailType::String,
                Some("the resource that was asked for")
            ),
            (
                "allowed",
                DetailType::Array,
                Some("the resources that the token covers")
            ),
        ],
    );
}

#[test]
fn nothing_that_a_file_can_say_is_lost() {
    let code = Plans::PlanLimit.code();
    assert_eq!((code.name(), code.number()), ("PlanLimit", Some(402_001)));
    assert_eq!(
        code.statuses().iter().map(|s| s.get()).collect::<Vec<_>>(),
        [402, 403]
    );
    assert!(code.has_derived_status());
    assert_eq!(code.title(), "Limit of the plan");
    assert_eq!(
        code.message(),
        Some("The plan { $name } includes { $limit } apps.")
    );
    let meaning = "The workspace has used [everything] that its <plan> includes.";
    assert_eq!(code.meaning(), Some(meaning));
    assert_eq!(
        code.causes(),
        ["Every app is in use.", "The plan has lapsed."]
    );
    assert_eq!(code.client(), ["Show the plans.", "Buy a larger plan."]);
    assert_eq!(code.server(), ["Look at the plan."]);
    assert_eq!(code.source(), ["plans_module ~104"]);
    assert_eq!(code.owner(), Some(Owner::User));
    assert_eq!(code.applied(), Some(Applied::No));
    assert_eq!(
        (code.section(), code.category()),
        (Some("Plans"), Some("billing"))
    );
    assert_eq!(code.retry(), Some(Retry::AfterChange));
    assert_eq!(code.severity(), Some(Severity::Critical));
    assert_eq!(code.user_actionable(), Some(true));
    assert_eq!(code.auto_fix(), Some("upgrade"));
    assert_eq!(
        (code.related(), code.mentions()),
        (&["Broken"][..], &["-90"][..])
    );
    assert_eq!(
        code.scope(),
        [Scope::Response, Scope::Violation, Scope::Job]
    );
    assert_eq!(code.since(), Some("1.0.0"));
    assert_eq!(code.deprecated(), Some("1.2.0: plans have no limit"));
    assert_eq!(code.replaced_by(), Some("Broken"));
    let details = code.details().iter();
    let details: Vec<_> = details.map(|d| (d.name(), d.kind(), d.meaning())).collect();
    assert_eq!(
        details,
        [
            ("name", DetailType::String, Some("what the plan is called")),
            ("limit", DetailType::Integer, None),
            ("until", DetailType::Date, None),
        ],
    );
    assert_eq!(code.exit_code(), 3);
    assert_eq!(Plans::Broken.code().exit_code(), 9);
    assert_eq!(Plans::Old.code().exit_code(), 66);
    assert_eq!(Plans::Old.code().retired(), Some("1.1.0: deleted"));
}

#[test]
fn the_catalog_is_what_the_head_of_the_file_says() {
    fn of<E: ErrorCode>() -> &'static Catalog {
        E::CATALOG
    }
    let catalog = of::<ApiError>();
    assert_eq!(
        (catalog.name(), catalog.title()),
        ("vibehost", "VibeHost API")
    );
    assert_eq!(
        (catalog.case(), catalog.wire()),
        (Case::ScreamingSnake, Wire::Name)
    );
    let catalog = of::<Plans>();
    assert_eq!(
        (catalog.name(), catalog.title()),
        ("plans", "The plans API")
    );
    assert_eq!(
        (catalog.case(), catalog.wire()),
        (Case::Pascal, Wire::Number)
    );
    assert_eq!(catalog.find("402001"), Some(Plans::PlanLimit.code()));
    assert_eq!(catalog.find("402002"), None);
}

#[test]
fn the_conditions_are_those_of_the_file() {
    let table = FILE.split("[conditions]\n").nth(1).unwrap();
    let lines = table.split("\n\n").next().unwrap().lines();
    let named: Vec<_> = lines
        .map(|line| line.split_once(" = ").unwrap())
        .map(|(condition, code)| (condition, code.trim_matches('"')))
        .collect();
    assert_eq!(named.len(), 21);
    for condition in Condition::ALL {
        let expected = named.iter().find(|(name, _)| *name == condition.as_str());
        let code = ApiError::CATALOG.condition(*condition).map(Code::name);
        assert_eq!(code, expected.map(|(_, code)| *code), "{condition}");
    }

    let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    let answer = |condition| {
        let rendered = envelopes.render(&Fault::condition(condition), None);
        (rendered.status(), rendered.code().to_owned())
    };
    assert_eq!(
        answer(Condition::UnknownField),
        (400, "VALIDATION_FAILED".to_owned())
    );
    assert_eq!(
        answer(Condition::MethodNotAllowed),
        (405, "METHOD_NOT_ALLOWED".to_owned())
    );
}

#[test]
fn a_code_is_shown_with_its_message_and_the_details_in_it() {
    assert_eq!(
        error(ApiError::Conflict)["message"].as_str(),
        ApiError::Conflict.code().message(),
    );
    // The sentence needs details that this fault does not have.
    assert_eq!(
        error(Plans::PlanLimit),
        json!({"code": 402_001, "message": "Limit of the plan"})
    );
    let fault = Plans::PlanLimit
        .fault()
        .with_detail("name", "gold")
        .with_detail("limit", 5);
    assert_eq!(
        error(fault),
        json!({
            "code": 402_001,
            "message": "The plan gold includes 5 apps.",
            "details": {"name": "gold", "limit": 5},
        }),
    );
    assert_eq!(
        error(Plans::Broken),
        json!({"code": 500_001, "message": "Broken"})
    );
}
