//! The header of a rendered response: what it holds, and how it is written.

use std::borrow::Cow;

use manila_catalog_file::Retry;

use crate::catalog::{Code, Resolved};
use crate::envelopes::Envelopes;
use crate::fault::{Fault, RetryMoment};
use crate::http::header::{ResponseHeader, add_members, add_vary, is_field_value};
use crate::style::translate::Locale;

/// The header, but for the request's id and the length.
#[derive(Debug, Clone)]
pub(super) struct Header {
    pub(super) content_type: Cow<'static, str>,
    pub(super) code: Cow<'static, str>,
    pub(super) should_retry: Option<bool>,
    /// The entry of the catalog, for the log alone.
    pub(super) entry: Option<&'static Code>,
    /// Boxed, as few faults have any.
    pub(super) extra: Option<Box<ExtraHeaders>>,
}

/// What another request can choose of a response.
#[derive(Debug, Clone, Default)]
pub(super) struct Negotiated {
    /// Whether another `accept` can get another form.
    by_accept: bool,
    /// The language of the sentences, where another `accept-language` can get another one.
    language: Option<Cow<'static, str>>,
}

/// The header fields that few faults set.
#[derive(Debug, Clone)]
pub(super) enum ExtraHeaders {
    Http {
        /// The fields that the fault itself sets.
        own: Vec<(Cow<'static, str>, Cow<'static, str>)>,
        retry: Option<RetryMoment>,
        challenge: Option<Cow<'static, str>>,
        negotiated: Negotiated,
    },
    Grpc {
        status: &'static str,
        message: String,
        /// When the call can succeed, in milliseconds from the answer on.
        pushback: Option<u64>,
    },
}

impl Header {
    pub(super) fn of(
        fault: &Fault,
        envelopes: &Envelopes,
        resolved: Resolved,
        locale: Locale,
    ) -> Self {
        let advice = resolved.entry.and_then(Code::retry);
        Self {
            content_type: envelopes.style.media_type.clone(),
            should_retry: advice.map(|advice| matches!(advice, Retry::After | Retry::Backoff)),
            entry: resolved.entry,
            extra: extra_headers(fault, envelopes, resolved.status, locale),
            code: resolved.code.into_text(),
        }
    }

    /// The code, if it is fit for `x-error-code`.
    #[inline]
    pub(super) fn code_as_field(&self) -> Option<&Cow<'static, str>> {
        let code = &self.code;
        is_field_value(code).then_some(code)
    }

    /// Writes the fields; see [`Rendered::apply`](super::Rendered::apply).
    pub(super) fn write<H: ResponseHeader + ?Sized>(&self, header: &mut H) {
        let text = Cow::Borrowed;
        header.set(text("content-type"), self.content_type.clone());
        let (own, retry, challenge, negotiated) = match self.extra.as_deref() {
            None => (&[][..], None, None, None),
            Some(ExtraHeaders::Http {
                own,
                retry,
                challenge,
                negotiated,
            }) => (&own[..], *retry, challenge.as_ref(), Some(negotiated)),
            Some(ExtraHeaders::Grpc {
                status,
                message,
                pushback,
            }) => {
                header.set(text("grpc-status"), text(status));
                header.set(text("grpc-message"), Cow::Owned(message.clone()));
                if let Some(code) = self.code_as_field() {
                    header.set(text("x-error-code"), code.clone());
                }
                if let Some(millis) = pushback {
                    let name = text("grpc-retry-pushback-ms");
                    header.set(name, Cow::Owned(millis.to_string()));
                }
                // The status is that of a success, which shared caches may keep.
                header.set(text("cache-control"), text("no-store"));
                return;
            }
        };
        if let Some(code) = self.code_as_field() {
            header.set(text("x-error-code"), code.clone());
        }
        header.set(text("x-content-type-options"), text("nosniff"));
        // What the handler has put on the response goes before what its fault says.
        let has_challenge = !own.is_empty() && header.has("www-authenticate");
        for (name, value) in own {
            match &**name {
                "cache-control" | "retry-after" => header.set(name.clone(), value.clone()),
                "allow" if header.has("allow") => {}
                "www-authenticate" if has_challenge => {}
                "vary" => {
                    for member in value.split(',').map(str::trim_ascii) {
                        if !member.is_empty() {
                            add_vary(header, Cow::Owned(member.to_owned()));
                        }
                    }
                }
                _ => header.append(name.clone(), value.clone()),
            }
        }
        if !header.has("cache-control") {
            header.set(text("cache-control"), text("no-store"));
        }
        if let Some(moment) = retry.filter(|_| !header.has("retry-after")) {
            header.set(text("retry-after"), Cow::Owned(moment.to_header()));
        }
        // Who knows when to come back knows better than the catalog, which advises on the code.
        let should_retry = if header.has("retry-after") {
            Some(true)
        } else {
            self.should_retry
        };
        if let Some(should) = should_retry {
            let should = if should { "true" } else { "false" };
            header.set(text("x-should-retry"), text(should));
        }
        if let Some(challenge) = challenge
            && !header.has("www-authenticate")
        {
            header.set(text("www-authenticate"), challenge.clone());
        }
        if let Some(negotiated) = negotiated {
            negotiated.write(header);
        }
    }
}

impl Negotiated {
    fn write<H: ResponseHeader + ?Sized>(&self, header: &mut H) {
        if let Some(tag) = &self.language {
            header.set(Cow::Borrowed("content-language"), tag.clone());
        }
        match (self.by_accept, &self.language) {
            // `actix-cors` keeps the first field of the name alone.
            (true, Some(_)) => add_members(header, "vary", ["accept", "accept-language"]),
            (true, None) => add_vary(header, Cow::Borrowed("accept")),
            (false, Some(_)) => add_vary(header, Cow::Borrowed("accept-language")),
            (false, None) => {}
        }
    }
}

/// What another request could choose, of a service that leaves it a choice.
#[inline]
fn negotiated(envelopes: &Envelopes, locale: Locale) -> Option<Negotiated> {
    let rare = envelopes.rare.as_deref()?;
    let languages = rare.languages.as_ref();
    let negotiated = Negotiated {
        by_accept: rare.markdown.is_some(),
        language: languages.map(|it| it.tag(locale).to_owned().into()),
    };
    (negotiated.by_accept || languages.is_some()).then_some(negotiated)
}

fn extra_headers(
    fault: &Fault,
    envelopes: &Envelopes,
    status: u16,
    locale: Locale,
) -> Option<Box<ExtraHeaders>> {
    let attached = fault.attached().filter(|it| !it.has_no_headers());
    let negotiated = negotiated(envelopes, locale);
    if attached.is_none() && status != 401 && negotiated.is_none() {
        return None;
    }
    let own = attached.map_or(&[][..], |it| &it.headers).iter();
    Some(Box::new(ExtraHeaders::Http {
        // The service may have given the id another header.
        own: own
            .filter(|(name, _)| name != envelopes.ids.header_name())
            .cloned()
            .collect(),
        retry: attached.and_then(|it| it.retry),
        challenge: envelopes.challenge.clone().filter(|_| status == 401),
        negotiated: negotiated.unwrap_or_default(),
    }))
}
