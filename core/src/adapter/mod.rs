//! The parts of an adapter, for authors of adapters. Users of a framework need nothing from here.
//!
//! An adapter reads the head of a request and of a response, asks this module what becomes of the
//! response, and copies bytes into its framework's types. It holds no JSON, no message and no
//! decision about a status.
//!
//! For each layer it makes one [`Responder`] of the service's [`Envelopes`](crate::Envelopes), and
//! for each request it
//!
//! 1. takes the request's id ([`IdPolicy::inbound_id`](crate::IdPolicy::inbound_id)), or makes one
//!    ([`IdPolicy::fresh_id`](crate::IdPolicy::fresh_id)), and puts it on the request as the only
//!    field of that name, where extractors and layers further in find it;
//! 2. describes the [`Request`], with what the log is told of it and which form of an error it prefers
//!    ([`Renderer::negotiate`]), and refuses it if [`Renderer::refuse_media_types`] says so;
//! 3. calls the service inside [`CatchUnwind`];
//! 4. asks [`decide`] about the response: it [passes](Decision::Pass), its data are
//!    [wrapped](Decision::Wrap), or an envelope [replaces](Decision::Replace) it. A request that is
//!    refused, a service that fails and one that panics have no response but a fault, which is
//!    [replaced](Replacement::of_fault) at once;
//! 5. lets the [`Responder`] write the head and log the error, and sends the body that it gives. A
//!    body that is not sent is dropped inside [`catch_panic`], as its own `Drop` may panic.
//!
//! Handlers' errors reach the layer in the response's extensions, as a [`Carrier`]: an adapter's
//! error type puts one there, beside the [`StatedBody`] that was made with it.
//!
//! For the tests of a service, an adapter has a layer that goes around this one and hands what leaves to a
//! `Recorder` (feature `recorder`).
//!
//! ```
//! use std::borrow::Cow;
//!
//! use manila::adapter::{
//!     Carrier, Decision, InspectResponse, Request, Responder, ResponseHeader, WriteResponse, decide,
//!     only_id,
//! };
//! use manila::{Condition, Envelopes, Fault};
//!
//! /// The head of a response of a small framework.
//! #[derive(Default)]
//! struct Response {
//!     status: u16,
//!     header: Vec<(String, String)>,
//!     carrier: Option<Carrier>,
//! }
//!
//! impl InspectResponse for Response {
//!     fn status(&self) -> u16 {
//!         self.status
//!     }
//!     fn text(&self, name: &'static str) -> Option<&str> {
//!         let mut fields = self.header.iter();
//!         fields.find(|(known, _)| known == name).map(|(_, value)| &**value)
//!     }
//!     fn has(&self, name: &'static str) -> bool {
//!         self.text(name).is_some()
//!     }
//!     fn id(&self, header: &str) -> Option<&[u8]> {
//!         let fields = self.header.iter().filter(|(known, _)| known == header);
//!         only_id(fields.map(|(_, value)| value.as_bytes()))
//!     }
//!     fn is_passed_through(&self) -> bool {
//!         false
//!     }
//!     fn carrier(&self) -> Option<&Carrier> {
//!         self.carrier.as_ref()
//!     }
//! }
//!
//! impl ResponseHeader for Response {
//!     fn has(&self, name: &'static str) -> bool {
//!         InspectResponse::has(self, name)
//!     }
//!     fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
//!         self.retain(&|known| known != name);
//!         self.append(name, value);
//!     }
//!     fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
//!         self.header.push((name.into(), value.into()));
//!     }
//!     fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
//!         self.header.retain(|(name, _)| keep(name));
//!     }
//! }
//!
//! impl WriteResponse for Response {
//!     type Id = String;
//!     type Head = ();
//!
//!     fn status(&self) -> u16 {
//!         self.status
//!     }
//!     fn set_status(&mut self, status: u16) {
//!         self.status = status;
//!     }
//!     fn ensure_id(&mut self, id: String) -> String {
//!         self.set("x-request-id".into(), id.clone().into());
//!         id
//!     }
//!     fn set_carrier(&mut self, carrier: Carrier) {
//!         self.carrier = Some(carrier);
//!     }
//! }
//!
//! let responder = Responder::new(Envelopes::ok_error());
//! let request = Request::default();
//! let (carrier, mut body) = Carrier::fault(Fault::condition(Condition::Forbidden));
//! let mut response = Response { status: 403, carrier: Some(carrier), ..Response::default() };
//! let decision = decide(responder.renderer(), &request, &response, &mut body);
//! let Decision::Replace(replacement) = decision else {
//!     unreachable!("a fault is always answered with an envelope");
//! };
//! let id = "abc-123".to_owned();
//! let body = responder.replace(&mut response, &request, id, &replacement);
//! assert_eq!(response.text("content-type"), Some("application/json"));
//! let bytes = body.into_plain().unwrap();
//! assert!(bytes.starts_with(br#"{"ok":false,"error":{"code":"forbidden""#));
//! ```

#[cfg(feature = "actix-web-4")]
mod actix_web;
#[cfg(feature = "axum-08")]
mod axum;
mod bond;
mod carried_body;
mod carrier;
mod catch_unwind;
mod decide;
mod foreign;
mod inspect;
#[cfg(feature = "recorder")]
mod recorder;
mod respond;
mod returned;
mod statement;
mod tell;
mod unlayered;
mod write;

#[cfg(feature = "recorder")]
pub use self::recorder::Recorder;
pub use self::{
    bond::InspectBody,
    carried_body::{CarriedBody, StatedBody},
    carrier::{Carrier, PassEnveloped, PassThrough},
    catch_unwind::{CatchUnwind, fault_of_panic},
    decide::{Decision, Replacement, decide, passes_at_a_glance},
    inspect::{InspectResponse, Request},
    respond::Responder,
    returned::{fault_of_borrowed, fault_of_returned},
    write::WriteResponse,
};
pub use crate::{
    fault::{condition_of_body, is_overflow},
    http::{
        header::ResponseHeader,
        request_id::{IdGrammar, is_request_id, only_id, trace_id},
    },
    panics::{catch_panic, drop_payload},
    render::{Preferences, Renderer, RequestContext},
};
