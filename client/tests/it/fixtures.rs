//! What each version of each style writes is read for ever.
//!
//! A fixture is a response and what is read of it. The folder of this version is written anew by
//! `UPDATE_GOLDEN=1 cargo test -p manila-client`; those of others never are.

mod codes;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use manila::{Applied, Condition, Envelopes, Fault, Owner, Pointer, Source, Violation};
use manila_client::{RemoteError, RemoteViolation};
use serde_json::{Map, Value, json};

use self::codes::{Named, Numbered, Spanish};
use crate::sent::Sent;

const VERSION: &str = env!("CARGO_PKG_VERSION");

const ID: &str = "0192f3a4-5b6c-7d8e-9f01-23456789abcd";

/// The settings of a service in each style, by its name.
fn styles() -> [(&'static str, Envelopes); 4] {
    [
        ("ok-error", Envelopes::ok_error()),
        ("json-api", Envelopes::json_api()),
        ("code-data", Envelopes::code_data()),
        ("problem", Envelopes::problem()),
    ]
}

/// What is written in each style, by the name of its fixture.
fn written(envelopes: &Envelopes) -> Vec<(&'static str, Sent)> {
    let named = envelopes.clone().catalog(Named::CATALOG);
    let numbered = envelopes.clone().catalog(Numbered::CATALOG);
    let plan_limit = || {
        let fault = Named::PlanLimit
            .fault()
            .with_message("The plan <free> has \"5\" apps.");
        fault
            .with_detail("limit", 5)
            .with_detail("apps", ["atlas", "b/c"])
    };
    let violations = || {
        Named::NotValid
            .fault()
            .with_detail("form", "signup")
            .with_violations([
                Violation::new("This is no address.")
                    .with_code(Named::NoEmail.code())
                    .with_pointer(Pointer::root().member("e mail/~").index(0))
                    .with_detail("at", 3),
                Violation::new("Must be between 1 and 100.").with_parameter("limit"),
                Violation::new("Must be a tenant.").with_header("x-tenant"),
                Violation::new("Both or none."),
            ])
    };
    let full = envelopes
        .clone()
        .catalog(Named::CATALOG)
        .reference_url("https://docs.example/errors");
    let full = full
        .version("1.47.0")
        .api_version("v1")
        .request_id_in_body();
    let remedied = full.clone().remedies();
    let translated = named.clone().translations(Spanish).source_message();
    let many = (0..40).map(|_| Violation::new("It is too long."));
    let wait = Duration::from_secs(7);
    let cases = [
        ("code", &named, Named::PlanLimit.fault()),
        ("details", &named, plan_limit()),
        ("violations", &named, violations()),
        (
            "retry",
            &named,
            plan_limit()
                .with_retry_after(wait)
                .with_applied(Applied::Unknown),
        ),
        (
            "server-error",
            &named,
            Named::UpstreamFailed
                .because_text("the cause")
                .with_detail("secret", 1),
        ),
        (
            "http-code",
            &named,
            Fault::condition(Condition::MethodNotAllowed),
        ),
        (
            "reason",
            &named,
            Fault::foreign(403).with_reason("Ask an owner."),
        ),
        ("number", &numbered, Numbered::NoIsbn.fault()),
        (
            "number-http-code",
            &numbered,
            Fault::condition(Condition::RouteNotFound),
        ),
        ("settings", &full, plan_limit().with_retry_after(wait)),
        ("settings-violations", &full, violations()),
        (
            "truncated",
            &named.clone().body_limit(1_024),
            Named::NotValid.fault().with_violations(many),
        ),
        (
            "remedy",
            &remedied,
            Named::ReauthRequired.fault().with_detail("step", 2),
        ),
        ("remedy-violations", &remedied, violations()),
        (
            "remedy-none",
            &remedied,
            Fault::condition(Condition::MethodNotAllowed),
        ),
        ("source-message", &translated, Named::PlanLimit.fault()),
        (
            "source-message-details",
            &translated,
            Named::PlanLimit.fault().with_detail("limit", 5),
        ),
        (
            "source-message-violations",
            &translated,
            Named::NotValid.fault().with_violations([
                Violation::new("This is no email address.")
                    .with_code(Named::NoEmail.code())
                    .with_parameter("email")
                    .with_detail("at", 3),
                Violation::new("This is no email address.").with_code(Named::NoEmail.code()),
                Violation::new("In words of the service's own."),
            ]),
        ),
        // A service that does not ask for it says the language all the same.
        (
            "translated",
            &named.clone().translations(Spanish),
            Named::PlanLimit.fault(),
        ),
    ];
    cases
        .map(|(name, envelopes, fault)| (name, Sent::of(envelopes, &fault, ID)))
        .into()
}

/// The fixture of a response, without what is read of it.
fn response(sent: &Sent) -> Value {
    let headers: Vec<_> = sent
        .headers
        .iter()
        .map(|(name, value)| json!([name, value]))
        .collect();
    let body = std::str::from_utf8(&sent.body).unwrap();
    json!({"status": sent.status, "headers": headers, "body": body})
}

/// What is read of a response.
fn read(remote: &RemoteError) -> Value {
    let wait = remote.retry().wait(SystemTime::UNIX_EPOCH);
    json!({
        "code": remote.code(),
        "class": remote.class().as_str(),
        "read_as": remote.read_as().as_str(),
        "message": remote.message(),
        "source_message": remote.source_message(),
        "language": remote.language(),
        "title": remote.title(),
        "details": remote.details::<Map<String, Value>>(),
        "violations": remote.violations().iter().map(violation).collect::<Vec<_>>(),
        "has_more_violations": remote.has_more_violations(),
        "truncated": remote.truncated(),
        "reason": remote.reason(),
        "request_id": remote.request_id(),
        "retry": remote.retry().is_advised(),
        "retry_after": wait.map(|wait| wait.as_secs()),
        "applied": remote.applied().map(Applied::as_str),
        "documentation": remote.documentation(),
        "remedy": remote.remedy().map(|remedy| json!({
            "owner": remedy.owner().map(Owner::as_str),
            "steps": remedy.steps(),
            "next": remedy.next(),
            "documentation": remedy.documentation(),
        })),
    })
}

fn violation(violation: &RemoteViolation) -> Value {
    let mut read = json!({
        "code": violation.code(),
        "message": violation.message(),
        "source_message": violation.source_message(),
        "details": violation.details::<Value>(),
    });
    match violation.source() {
        Some(Source::Pointer(pointer)) => read["pointer"] = json!(pointer),
        Some(Source::Parameter(name)) => read["parameter"] = json!(name),
        Some(Source::Header(name)) => read["header"] = json!(name),
        _ => {}
    }
    read
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The paths in a folder, in order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The numbers of a version.
fn numbers(version: &Path) -> Vec<u64> {
    let name = version.file_name().unwrap().to_str().unwrap();
    name.split(['.', '-'])
        .map(|part| part.parse().unwrap_or_default())
        .collect()
}

fn sent_of(fixture: &Value) -> Sent {
    let headers = fixture["headers"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    Sent {
        status: fixture["status"].as_u64().unwrap().try_into().unwrap(),
        headers: headers
            .iter()
            .map(|pair| (text(&pair[0]), text(&pair[1])))
            .collect(),
        body: text(&fixture["body"]).into_bytes(),
    }
}

#[test]
fn what_any_version_wrote_is_read_as_it_was() {
    write();
    let mut count = 0;
    for version in entries(&root()) {
        for style in entries(&version) {
            for path in entries(&style) {
                let fixture: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
                let remote = sent_of(&fixture).decode(None);
                assert_eq!(read(&remote), fixture["expect"], "{}", path.display());
                assert_eq!(
                    remote.read_as().as_str(),
                    style.file_name().unwrap().to_str().unwrap()
                );
                count += 1;
            }
        }
    }
    assert!(count >= 48, "{count} fixtures");
}

#[test]
fn what_is_written_is_what_the_latest_fixtures_have() {
    write();
    let versions = entries(&root());
    let latest = versions
        .iter()
        .max_by_key(|version| numbers(version))
        .unwrap();
    for (style, envelopes) in styles() {
        let mut fixtures: BTreeMap<String, Value> = BTreeMap::new();
        for path in entries(&latest.join(style)) {
            let fixture = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
            fixtures.insert(
                path.file_stem().unwrap().to_str().unwrap().to_owned(),
                fixture,
            );
        }
        for (name, sent) in written(&envelopes) {
            let mut fixture = fixtures.remove(name).unwrap_or_default();
            if let Some(fixture) = fixture.as_object_mut() {
                fixture.remove("expect");
            }
            assert_eq!(
                response(&sent),
                fixture,
                "{style}/{name} is written in another way than in {}: clients that are out there read that; \
                 a further version's fixtures say what they have to read too \
                 (`UPDATE_GOLDEN=1 cargo test -p manila-client` writes those of {VERSION})",
                latest.display(),
            );
        }
        assert!(fixtures.is_empty(), "nobody writes {:?}", fixtures.keys());
    }
}

/// Writes the fixtures of this version, where that is asked for.
fn write() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    if std::env::var_os("UPDATE_GOLDEN").is_none() {
        return;
    }
    ONCE.call_once(|| {
        for (style, envelopes) in styles() {
            let folder = root().join(VERSION).join(style);
            fs::create_dir_all(&folder).unwrap();
            for (name, sent) in written(&envelopes) {
                let mut fixture = response(&sent);
                fixture["expect"] = read(&sent.decode(None));
                let text = serde_json::to_string_pretty(&fixture).unwrap();
                fs::write(folder.join(format!("{name}.json")), text + "\n").unwrap();
            }
        }
    });
}
