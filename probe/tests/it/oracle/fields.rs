//! Header fields.

use manila_probe::oracle::{Oracle, Rule, Style};
use manila_probe::wire::{Request, Response};

use super::{ID, check, envelope, rules, with, with_body};

#[test]
fn a_field_that_is_missing_or_wrong_breaks_its_rule() {
    let sound = || envelope(Style::Problem);
    let cases: [(&str, &[&str], Rule); 38] = [
        ("content-type", &[], Rule::ContentType),
        ("content-type", &["application/json"], Rule::ContentType),
        (
            "content-type",
            &["application/problem+json; charset=utf-8"],
            Rule::ContentType,
        ),
        ("x-content-type-options", &[], Rule::ContentType),
        ("content-length", &["7"], Rule::Length),
        ("x-request-id", &[], Rule::RequestId),
        ("x-request-id", &["another"], Rule::RequestId),
        ("x-request-id", &[ID, ID], Rule::RequestId),
        ("x-request-id", &["a b"], Rule::RequestId),
        ("x-error-code", &["CONFLICT"], Rule::Envelope),
        ("content-encoding", &["gzip"], Rule::OldRepresentation),
        ("etag", &["\"a\""], Rule::OldRepresentation),
        (
            "last-modified",
            &["Sun, 06 Nov 1994 08:49:37 GMT"],
            Rule::OldRepresentation,
        ),
        ("content-range", &["bytes */10"], Rule::OldRepresentation),
        (
            "content-disposition",
            &["attachment"],
            Rule::OldRepresentation,
        ),
        ("content-language", &["en"], Rule::OldRepresentation),
        ("content-location", &["/a"], Rule::OldRepresentation),
        ("digest", &["a"], Rule::OldRepresentation),
        ("accept-ranges", &["bytes"], Rule::OldRepresentation),
        ("trailer", &["a"], Rule::OldRepresentation),
        ("expires", &["0"], Rule::OldRepresentation),
        ("age", &["1"], Rule::OldRepresentation),
        ("content-md5", &["a"], Rule::OldRepresentation),
        ("signature", &["a"], Rule::OldRepresentation),
        ("pragma", &["no-cache"], Rule::OldRepresentation),
        ("cdn-cache-control", &["max-age=9"], Rule::OldRepresentation),
        (
            "cloudflare-cdn-cache-control",
            &["max-age=9"],
            Rule::OldRepresentation,
        ),
        ("surrogate-control", &["max-age=9"], Rule::OldRepresentation),
        ("x-accel-expires", &["9"], Rule::OldRepresentation),
        ("x-should-retry", &["true", "true"], Rule::StatusFields),
        ("x-should-retry", &["maybe"], Rule::StatusFields),
        ("retry-after", &["1.5"], Rule::StatusFields),
        ("retry-after", &["-1"], Rule::StatusFields),
        ("retry-after", &["soon"], Rule::StatusFields),
        ("cache-control", &[], Rule::Caching),
        ("cache-control", &["public, max-age=600"], Rule::Caching),
        ("cache-control", &["no-cache"], Rule::Caching),
        ("cache-control", &["private, max-age=60"], Rule::Caching),
    ];
    for (name, values, rule) in cases {
        check(Style::Problem, &with(sound(), name, values), &[rule]);
    }
    for (name, values) in [
        ("content-length", &[][..]),
        ("x-error-code", &[]),
        ("retry-after", &["0"]),
        ("retry-after", &["Sun, 06 Nov 1994 08:49:37 GMT"]),
        ("cache-control", &["private, no-store"]),
        ("x-should-retry", &["false"]),
        ("set-cookie", &["a=1", "b=2"]),
        ("vary", &["accept-language"]),
    ] {
        check(Style::Problem, &with(sound(), name, values), &[]);
    }
    let translated = with(sound(), "vary", &["origin, Accept-Language"]);
    check(
        Style::Problem,
        &with(translated, "content-language", &["de"]),
        &[],
    );
}

#[test]
fn a_status_comes_with_its_fields() {
    for (status, name) in [
        (401, "www-authenticate"),
        (405, "allow"),
        (407, "proxy-authenticate"),
        (426, "upgrade"),
    ] {
        let response = Response {
            status,
            ..envelope(Style::OkError)
        };
        check(Style::OkError, &response, &[Rule::StatusFields]);
        check(Style::OkError, &with(response, name, &[""]), &[]);
    }
    let unsatisfied = Response {
        status: 416,
        ..with(envelope(Style::OkError), "content-range", &["bytes */10"])
    };
    check(Style::OkError, &unsatisfied, &[]);
    let part = with(unsatisfied, "content-range", &["bytes 0-9/10"]);
    check(Style::OkError, &part, &[Rule::OldRepresentation]);
}

