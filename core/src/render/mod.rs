//! From a fault to the status, the header fields and the body of its response.

mod body;
mod message;
mod resolve;

use std::borrow::Cow;

use manila_catalog_file::Retry;

use self::body::write_body;
use self::message::message_of;
pub(crate) use self::resolve::{Resolved, resolve, resolve_violation};
use crate::code::Code;
use crate::context::Context;
use crate::envelopes::Envelopes;
use crate::fault::Fault;
use crate::grpc;
use crate::headers::{Field, FieldRule, ResponseHeader};

/// A response as data: what an adapter copies into its framework's own type.
#[derive(Debug, Clone)]
pub struct Rendered {
    status: u16,
    fault_status: u16,
    content_type: &'static str,
    code: Cow<'static, str>,
    fields: Vec<Field>,
    body: Vec<u8>,
}

impl Rendered {
    pub(crate) const fn new(
        status: u16,
        fault_status: u16,
        content_type: &'static str,
        code: Cow<'static, str>,
        fields: Vec<Field>,
        body: Vec<u8>,
    ) -> Self {
        Self {
            status,
            fault_status,
            content_type,
            code,
            fields,
            body,
        }
    }

    /// The HTTP status: 400 to 999, or 200 for gRPC.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The status of the fault itself, which a gRPC response carries another way.
    pub(crate) const fn fault_status(&self) -> u16 {
        self.fault_status
    }

    /// The media type of the body.
    #[must_use]
    pub const fn content_type(&self) -> &'static str {
        self.content_type
    }

    /// The code as text.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Writes the header fields of the response, but for `content-length` and the request's id.
    /// What a handler has set on purpose stays.
    pub fn apply(&self, header: &mut impl ResponseHeader) {
        header.set(
            Cow::Borrowed("content-type"),
            Cow::Borrowed(self.content_type),
        );
        for field in &self.fields {
            field.apply(header);
        }
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body, taken out.
    #[must_use]
    pub fn into_body(self) -> Vec<u8> {
        self.body
    }
}

/// Writes a fault as the service writes its errors. It cannot fail: what does not serialize was
/// left out when it was attached, and a style of the user's that panics or writes bad JSON is
/// replaced by `ok-error`, with the code and the status as they are.
///
/// ```
/// use manila::{Condition, Envelopes, Fault};
///
/// let fault = Fault::condition(Condition::RouteNotFound);
/// let rendered = manila::render(&fault, &Envelopes::code_data().context(None));
/// assert_eq!(rendered.status(), 404);
/// assert_eq!(rendered.code(), "not_found");
/// assert_eq!(rendered.body(), br#"{"code":-404,"data":"Nothing was found at this address."}"#);
/// ```
#[must_use]
pub fn render(fault: &Fault, context: &Context<'_>) -> Rendered {
    let resolved = resolve(fault, context.envelopes.catalog);
    let message = message_of(fault, &resolved);
    if context.is_grpc {
        return grpc::status(fault, &resolved, &message);
    }
    let (content_type, body) = write_body(fault, context, &resolved, message);
    let fields = fields_of(fault, context.envelopes, &resolved);
    let status = resolved.status;
    Rendered::new(
        status,
        status,
        content_type,
        resolved.code.to_text(),
        fields,
        body,
    )
}

fn fields_of(fault: &Fault, envelopes: &Envelopes, resolved: &Resolved) -> Vec<Field> {
    let mut fields = Vec::with_capacity(6);
    let code = resolved.code.to_text();
    if crate::headers::is_field_value(&code) {
        fields.push(Field::new(FieldRule::Set, "x-error-code", code));
    }
    fields.push(Field::new(
        FieldRule::Set,
        "x-content-type-options",
        "nosniff",
    ));
    let extra = fault.extra();
    for (name, value) in extra.map_or(&[][..], |extra| &extra.headers) {
        // The service may have given the id another header.
        if name == envelopes.id_header() {
            continue;
        }
        let rule = match &**name {
            "cache-control" | "retry-after" => FieldRule::Set,
            _ => FieldRule::Append,
        };
        fields.push(Field {
            name: name.clone(),
            value: value.clone(),
            rule,
        });
    }
    fields.push(Field::new(FieldRule::Default, "cache-control", "no-store"));
    if let Some(moment) = extra.and_then(|extra| extra.retry) {
        fields.push(Field::new(
            FieldRule::Default,
            "retry-after",
            moment.to_header(),
        ));
    }
    if let Some(advice) = resolved.entry.and_then(Code::retry) {
        let should = match advice {
            Retry::After | Retry::Backoff => "true",
            _ => "false",
        };
        fields.push(Field::new(FieldRule::Set, "x-should-retry", should));
    }
    if resolved.status == 401 {
        let challenge = envelopes.challenge.clone();
        fields.push(Field::new(
            FieldRule::Default,
            "www-authenticate",
            challenge,
        ));
    }
    fields
}
