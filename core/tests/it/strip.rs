//! Which header fields of a replaced response stay.

use std::borrow::Cow;
use std::task::{Context, Poll};

use bytes::Bytes;
use manila::adapter::{
    CarriedBody, Carrier, Decision, InspectBody, InspectResponse, Request, Responder,
    ResponseHeader, WriteResponse, decide,
};
use manila::{Condition, Envelopes, Fault};

/// A field's name and value.
type Field = (Cow<'static, str>, Cow<'static, str>);

/// The value of every field of a response that is replaced.
const OLD: &str = "of the old response";

/// A response that has fields and nothing else.
struct Response {
    status: u16,
    fields: Vec<Field>,
    carrier: Option<Carrier>,
}

impl InspectResponse for Response {
    fn status(&self) -> u16 {
        self.status
    }

    fn text(&self, _: &'static str) -> Option<&str> {
        None
    }

    fn id(&self, _: &str) -> Option<&[u8]> {
        None
    }

    fn has(&self, name: &'static str) -> bool {
        self.fields.iter().any(|(known, _)| known == name)
    }

    fn is_passed_through(&self) -> bool {
        false
    }

    fn carrier(&self) -> Option<&Carrier> {
        self.carrier.as_ref()
    }
}

impl ResponseHeader for Response {
    fn has(&self, name: &'static str) -> bool {
        InspectResponse::has(self, name)
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.fields.retain(|(known, _)| *known != name);
        self.fields.push((name, value));
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.fields.push((name, value));
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        self.fields.retain(|(name, _)| keep(name));
    }
}

impl WriteResponse for Response {
    type Id = &'static str;
    type Head = ();

    fn status(&self) -> u16 {
        self.status
    }

    fn set_status(&mut self, status: u16) {
        self.status = status;
    }

    fn ensure_id(&mut self, id: &'static str) -> &'static str {
        id
    }

    fn set_carrier(&mut self, carrier: Carrier) {
        self.carrier = Some(carrier);
    }
}

/// A body as the framework has it.
struct Body(CarriedBody);

impl InspectBody for Body {
    fn exact_size(&self) -> Option<u64> {
        self.0.size()
    }

