//! What the derive reads of attributes is what the reader of files reads of the same facts.

use super::input::read;
use crate::errors::Errors;

/// The same catalog as an enum and as a file.
struct Case {
    rust: &'static str,
    toml: &'static str,
}

const CASES: &[Case] = &[
    // Everything that a file can say of a catalog, but for conditions and rules.
    Case {
        rust: r#"
            #[error_code(
                catalog = "plans",
                title = "The plans API",
                case = "SCREAMING_SNAKE_CASE",
                wire = "number",
                digits = "status",
                locales = ["en", "es-MX"],
                documentation = "https://docs.example/errors",
                http_case = "kebab-case",
                brands = ["VibeHost"],
                facts = { webhook = "Triggers a webhook", "page no" = "Page" },
                operations = {
                    "POST /v1/apps" = { title = "Create an app", groups = ["Apps"] },
                    deploy = {},
                },
                exit_codes = { 402 = 3, 404 = 9 },
            )]
            enum ApiError {
                #[error_code(status = 402, number = 402_001)]
                PlanLimit,
            }
        "#,
        toml: r#"
            [catalog]
            name = "plans"
            title = "The plans API"
            case = "SCREAMING_SNAKE_CASE"
            wire = "number"
            digits = "status"
            locales = ["en", "es-MX"]
            documentation = "https://docs.example/errors"
            http_case = "kebab-case"
            brands = ["VibeHost"]
            facts = { webhook = "Triggers a webhook", "page no" = "Page" }
            exit_codes = { 402 = 3, 404 = 9 }

            [operations."POST /v1/apps"]
            title = "Create an app"
            groups = ["Apps"]

            [operations.deploy]

            [codes.PLAN_LIMIT]
            status = 402
            number = 402_001
        "#,
    },
    // The spellings that take the names of variants as they are, or none.
    Case {
        rust: r#"
            #[error_code(catalog = "plans", case = "camelCase")]
            enum ApiError {
                #[error_code(status = 402)]
                PlanLimit,
            }
        "#,
        toml: "[catalog]\nname = 'plans'\ncase = 'camelCase'\n[codes.planLimit]\nstatus = 402",
    },
    Case {
        rust: r#"
            #[error_code(catalog = "plans", case = "any")]
            enum ApiError {
                #[error_code(status = 402, code = "plan/limit-reached")]
                PlanLimit,
                #[error_code(status = 404)]
                NotFound,
            }
        "#,
        toml: "[catalog]\nname = 'plans'\ncase = 'any'\n[codes.'plan/limit-reached']\nstatus = 402\n\
               [codes.NotFound]\nstatus = 404",
    },
    // What an enum leaves out.
    Case {
        rust: "enum ApiError {}",
        toml: "[catalog]\nname = 'api_error'\ncase = 'snake_case'",
    },
    // Everything that a file can say of a code.
    Case {
        rust: r#"
            #[error_code(catalog = "plans")]
            enum ApiError {
                #[error_code(
                    number = -7,
                    statuses = [402, 403],
                    derived,
                    title = "Plan limit",
                    message = "The plan includes { $limit } apps.",
                    meaning = "All apps are in use.",
                    causes = ["Every app is in use.", "The plan has lapsed."],
                    client = ["Show the plans.", "Buy a larger plan."],
                    server = "Nothing.",
                    operations = ["POST /v1/apps", "mutations"],
                    next = "POST /v1/plans",
                    facts = { webhook = "internal", "page no" = -16, share = -1.50, old = false },
                    source = ["plans_module ~104"],
                    section = "Plans",
                    category = "billing",
                    retry = "after_change",
                    severity = "warning",
                    user_actionable,
                    owner = "user",
                    applied = "unknown",
                    auto_fix = "upgrade",
                    related = ["old"],
                    mentions = ["-90"],
                    scope = ["response", "job"],
                    exit_code = 7,
                    since = "1.0.0",
                    deprecated = "1.1.0: plans have no limit",
                    retired = "2.0.0",
                    replaced_by = "old",
                    details = {
                        limit = { type = "integer", meaning = "how many the plan includes", required = true },
                        kinds = { type = "array", items = "string", values = ["app", "site"] },
                        upgrade-url = { type = "uri" },
                        "in use" = { type = "any" },
                    },
                    allow = { long-text = "it is a page of law", "full-stop" = "it is a title" },
                )]
                PlanLimit,
                #[error_code(status = 410, user_actionable = false, derived = false)]
                Old,
            }
        "#,
        toml: r#"
            [catalog]
            name = "plans"
            case = "snake_case"

            [codes.plan_limit]
            number = -7
            statuses = [402, 403]
            derived = true
            title = "Plan limit"
            message = "The plan includes { $limit } apps."
            meaning = "All apps are in use."
            causes = ["Every app is in use.", "The plan has lapsed."]
            client = ["Show the plans.", "Buy a larger plan."]
            server = "Nothing."
            operations = ["POST /v1/apps", "mutations"]
            next = "POST /v1/plans"
            facts = { webhook = "internal", "page no" = -16, share = -1.50, old = false }
            source = ["plans_module ~104"]
            section = "Plans"
            category = "billing"
            retry = "after_change"
            severity = "warning"
            user_actionable = true
            owner = "user"
            applied = "unknown"
            auto_fix = "upgrade"
            related = ["old"]
            mentions = ["-90"]
            scope = ["response", "job"]
            exit_code = 7
            since = "1.0.0"
            deprecated = "1.1.0: plans have no limit"
            retired = "2.0.0"
            replaced_by = "old"
            allow = { long-text = "it is a page of law", full-stop = "it is a title" }

            [codes.plan_limit.details]
            limit = { type = "integer", meaning = "how many the plan includes", required = true }
            kinds = { type = "array", items = "string", values = ["app", "site"] }
            upgrade-url = { type = "uri" }
            "in use" = { type = "any" }

            [codes.old]
            status = 410
            user_actionable = false
            derived = false
        "#,
    },
    // Details in fields, after those that are attached by hand, and the texts of doc comments.
    Case {
        rust: r#"
            #[error_code(catalog = "plans", details_case = "camelCase")]
            enum ApiError {
                /// All apps are in use.
                #[error("The plan's limit is reached.")]
                #[error_code(status = [402, 400], details = { plan = { type = "string" } })]
                PlanLimit {
                    /// how many the plan includes
                    #[error_code(detail, required = false)]
                    most_apps: Option<u32>,
                    #[error_code(detail, required, items = "string", values = ["app", "site"])]
                    kinds: Vec<String>,
                    #[error_code(detail, rename = "since", kind = "date-time", meaning = "since when")]
                    start: String,
                },
            }
        "#,
        toml: r#"
            [catalog]
            name = "plans"
            case = "snake_case"

            [codes.plan_limit]
            statuses = [402, 400]
            message = "The plan's limit is reached."
            meaning = "All apps are in use."

            [codes.plan_limit.details]
            plan = { type = "string" }
            mostApps = { type = "integer", meaning = "how many the plan includes", required = false }
            kinds = { type = "array", required = true, items = "string", values = ["app", "site"] }
            since = { type = "date-time", meaning = "since when" }
        "#,
    },
    // A text of thiserror's that is for clients.
    Case {
        rust: r#"
            #[error_code(catalog = "plans")]
            enum ApiError {
                #[error("Down for maintenance.")]
                #[error_code(status = 503, message)]
                Down,
                #[error("The plan {0} includes {1} apps.")]
                #[error_code(status = 402, message)]
                PlanLimit(
                    #[error_code(detail, rename = "plan")] String,
                    #[error_code(detail, rename = "most")] u32,
                ),
            }
        "#,
        toml: r#"
            [catalog]
            name = "plans"
            case = "snake_case"

            [codes.down]
            status = 503
            message = "Down for maintenance."

            [codes.plan_limit]
            status = 402
            message = "The plan { $plan } includes { $most } apps."

            [codes.plan_limit.details]
            plan = { type = "string" }
            most = { type = "integer" }
        "#,
    },
    // The codes of conditions and of rules.
    Case {
        rust: r#"
            #[error_code(catalog = "plans", case = "kebab-case")]
            enum ApiError {
                #[error_code(status = 404, condition = ["route_not_found", "gone"])]
                NotFound,
                #[error_code(status = 422, rule = ["email", "my_rule"])]
                Invalid,
                #[error_code(code = "it-failed", status = 500, default)]
                Failed,
            }
        "#,
        toml: r#"
            [catalog]
            name = "plans"
            case = "kebab-case"

            [conditions]
            route_not_found = "not-found"
            gone = "not-found"
            internal = "it-failed"

            [rules]
            email = "invalid"
            my_rule = "invalid"

            [codes.not-found]
            status = 404

            [codes.invalid]
            status = 422

            [codes.it-failed]
            status = 500
        "#,
    },
];

