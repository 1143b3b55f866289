//! Paths that do not fit what a handler reads.

use manila_probe::wire::Request;

use super::{App, FRAMEWORKS, Framework, answer};

/// Asserts the status, and the parameter that is named; those of actix-web's own extractor too.
fn check(framework: Framework, path: &str, status: u16, parameter: Option<&str>) {
    let response = answer(framework, App::Input, &Request::get(path));
    assert_eq!(response.status, status, "{framework:?} {path}");
    let body = response.text();
    assert_eq!(body.contains("parameter"), parameter.is_some(), "{body}");
    if let Some(name) = parameter {
        let name = format!(r#""parameter":"{name}""#);
        assert!(body.contains(&name), "{framework:?} {path}: {body}");
    }
}

#[test]
fn a_path_is_the_clients_fault_unless_no_path_can_be_right() {
    for framework in FRAMEWORKS {
        check(framework, "/one/7", 200, None);
        check(framework, "/one/x", 400, Some("id"));
        check(framework, "/two/1/x", 400, Some("at"));
        check(framework, "/fewer/1/2", 500, None);
        check(framework, "/other/1", 500, None);
    }
}

#[test]
fn a_path_that_actixs_own_extractor_reads_is_no_other() {
    check(Framework::Actix, "/its/one/x", 400, Some("id"));
    check(Framework::Actix, "/its/fewer/1/2", 500, None);
    check(Framework::Actix, "/its/other/1", 500, None);
}
