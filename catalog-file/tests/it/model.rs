use manila_catalog_file::{
    Allowed, Applied, Case, Catalog, CatalogPath, Condition, Detail, DetailType, Entry, FactValue,
    Operation, Owner, Retry, Scope, Severity, Wire, read, recover,
};

use crate::GOOD;

#[test]
fn a_file_becomes_the_catalog_that_it_says() {
    let mut expected = Catalog::new("vibehost", Case::ScreamingSnake);
    expected.title = text("VibeHost API — ünïcode");
    expected.wire = Wire::Number;
    expected.digits = true;
    expected.locales = words(["en", "es-MX"]);
    expected.documentation = text("https://docs.example/errors");
    expected.http_case = Some(Case::Kebab);
    expected.brands = words(["VibeHost"]);
    expected.facts = vec![
        ("webhook".to_owned(), "Triggers a webhook".to_owned()),
        ("page no".to_owned(), "Page".to_owned()),
    ];
    let mut create = Operation::new("POST /v1/apps");
    create.title = text("Create an app");
    create.groups = words(["Apps", "mutations"]);
    expected.operations = vec![create, Operation::new("deploy")];
    expected.exit_codes = vec![(400, 3), (401, 2), (429, 6)];
    expected.conditions = vec![
        (Condition::RouteNotFound, "NOT_FOUND".to_owned()),
        (Condition::RateLimited, "ACCESS_REQUEST_COOLDOWN".to_owned()),
    ];
    expected.codes = vec![plan_limit(), cooldown(), not_found(), old()];
    assert_eq!(read(GOOD).unwrap().into_catalog(), expected);
}

fn plan_limit() -> Entry {
    let mut limit = Detail::new("limit", DetailType::Integer);
    limit.meaning = text("how many the plan includes");
    limit.required = Some(true);
    let mut kinds = Detail::new("kinds", DetailType::Array);
    kinds.items = Some(DetailType::String);
    kinds.values = words(["app", "site"]);
    kinds.required = Some(false);
    let mut entry = Entry::new("PLAN_LIMIT_EXCEEDED");
    entry.number = Some(402_001);
    entry.statuses = vec![402];
    entry.title = text("Plan limit exceeded");
    entry.message = text("The workspace has reached its limit of { $limit }.");
    entry.meaning = text("The plan includes a number of apps,\nand all of them are in use.");
    entry.causes = words(["Every app is in use.", "The plan has lapsed."]);
    entry.client = words(["Show the plans.", "Offer an upgrade."]);
    entry.server = words(["Nothing."]);
    entry.operations = words(["POST /v1/apps", "/v1/{apps,sites}/*", "All protected"]);
    entry.next = text("POST /v1/plans");
    entry.facts = vec![
        (
            "webhook".to_owned(),
            FactValue::Text("internal, retries".to_owned()),
        ),
        ("page no".to_owned(), FactValue::Number("16".to_owned())),
        ("share".to_owned(), FactValue::Number("1.5".to_owned())),
        ("old".to_owned(), FactValue::Boolean(false)),
    ];
    entry.source = words(["plans_module ~104"]);
    entry.section = text("Resources & quota");
    entry.category = text("quota");
    entry.retry = Some(Retry::Never);
    entry.severity = Some(Severity::Error);
    entry.user_actionable = Some(true);
    entry.owner = Some(Owner::User);
    entry.applied = Some(Applied::No);
    entry.auto_fix = text("upgrade");
    entry.related = words(["ACCESS_REQUEST_COOLDOWN"]);
    entry.mentions = words(["-90"]);
    entry.scope = vec![Scope::Response, Scope::Job];
    entry.exit_code = Some(7);
    entry.since = text("1.0.0");
    entry.details = vec![limit, kinds, Detail::new("upgrade-url", DetailType::Uri)];
    entry.allow = vec![Allowed::new("no-example", "the page gives none")];
    entry
}

fn cooldown() -> Entry {
    let mut entry = Entry::new("ACCESS_REQUEST_COOLDOWN");
    entry.number = Some(-429_001);
    entry.statuses = vec![429, 503];
    entry.derived = true;
    entry.retry = Some(Retry::After);
    entry.message = text("Ask again after {$retryAt}.");
    entry.details = vec![Detail::new("retryAt", DetailType::DateTime)];
    entry
}

fn not_found() -> Entry {
    let mut entry = Entry::new("NOT_FOUND");
    entry.number = Some(404_000);
    entry.statuses = vec![404];
    entry
}