#[test]
fn head_has_the_fields_of_get_and_no_body() {
    let get = envelope(Style::Problem);
    let oracle = Oracle::new(Style::Problem).reference("/missing", get.clone());
    let head = Request::new("HEAD", "/missing");
    let empty = |response| Response {
        body: Vec::new(),
        ..response
    };
    let sound = empty(with(get.clone(), "x-request-id", &["another"]));
    let without_length = with(sound.clone(), "content-length", &[]);
    let varied = with(get.clone(), "vary", &["Accept-Encoding, origin"]);
    let less_varied = with(sound.clone(), "vary", &["origin"]);
    let other_length = with(sound.clone(), "content-length", &["0"]);
    let other_code = with(sound.clone(), "x-error-code", &["CONFLICT"]);
    let other_status = Response {
        status: 500,
        ..sound.clone()
    };
    for (response, broken) in [
        (sound, &[][..]),
        (without_length, &[]),
        (less_varied.clone(), &[Rule::Length]),
        (get, &[Rule::Length]),
        (other_length, &[Rule::Length]),
        (other_code, &[Rule::Length]),
        (other_status, &[Rule::Length]),
    ] {
        assert_eq!(rules(&oracle, &head, &response), broken, "{response:?}");
    }
    let oracle = Oracle::new(Style::Problem).reference("/missing", varied);
    assert_eq!(rules(&oracle, &head, &less_varied), []);

    let exposed = |response, names| with(response, "access-control-expose-headers", &[names]);
    let get = exposed(envelope(Style::Problem), "x-error-code, retry-after");
    let oracle = Oracle::new(Style::Problem).reference("/missing", get.clone());
    for (names, broken) in [
        ("retry-after, x-error-code", &[][..]),
        ("retry-after", &[Rule::Length]),
    ] {
        let response = exposed(empty(get.clone()), names);
        assert_eq!(rules(&oracle, &head, &response), broken, "{names}");
    }
}

#[test]
fn nothing_that_a_client_sends_makes_another_thing_of_an_error() {
    let refused = envelope(Style::Problem);
    let oracle = Oracle::new(Style::Problem).reference("/missing", refused.clone());
    let claiming = Request::get("/missing").header("content-type", "application/grpc");
    let grpc = Response {
        status: 200,
        headers: vec![
            ("content-type".into(), "application/grpc".into()),
            ("grpc-status".into(), "16".into()),
        ],
        body: Vec::new(),
    };
    let fine = Response {
        status: 204,
        headers: Vec::new(),
        body: Vec::new(),
    };
    let left_alone = Response {
        status: 404,
        ..grpc.clone()
    };
    for response in [&grpc, &fine, &left_alone] {
        let broken = rules(&oracle, &claiming, response);
        assert_eq!(broken, [Rule::Steadiness], "{response:?}");
    }
    assert_eq!(rules(&oracle, &claiming, &refused), []);
    // Another method may be allowed where GET is not.
    let other = Request::new("POST", "/missing");
    assert_eq!(rules(&oracle, &other, &fine), []);
}

#[test]
fn a_refused_id_of_a_request_appears_nowhere() {
    let request = |id: &str| Request::get("/missing").header("x-request-id", id);
    let oracle = Oracle::new(Style::Problem);
    let echoing = |place: &str| {
        let sound = envelope(Style::Problem);
        if place == "body" {
            let body = sound.text().replace("Gone.", "No a;b here.");
            with_body(sound, &body)
        } else {
            with(sound, place, &["a;b"])
        }
    };
    for place in ["body", "x-custom"] {
        let response = echoing(place);
        assert_eq!(
            rules(&oracle, &request("a;b"), &response),
            [Rule::RequestId],
            "{place}"
        );
        assert_eq!(rules(&oracle, &request("a.b"), &response), [], "{place}");
    }
    let twice = request("a.b").header("x-request-id", "c.d");
    let echoed = with(envelope(Style::OkError), "x-request-id", &["a.b"]);
    assert_eq!(
        rules(&Oracle::new(Style::OkError), &twice, &echoed),
        [Rule::RequestId]
    );
    assert_eq!(
        rules(&Oracle::new(Style::OkError), &request("a.b"), &echoed),
        []
    );
}

#[test]
fn an_id_may_have_the_characters_that_the_service_is_told_to_take() {
    let echoed = with(envelope(Style::OkError), "x-request-id", &["a#b"]);
    let request = Request::get("/").header("x-request-id", "a#b");
    let narrow = Oracle::new(Style::OkError);
    assert_eq!(rules(&narrow, &request, &echoed), [Rule::RequestId]);
    let wide = Oracle::new(Style::OkError).id_characters("#");
    assert_eq!(rules(&wide, &request, &echoed), []);
    let other = with(envelope(Style::OkError), "x-request-id", &["a@b"]);
    assert_eq!(rules(&wide, &request, &other), [Rule::RequestId]);
}
