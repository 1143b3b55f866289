//! From a fault to the status, the header fields and the body of its response.

mod body;
pub(crate) mod grpc;
pub(crate) mod log;
mod repeated;
pub(crate) mod success;

use std::borrow::Cow;

use manila_catalog_file::Retry;

use self::body::{fixed_body, write_body};
pub(crate) use self::repeated::Templates;
use self::repeated::templated_body;
use crate::catalog::{Code, resolve};
use crate::envelopes::Envelopes;
use crate::envelopes::context::Context;
use crate::fault::{Fault, RetryMoment};
use crate::http::header::{ResponseHeader, is_field_value};
use crate::style::message_of;

/// A response as data: what an adapter copies into its framework's own type.
#[derive(Debug, Clone)]
pub struct Rendered {
    status: u16,
    fault_status: u16,
    content_type: &'static str,
    code: Cow<'static, str>,
    should_retry: Option<&'static str>,
    /// Boxed, as few faults have any.
    rare: Option<Box<RareFields>>,
    body: Cow<'static, [u8]>,
}

/// The header fields that few faults have.
#[derive(Debug, Clone)]
enum RareFields {
    Http {
        /// What the fault itself sets.
        own: Vec<(Cow<'static, str>, Cow<'static, str>)>,
        retry: Option<RetryMoment>,
        challenge: Option<Cow<'static, str>>,
    },
    Grpc {
        status: &'static str,
        message: String,
    },
}

impl Rendered {
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
        let text = Cow::Borrowed;
        header.set(text("content-type"), text(self.content_type));
        let (own, retry, challenge) = match self.rare.as_deref() {
            None => (&[][..], None, None),
            Some(RareFields::Http {
                own,
                retry,
                challenge,
            }) => (&own[..], *retry, challenge.as_ref()),
            Some(RareFields::Grpc { status, message }) => {
                header.set(text("grpc-status"), text(status));
                header.set(text("grpc-message"), Cow::Owned(message.clone()));
                // The status is that of a success, which shared caches may keep.
                header.set(text("cache-control"), text("no-store"));
                return;
            }
        };
        if is_field_value(&self.code) {
            header.set(text("x-error-code"), self.code.clone());
        }
        header.set(text("x-content-type-options"), text("nosniff"));
        for (name, value) in own {
            match &**name {
                "cache-control" | "retry-after" => header.set(name.clone(), value.clone()),
                _ => header.append(name.clone(), value.clone()),
            }
        }
        if !header.has("cache-control") {
            header.set(text("cache-control"), text("no-store"));
        }
        if let Some(moment) = retry.filter(|_| !header.has("retry-after")) {
            header.set(text("retry-after"), Cow::Owned(moment.to_header()));
        }
        if let Some(should) = self.should_retry {
            header.set(text("x-should-retry"), text(should));
        }
        if let Some(challenge) = challenge
            && !header.has("www-authenticate")
        {
            header.set(text("www-authenticate"), challenge.clone());
        }
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body, taken out. A borrowed one lives as long as the program, so that it need not be
    /// copied.
    #[must_use]
    pub fn into_body(self) -> Cow<'static, [u8]> {
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
    if context.is_grpc {
        let message = message_of(fault, &resolved);
        return Rendered {
            status: 200,
            fault_status: resolved.status,
            content_type: "application/grpc",
            should_retry: None,
            rare: Some(Box::new(RareFields::Grpc {
                status: grpc::status(fault, resolved.status),
                message: grpc::message(&message.text),
            })),
            code: resolved.code.to_text(),
            body: Cow::Borrowed(&[]),
        };
    }
    let media_type = context.envelopes.media_type;
    let (content_type, body) = if let Some(body) = fixed_body(fault, context, &resolved) {
        (media_type, Cow::Borrowed(body))
    } else if let Some(body) = templated_body(fault, context, &resolved) {
        (media_type, Cow::Owned(body))
    } else {
        let message = message_of(fault, &resolved);
        let (content_type, body) = write_body(fault, context, &resolved, message);
        (content_type, Cow::Owned(body))
    };
    let advice = resolved.entry.and_then(Code::retry);
    Rendered {
        status: resolved.status,
        fault_status: resolved.status,
        content_type,
        should_retry: advice.map(|advice| match advice {
            Retry::After | Retry::Backoff => "true",
            _ => "false",
        }),
        rare: rare_fields(fault, context.envelopes, resolved.status),
        code: resolved.code.into_text(),
        body,
    }
}

fn rare_fields(fault: &Fault, envelopes: &Envelopes, status: u16) -> Option<Box<RareFields>> {
    let extra = fault.extra().filter(|extra| !extra.sets_no_field());
    if extra.is_none() && status != 401 {
        return None;
    }
    let own = extra.map_or(&[][..], |extra| &extra.headers).iter();
    Some(Box::new(RareFields::Http {
        // The service may have given the id another header.
        own: own
            .filter(|(name, _)| name != envelopes.id_header())
            .cloned()
            .collect(),
        retry: extra.and_then(|extra| extra.retry),
        challenge: (status == 401).then(|| envelopes.challenge.clone()),
    }))
}
