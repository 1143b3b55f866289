use std::time::{Duration, SystemTime};

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(
    catalog = "plans",
    title = "Plans",
    case = "SCREAMING_SNAKE_CASE",
    wire = "number",
    digits = "status",
    locales = ["en", "es-MX"],
    documentation = "https://docs.example/errors",
    http_case = "camelCase",
    brands = ["VibeHost"],
    facts = { webhook = "Triggers a webhook" },
    operations = { "POST /v1/apps" = { title = "Create an app", groups = ["Apps"] } },
    exit_codes = { 402 = 3, 404 = 4 },
    details_case = "camelCase",
    crate = ::manila,
    axum_crate = ::manila_axum,
    actix_crate = ::manila_actix,
    utoipa_crate = ::manila_utoipa,
    aide_crate = ::manila_aide,
)]
pub enum ApiError {
    /// The workspace has used everything that its plan includes.
    #[error("the plan's limit is reached")]
    #[error_code(
        status = [402, 403],
        code = "PLAN_LIMIT_REACHED",
        number = 402001,
        message = "The plan includes { $mostApps } apps.",
        title = "Plan limit",
        causes = ["Every app is in use."],
        client = ["Show the plans.", "Buy a larger plan."],
        server = "Nothing.",
        operations = ["POST /v1/apps", "mutations"],
        next = "POST /v1/plans",
        facts = { webhook = "internal", page = -7, share = 0.5, old = true },
        source = ["plans_module ~104"],
        section = "Plans",
        category = "billing",
        auto_fix = "upgrade",
        retry = "after_change",
        severity = "warning",
        user_actionable,
        owner = "user",
        applied = "no",
        exit_code = 3,
        scope = ["response", "violation", "job"],
        related = ["COOLDOWN"],
        mentions = ["-90"],
        derived,
        meaning = "All apps are in use.",
        details = { plan = { type = "string", meaning = "the plan's name" }, in-use = { type = "any", required = false } },
        allow = { long-text = "It is law.", "full-stop" = "It is a title." },
        since = "1.0.0",
        deprecated = "1.2.0: plans have no limit",
        replaced_by = "COOLDOWN",
        condition = ["route_not_found", "gone"],
        rule = ["email", "max_length"],
    )]
    PlanLimit {
        /// How many apps the plan includes.
        #[error_code(detail, required)]
        most_apps: u32,
        #[error_code(detail, required = false, items = "string", values = ["app", "site"])]
        kinds: Vec<&'static str>,
        #[error_code(detail, rename = "since", kind = "date-time", meaning = "since when")]
        start: String,
    },

    #[error("ask again in {wait:?}")]
    #[error_code(statuses = [429], number = 429001, retry = "after", retry_after = wait)]
    #[error_code(condition = "rate_limited", user_actionable = false)]
    Cooldown { wait: Duration },

    #[error("ask again")]
    #[error_code(status = 503, number = 503001, retry = "backoff", retry_after = 0)]
    Busy(Option<SystemTime>),

    #[error("gone")]
    #[error_code(status = 410, number = 410001, retry = "never", retired = "1.1.0: deleted")]
    Old,

    #[error("{0} is down.")]
    #[error_code(status = 503, number = 503002, message)]
    Down(#[error_code(detail, rename = "shard")] &'static str),

    #[error("failed")]
    #[error_code(status = 500, number = 500001, default)]
    Failed,

    #[error(transparent)]
    #[error_code(internal)]
    Database(#[from] std::io::Error),

    #[error(transparent)]
    #[error_code(transparent)]
    Other(#[from] manila::Fault),
}

fn main() {
    let limit = ApiError::PlanLimit { most_apps: 5, kinds: Vec::new(), start: "2026-01-01T00:00:00Z".into() };
    let code = limit.code().expect("the variant has a code");
    assert_eq!((code.name(), code.number()), ("PLAN_LIMIT_REACHED", Some(402_001)));
    let down = ApiError::Down("eu").code().and_then(manila::Code::message);
    assert_eq!(down, Some("{ $shard } is down."));
    assert!(ApiError::Database(std::io::Error::other("full")).code().is_none());
}