#[test]
fn an_enum_and_a_file_that_say_the_same_are_the_same_catalog() {
    for Case { rust, toml } in CASES {
        let mut errors = Errors::default();
        let read = read(syn::parse_str(rust).unwrap(), &mut errors);
        assert!(errors.is_empty(), "{}", errors.into_compile_errors());
        let file = manila_catalog_file::read(toml).unwrap().into_catalog();
        assert_eq!(read.catalog, file, "{rust}");
    }
}

/// So that a key that the format gets fails here until the derive has it.
#[test]
fn every_key_of_a_file_is_in_one_of_the_cases() {
    let files: String = CASES.iter().map(|case| case.toml).collect();
    for table in [
        "",
        "[catalog]",
        "[operations.a]",
        "[codes.a]",
        "[codes.a.details.a]",
    ] {
        let keys = keys_of(table);
        assert!(!keys.is_empty(), "{table}");
        for key in keys {
            let is_there = [format!("{key} ="), format!("[{key}"), format!(".{key}]")];
            assert!(
                is_there.iter().any(|text| files.contains(text)),
                "no case has `{key}` of {table}"
            );
        }
    }
}

/// The keys of a table, as the reader lists them to whoever writes one that it does not know.
fn keys_of(table: &str) -> Vec<String> {
    let (_, mistakes) = manila_catalog_file::recover(&format!("{table}\n0123456789 = 1"));
    let helps = mistakes
        .iter()
        .filter(|mistake| mistake.rule == "unknown-key")
        .filter_map(|mistake| mistake.help.as_deref());
    let words = helps.flat_map(|help| help.split('`').skip(1).step_by(2));
    words.map(str::to_owned).collect()
}
