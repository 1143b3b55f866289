//! What the derive makes of attributes is what `catalog!` makes of a file that says the same.

mod in_attributes {
    #[derive(manila::ErrorCode)]
    #[error_code(
        catalog = "plans",
        title = "The plans API",
        case = "SCREAMING_SNAKE_CASE",
        wire = "number",
        digits = "status",
        locales = ["en", "es-MX"],
        documentation = "https://docs.example/errors",
        http_case = "camelCase",
        brands = ["VibeHost"],
        facts = { webhook = "Triggers a webhook" },
        operations = { "POST /v1/apps" = { title = "Create an app", groups = ["Apps"] }, deploy = {} },
        exit_codes = { 402 = 3, 410 = 4 },
    )]
    #[expect(dead_code, reason = "its catalog is what is looked at")]
    pub(super) enum ApiError {
        #[error_code(
            number = 402_001,
            statuses = [402, 403],
            derived = true,
            title = "Plan limit",
            message = "The plan includes { $limit } apps.",
            meaning = "All apps are in use.",
            causes = ["Every app is in use.", "The plan has lapsed."],
            client = ["Show the plans.", "Buy a larger plan."],
            server = "Nothing.",
            source = ["plans_module ~104"],
            operations = ["POST /v1/apps", "mutations"],
            next = "POST /v1/plans",
            facts = { webhook = "internal", page = -7, share = 0.50, old = true },
            section = "Plans",
            category = "billing",
            retry = "after_change",
            severity = "warning",
            user_actionable = true,
            owner = "user",
            applied = "unknown",
            auto_fix = "upgrade",
            related = ["OLD"],
            mentions = ["-90"],
            scope = ["response", "violation"],
            exit_code = 7,
            since = "1.0.0",
            deprecated = "1.1.0: plans have no limit",
            replaced_by = "OLD",
            details = { limit = { type = "integer", meaning = "how many the plan includes", required = true }, in-use = { type = "any" }, kinds = { type = "array", items = "string", values = ["a", "b"], required = false } },
            allow = { long-text = "it is law", full-stop = "it is a title" },
            condition = "forbidden",
            rule = "email",
        )]
        PlanLimit,
        #[error_code(
            number = 410_001,
            status = 410,
            message = "It is gone.",
            retired = "2.0.0"
        )]
        Old,
    }
}

mod in_a_file {
    manila::catalog! {
        pub(super) enum ApiError = "tests/it/derive/same_as_file.toml"
    }
}

#[test]
fn attributes_and_a_file_that_say_the_same_are_the_same_catalog() {
    assert_eq!(
        in_attributes::ApiError::CATALOG.to_json(),
        in_a_file::ApiError::CATALOG.to_json()
    );
}
