//! Which header fields of a replaced response stay.

use std::borrow::Cow;
use std::task::{Context, Poll};

use bytes::Bytes;
use manila::adapter::{
    CarriedBody, Carrier, Decision, InspectBody, InspectResponse, Request, Responder,
    ResponseHeader, WriteResponse, decide,
};
use manila::{Condition, Envelopes, Fault};

/// A response that has names of fields and nothing else.
struct Response {
    status: u16,
    names: Vec<Cow<'static, str>>,
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
        self.names.iter().any(|known| known == name)
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

    fn set(&mut self, name: Cow<'static, str>, _: Cow<'static, str>) {
        self.names.retain(|known| *known != name);
        self.names.push(name);
    }

    fn append(&mut self, name: Cow<'static, str>, _: Cow<'static, str>) {
        self.names.push(name);
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        self.names.retain(|name| keep(name));
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

fn check(envelopes: &Envelopes, status: u16, fault: Option<Fault>, stay: &[&str]) {
    let responder = Responder::new(envelopes.clone());
    let (carrier, body) = match fault.map(Carrier::fault) {
        Some((carrier, body)) => (Some(carrier), body.into()),
        None => (None, CarriedBody::plain(Bytes::new())),
    };
    let mut response = Response {
        status,
        names: NAMES.map(Cow::Borrowed).into(),
        carrier,
    };
    let request = Request::default();
    let decision = decide(responder.renderer(), &request, &response, &mut Body(body));
    let Decision::Replace(replacement) = decision else {
        panic!("{decision:?}");
    };
    responder.replace(&mut response, &request, "abc-123", &replacement);
    response.names.retain(|name| NAMES.contains(&&**name));
    assert_eq!(response.names, stay, "{status}");
}

#[test]
fn what_described_the_old_body_goes_with_it() {
    let envelopes = Envelopes::default();
    check(&envelopes, 404, None, &["allow", "x-own"]);
    let fault = Fault::condition(Condition::RouteNotFound);
    check(&envelopes, 404, Some(fault), &["allow", "expires", "x-own"]);
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