fn old() -> Entry {
    let mut entry = Entry::new("OLD");
    entry.number = Some(410_000);
    entry.statuses = vec![410];
    entry.deprecated = text("1.1.0");
    entry.retired = text("2.0.0");
    entry.replaced_by = text("NOT_FOUND");
    entry
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn words<const N: usize>(words: [&str; N]) -> Vec<String> {
    words.map(str::to_owned).into()
}

#[test]
fn the_order_is_that_of_the_file() {
    // The order of the alphabet is another one, and `z` is a table before it has a header.
    let text = "\
[codes.z.details]
y = { type = 'any' }
x = { type = 'any' }
[codes.m]
statuses = [503, 400, 500]
[codes.z]
status = 400
[codes.a]
status = 400
[conditions]
timeout = 'm'
internal = 'a'
[catalog]
case = 'snake_case'
name = 'order'
";
    let catalog = read(text).unwrap().into_catalog();
    let codes: Vec<_> = catalog
        .codes
        .iter()
        .map(|code| code.name.as_str())
        .collect();
    assert_eq!(codes, ["m", "z", "a"]);
    assert_eq!(catalog.codes[0].statuses, [503, 400, 500]);
    let details: Vec<_> = catalog.codes[1]
        .details
        .iter()
        .map(|detail| detail.name.as_str())
        .collect();
    assert_eq!(details, ["y", "x"]);
    assert_eq!(catalog.conditions[0].0, Condition::Timeout);
}

#[test]
fn a_path_leads_to_its_text() {
    let source = read(GOOD).unwrap();
    let paths = [
        (CatalogPath::Catalog("name"), "\"vibehost\""),
        (CatalogPath::Locale(1), "\"es-MX\""),
        (CatalogPath::ExitCode(1), "401"),
        (CatalogPath::Condition(0), "\"NOT_FOUND\""),
        (CatalogPath::Code(1), "ACCESS_REQUEST_COOLDOWN"),
        (CatalogPath::Field(0, "number"), "402001"),
        (CatalogPath::Item(0, "statuses", 0), "402"),
        (CatalogPath::Item(1, "statuses", 1), "503"),
        (
            CatalogPath::Item(0, "related", 0),
            "\"ACCESS_REQUEST_COOLDOWN\"",
        ),
        (
            CatalogPath::Item(0, "causes", 1),
            "\"The plan has lapsed.\"",
        ),
        (CatalogPath::Item(0, "client", 1), "\"Offer an upgrade.\""),
        (CatalogPath::Item(0, "server", 0), "\"Nothing.\""),
        (CatalogPath::Brand(0), "\"VibeHost\""),
        (CatalogPath::FactTitle(1), "\"page no\""),
        (CatalogPath::Operation(0), "\"POST /v1/apps\""),
        (CatalogPath::Item(0, "operations", 2), "\"All protected\""),
        (CatalogPath::Item(0, "facts", 3), "old"),
        (CatalogPath::Item(0, "allow", 0), "no-example"),
        (CatalogPath::Detail(0, 2), "\"upgrade-url\""),
        // What the file does not say is shown at what is around it.
        (CatalogPath::Field(2, "message"), "NOT_FOUND"),
        (CatalogPath::Catalog("conditions"), "[conditions]"),
        (
            CatalogPath::Item(0, "related", 9),
            "[\"ACCESS_REQUEST_COOLDOWN\"]",
        ),
    ];
    for (path, expected) in paths {
        assert_eq!(&GOOD[source.span(path)], expected, "{path:?}");
    }
}

#[test]
fn a_mistaken_file_still_yields_its_codes() {
    let text = "[catalog]\nname = 'a'\n[codes.NOT_FOUND]\nstatus = 4o4\n[codes.GONE]\nstatus = 41";
    let (source, mistakes) = recover(text);
    assert_eq!(mistakes.len(), 1, "{mistakes:?}");
    let catalog = source.catalog();
    assert_eq!(catalog.case, Case::ScreamingSnake);
    assert_eq!(catalog.codes[0].variant(), "NotFound");
    assert_eq!(catalog.codes[1].statuses, [41]);
}

#[test]
fn an_exit_code_is_the_entrys_own_or_that_of_its_status() {
    let catalog = read(GOOD).unwrap().into_catalog();
    let exit_codes: Vec<_> = catalog
        .codes
        .iter()
        .map(|code| catalog.exit_code(code))
        .collect();
    assert_eq!(exit_codes, [Some(7), Some(6), None, None]);
}
