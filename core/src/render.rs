//! From a fault to the status, the header fields and the body of its response.

use std::borrow::Cow;

use manila_catalog_file::{Condition, Retry};

use crate::catalog::{Catalog, WireCode};
use crate::code::Code;
use crate::context::{Context, Envelopes};
use crate::envelope::{Envelope, OkError, PublicFault, Shown, public_members};
use crate::fault::{Fault, Kind};
use crate::grpc;
use crate::headers::{Field, FieldRule, ResponseHeader};
use crate::json::{Object, is_strict_json};
use crate::status::{Status, message, own_code};
use crate::violation::{Rule, Violation};

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
        header.set("content-type", self.content_type);
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
        return grpc::status(&resolved, &message);
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

/// A fault's code and status, once the catalog has had its say.
#[derive(Debug)]
pub(crate) struct Resolved {
    pub(crate) status: u16,
    pub(crate) code: WireCode,
    /// The entry of the catalog; none for HTTP's own codes.
    pub(crate) entry: Option<&'static Code>,
}

impl Resolved {
    fn entry(code: &'static Code, status: Status) -> Self {
        Self {
            status: status.get(),
            code: WireCode::of(code),
            entry: Some(code),
        }
    }

    /// Whether clients may see a detail of this name.
    pub(crate) fn shows(&self, detail: &str) -> bool {
        self.status < 500 || self.entry.is_some_and(|entry| entry.declares(detail))
    }
}

pub(crate) fn resolve(fault: &Fault, catalog: Option<&'static Catalog>) -> Resolved {
    match fault.kind {
        Kind::Code(code, status) => Resolved::entry(code, status),
        Kind::Condition(condition, own) => resolve_condition(condition, own.or(catalog)),
        Kind::Foreign(status) => resolve_foreign(status, catalog),
    }
}

pub(crate) fn resolve_violation(
    violation: &Violation,
    fault: &Resolved,
    context: &Context<'_>,
) -> Resolved {
    let catalog = fault.entry.map(Code::catalog).or(context.envelopes.catalog);
    match violation.rule {
        Rule::Code(code) => Resolved::entry(code, code.status()),
        Rule::Condition(condition) => match catalog.and_then(|named| named.stand_in(condition)) {
            Some(code) => Resolved::entry(code, code.status()),
            None => Resolved {
                code: fault.code.clone(),
                ..*fault
            },
        },
        Rule::Fault => Resolved {
            code: fault.code.clone(),
            ..*fault
        },
    }
}

fn resolve_condition(condition: Condition, catalog: Option<&'static Catalog>) -> Resolved {
    match catalog.and_then(|catalog| catalog.stand_in(condition)) {
        Some(code) => Resolved::entry(code, code.status()),
        None => resolve_status(condition.status(), catalog),
    }
}

fn resolve_foreign(status: u16, catalog: Option<&'static Catalog>) -> Resolved {
    let named = Condition::of_status(status)
        .and_then(|condition| catalog.and_then(|catalog| catalog.condition(condition)));
    match named {
        Some(code) => Resolved::entry(code, code.status()),
        None => resolve_status(status, catalog),
    }
}

/// HTTP's own code for a status, spelled as the catalog spells its codes.
fn resolve_status(status: u16, catalog: Option<&'static Catalog>) -> Resolved {
    let Some(catalog) = catalog else {
        let code = WireCode::Name(own_code(status, manila_catalog_file::Case::Snake));
        return Resolved {
            status,
            code,
            entry: None,
        };
    };
    let code = catalog.own_code(status);
    let general = if status < 500 {
        Condition::BadRequest
    } else {
        Condition::Internal
    };
    match catalog.spelled(&code) {
        None => Resolved {
            status,
            code,
            entry: None,
        },
        Some(entry) => match entry.statuses().iter().find(|known| known.get() == status) {
            Some(status) => Resolved::entry(entry, *status),
            // The catalog means something else by that spelling.
            None => match catalog.condition(general) {
                Some(code) => Resolved::entry(code, code.status()),
                None => Resolved {
                    status,
                    code,
                    entry: None,
                },
            },
        },
    }
}

fn message_of<'a>(fault: &'a Fault, resolved: &Resolved) -> Cow<'a, str> {
    let own = fault.extra().and_then(|extra| extra.message.as_deref());
    if let Some(own) = own.filter(|_| resolved.status < 500) {
        return Cow::Borrowed(own);
    }
    let Some(entry) = resolved.entry else {
        return Cow::Borrowed(message(resolved.status));
    };
    match entry.message() {
        Some(message) if message.contains("{ $") => {
            fill(message, fault, resolved).map_or(Cow::Borrowed(entry.title()), Cow::Owned)
        }
        Some(message) => Cow::Borrowed(message),
        None => Cow::Borrowed(entry.title()),
    }
}