    fn poll_data(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        self.0.poll(cx)
    }
}

const NAMES: [&str; 5] = ["allow", "etag", "content-range", "expires", "x-own"];

/// What is said of other bytes, and of how long they may be kept.
const OF_OTHERS: [&str; 25] = [
    "content-encoding",
    "transfer-encoding",
    "trailer",
    "etag",
    "last-modified",
    "content-disposition",
    "content-language",
    "content-location",
    "digest",
    "content-digest",
    "repr-digest",
    "content-md5",
    "signature",
    "signature-input",
    "accept-ranges",
    "cache-control",
    "expires",
    "age",
    "pragma",
    "cdn-cache-control",
    "cloudflare-cdn-cache-control",
    "surrogate-control",
    "x-accel-expires",
    "x-error-code",
    "x-should-retry",
];

fn check(envelopes: &Envelopes, status: u16, fault: Option<Fault>, stay: &[&str]) {
    let left = replaced(envelopes, status, fault, &NAMES);
    let left = left.iter().map(|(name, _)| &**name);
    let left: Vec<_> = left.filter(|name| NAMES.contains(name)).collect();
    assert_eq!(left, stay, "{status}");
}

/// The fields of a response when an envelope has taken its place.
fn replaced(
    envelopes: &Envelopes,
    status: u16,
    fault: Option<Fault>,
    names: &[&'static str],
) -> Vec<Field> {
    let responder = Responder::new(envelopes.clone());
    let (carrier, body) = match fault.map(Carrier::fault) {
        Some((carrier, body)) => (Some(carrier), body.into()),
        None => (None, CarriedBody::plain(Bytes::new())),
    };
    let mut response = Response {
        status,
        fields: names
            .iter()
            .map(|name| ((*name).into(), OLD.into()))
            .collect(),
        carrier,
    };
    let request = Request::default();
    let decision = decide(responder.renderer(), &request, &response, &mut Body(body));
    let Decision::Replace(replacement) = decision else {
        panic!("{decision:?}");
    };
    responder.replace(&mut response, &request, "abc-123", &replacement);
    response.fields
}

#[test]
fn what_described_the_old_body_goes_with_it() {
    let envelopes = Envelopes::default();
    check(&envelopes, 404, None, &["allow", "x-own"]);
    let fault = Fault::condition(Condition::RouteNotFound);
    check(&envelopes, 404, Some(fault), &["allow", "x-own"]);
    check(&envelopes, 416, None, &["allow", "content-range", "x-own"]);
}

#[test]
fn the_list_can_be_changed_however_a_name_is_spelled() {
    let change = |keep: &'static str, drop: &'static str| {
        let envelopes = Envelopes::default().keep_header(keep).unwrap();
        envelopes.drop_header(drop).unwrap()
    };
    check(&change("ETag", "X-Own"), 404, None, &["allow", "etag"]);
    check(
        &change("expires", "allow"),
        404,
        None,
        &["expires", "x-own"],
    );
}

#[test]
fn nothing_is_left_of_what_was_said_of_another_body() {
    let envelope = [
        ("cache-control", "no-store"),
        ("content-type", "application/json"),
        ("x-content-type-options", "nosniff"),
        ("x-error-code", "conflict"),
    ]
    .map(|(name, value)| (Cow::Borrowed(name), Cow::Borrowed(value)));
    for fault in [None, Some(Fault::condition(Condition::Conflict))] {
        let mut left = replaced(&Envelopes::default(), 409, fault, &OF_OTHERS);
        left.sort();
        assert_eq!(left, envelope);
    }
}

#[test]
fn manilas_own_fields_are_never_those_of_another_response() {
    for name in ["x-error-code", "x-should-retry"] {
        assert!(Envelopes::default().keep_header(name).is_err());
    }
    let names = ["x-error-code", "x-should-retry", "x-should-retry"];
    let left = replaced(&Envelopes::default(), 404, None, &names);
    let own: Vec<_> = left
        .iter()
        .filter(|(name, _)| names.contains(&&**name))
        .collect();
    assert_eq!(own, [&("x-error-code".into(), "not_found".into())]);
}

#[test]
fn of_a_foreign_5xx_the_fields_that_are_for_clients_stay_where_the_service_asks_for_it() {
    const STAY: [&str; 15] = [
        "allow",
        "www-authenticate",
        "proxy-authenticate",
        "retry-after",
        "set-cookie",
        "access-control-allow-origin",
        "vary",
        "link",
        "upgrade",
        "ratelimit",
        "ratelimit-policy",
        "strict-transport-security",
        "content-security-policy",
        "traceresponse",
        "x-request-id",
    ];
    const HIDDEN: [&str; 3] = ["server", "x-debug-exception", "x-runtime"];
    let names = [&STAY[..], &HIDDEN].concat();
    let envelopes = Envelopes::default().hide_foreign_headers();
    let check = |envelopes: &Envelopes, status, fault, hidden: &[&str]| {
        let left = replaced(envelopes, status, fault, &names);
        for name in &names {
            let stays = left.contains(&((*name).into(), OLD.into()));
            assert_eq!(stays, !hidden.contains(name), "{status} {name}");
        }
    };
    for status in [103, 500, 502, 999] {
        check(&envelopes, status, None, &HIDDEN);
    }
    check(&envelopes, 404, None, &[]);
    let unavailable = Fault::condition(Condition::Unavailable);
    check(&envelopes, 503, Some(unavailable), &[]);
    check(&Envelopes::default(), 500, None, &[]);
    let keeping = envelopes.keep_header("X-Runtime").unwrap();
    check(&keeping, 500, None, &HIDDEN[..2]);
}
