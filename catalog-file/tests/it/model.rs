use manila_catalog_file::{
    Allowed, Case, Catalog, Condition, Detail, DetailType, Entry, Place, Retry, Scope, Severity,
    Wire, read, recover,
};

use crate::GOOD;

#[test]
fn a_file_becomes_the_catalog_that_it_says() {
    let expected = Catalog {
        title: Some("VibeHost API — ünïcode".to_owned()),
        wire: Wire::Number,
        digits: true,
        locales: words(["en", "es-MX"]),
        exit_codes: vec![(400, 3), (401, 2), (429, 6)],
        conditions: vec![
            (Condition::RouteNotFound, "NOT_FOUND".to_owned()),
            (Condition::RateLimited, "ACCESS_REQUEST_COOLDOWN".to_owned()),
        ],
        codes: vec![plan_limit(), cooldown(), not_found(), old()],
        ..Catalog::new("vibehost", Case::ScreamingSnake)
    };
    assert_eq!(read(GOOD).unwrap().into_catalog(), expected);
}

fn plan_limit() -> Entry {
    Entry {
        number: Some(402_001),
        statuses: vec![402],
        title: text("Plan limit exceeded"),
        message: text("The workspace has reached its limit of { $limit }."),
        meaning: text("The plan includes a number of apps,\nand all of them are in use."),
        client: text("Offer an upgrade."),
        server: text("Nothing."),
        section: text("Resources & quota"),
        category: text("quota"),
        retry: Some(Retry::Never),
        severity: Some(Severity::Error),
        user_actionable: Some(true),
        auto_fix: text("upgrade"),
        related: words(["ACCESS_REQUEST_COOLDOWN"]),
        mentions: words(["-90"]),
        scope: vec![Scope::Response, Scope::Job],
        exit_code: Some(7),
        since: text("1.0.0"),
        details: vec![
            Detail {
                meaning: text("how many the plan includes"),
                ..Detail::new("limit", DetailType::Integer)
            },
            Detail::new("upgrade-url", DetailType::Uri),
        ],
        allow: vec![Allowed {
            rule: "no-example".to_owned(),
            reason: "the page gives none".to_owned(),
        }],
        ..Entry::new("PLAN_LIMIT_EXCEEDED")
    }
}

fn cooldown() -> Entry {
    Entry {
        number: Some(-429_001),
        statuses: vec![429, 503],
        derived: true,
        retry: Some(Retry::After),
        message: text("Ask again after {$retryAt}."),
        details: vec![Detail::new("retryAt", DetailType::DateTime)],
        ..Entry::new("ACCESS_REQUEST_COOLDOWN")
    }
}

fn not_found() -> Entry {
    Entry {
        number: Some(404_000),
        statuses: vec![404],
        ..Entry::new("NOT_FOUND")
    }
}

fn old() -> Entry {
    Entry {
        number: Some(410_000),
        statuses: vec![410],
        deprecated: text("1.1.0"),
        retired: text("2.0.0"),
        replaced_by: text("NOT_FOUND"),
        ..Entry::new("OLD")
    }
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
fn a_place_leads_to_its_text() {
    let source = read(GOOD).unwrap();
    let places = [
        (Place::Catalog("name"), "\"vibehost\""),
        (Place::Locale(1), "\"es-MX\""),
        (Place::ExitCode(1), "401"),
        (Place::Condition(0), "\"NOT_FOUND\""),
        (Place::Code(1), "ACCESS_REQUEST_COOLDOWN"),
        (Place::Field(0, "number"), "402001"),
        (Place::Item(0, "statuses", 0), "402"),
        (Place::Item(1, "statuses", 1), "503"),
        (Place::Item(0, "related", 0), "\"ACCESS_REQUEST_COOLDOWN\""),
        (Place::Item(0, "allow", 0), "no-example"),
        (Place::Detail(0, 1), "\"upgrade-url\""),
        // What the file does not say is shown at what is around it.
        (Place::Field(2, "message"), "NOT_FOUND"),
        (Place::Catalog("conditions"), "[conditions]"),
        (
            Place::Item(0, "related", 9),
            "[\"ACCESS_REQUEST_COOLDOWN\"]",
        ),
    ];
    for (place, expected) in places {
        assert_eq!(&GOOD[source.span(place)], expected, "{place:?}");
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