/// The message with each `{ $name }` replaced by the detail of that name; none if one is missing.
fn fill(message: &str, fault: &Fault, resolved: &Resolved) -> Option<String> {
    let mut filled = String::with_capacity(message.len() + 16);
    let mut rest = message;
    while let Some((before, after)) = rest.split_once("{ $") {
        let (name, behind) = after.split_once(" }")?;
        let member = public_members(fault, resolved).find(|member| member.name == name)?;
        filled.push_str(before);
        match serde_json::from_str::<String>(&member.json) {
            Ok(text) => filled.push_str(&text),
            Err(_) => filled.push_str(&member.json),
        }
        rest = behind;
    }
    filled.push_str(rest);
    Some(filled)
}

fn write_body<'a>(
    fault: &'a Fault,
    context: &'a Context<'a>,
    resolved: &'a Resolved,
    message: Cow<'a, str>,
) -> (&'static str, Vec<u8>) {
    let all = Shown {
        violations: fault.extra().map_or(0, |extra| extra.violations.len()),
        details: public_members(fault, resolved).count(),
        truncated: 0,
    };
    let view = PublicFault {
        fault,
        context,
        resolved,
        message,
        shown: all,
    };
    let envelopes = context.envelopes;
    // A built-in style has nothing to fear; one of the user's may do anything.
    match write_within(
        &*envelopes.style,
        view,
        envelopes.body_limit,
        envelopes.is_custom,
    ) {
        Ok(body) => (envelopes.media_type, body),
        Err(view) => match write_within(&OkError, view, envelopes.body_limit, false) {
            Ok(body) => ("application/json", body),
            Err(_) => ("application/json", CONSTANT.to_vec()),
        },
    }
}

/// What leaves if nothing else can: a body limit too small for any envelope.
const CONSTANT: &[u8] = br#"{"ok":false,"error":{"code":"internal_server_error","message":"Something went wrong on the server."}}"#;

/// Writes as much of the fault as the limit allows: everything, else fewer violations from the
/// end, else fewer details, else the catalog's message.
fn write_within<'a>(
    style: &dyn Envelope,
    mut view: PublicFault<'a>,
    limit: usize,
    is_custom: bool,
) -> Result<Vec<u8>, PublicFault<'a>> {
    let all = view.shown;
    match write_once(style, &view, is_custom) {
        None => return Err(view),
        Some(body) if body.len() <= limit => return Ok(body),
        Some(_) => {}
    }
    let mut fitting = |violations: usize, details: usize| {
        let truncated = (all.violations - violations) + (all.details - details);
        view.shown = Shown {
            violations,
            details,
            truncated,
        };
        write_once(style, &view, is_custom).filter(|body| body.len() <= limit)
    };
    let body = most(all.violations, |violations| {
        fitting(violations, all.details)
    })
    .or_else(|| most(all.details, |details| fitting(0, details)));
    if let Some(body) = body {
        return Ok(body);
    }
    view.message = Cow::Borrowed(
        view.resolved
            .entry
            .and_then(Code::message)
            .unwrap_or(message(view.resolved.status)),
    );
    view.shown = Shown {
        violations: 0,
        details: 0,
        truncated: all.violations + all.details,
    };
    match write_once(style, &view, is_custom) {
        Some(body) if body.len() <= limit => Ok(body),
        _ => Err(PublicFault { shown: all, ..view }),
    }
}

/// The body with the most items, below `all` of them, that can be had.
fn most(all: usize, mut body_of: impl FnMut(usize) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    let (mut low, mut high) = (0, all);
    let mut best = None;
    while low < high {
        let middle = low + (high - low) / 2;
        match body_of(middle) {
            Some(body) => {
                best = Some(body);
                low = middle + 1;
            }
            None => high = middle,
        }
    }
    best
}

fn write_once(style: &dyn Envelope, view: &PublicFault<'_>, is_custom: bool) -> Option<Vec<u8>> {
    let mut body = Vec::with_capacity(256);
    if !is_custom {
        Object::write(&mut body, |object| style.write(view, object));
        return Some(body);
    }
    crate::panic::guard(|| Object::write(&mut body, |object| style.write(view, object)))?;
    is_strict_json(&body).then_some(body)
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
