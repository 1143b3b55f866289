//! JSON:API's rules for the media types of a request (JSON:API 1.1, "Server Responsibilities").
//!
//! A service of that style has to refuse parameters of the media type that it does not know (415,
//! 406) and to ignore profiles. Requests with any other media type are none of these rules'
//! business.

use std::borrow::Cow;

use crate::Condition;
use crate::fault::{Fault, Violation};
use crate::http::media_type::split;

/// The rules for media types, of a service that holds requests to them.
#[derive(Debug, Clone)]
pub(crate) struct MediaTypes {
    extensions: Vec<Cow<'static, str>>,
    /// Called through here alone, so that a program that never asks for the rules does not contain
    /// them.
    refuse: Refuse,
}

type Refuse = fn(
    extensions: &[Cow<'static, str>],
    content_type: Option<&str>,
    accept: &mut dyn Iterator<Item = &str>,
) -> Option<Fault>;

/// The media type of JSON:API 1.1.
const JSON_API: &str = "application/vnd.api+json";

impl MediaTypes {
    pub(super) const fn new(extensions: Vec<Cow<'static, str>>) -> Self {
        Self { extensions, refuse }
    }

    /// The fault of a request whose media types the service cannot take: 415 for the content type,
    /// 406 if every `accept` of JSON:API has a parameter that is not supported.
    pub(crate) fn refuse(
        &self,
        content_type: Option<&str>,
        accept: &mut dyn Iterator<Item = &str>,
    ) -> Option<Fault> {
        (self.refuse)(&self.extensions, content_type, accept)
    }
}

fn refuse(
    extensions: &[Cow<'static, str>],
    content_type: Option<&str>,
    accept: &mut dyn Iterator<Item = &str>,
) -> Option<Fault> {
    if content_type.is_some_and(|it| verdict(it, extensions) == Some(false)) {
        return Some(refusal(
            Condition::UnsupportedMediaType,
            "content-type",
            "Of the media type's parameters only `ext`, with extensions that are supported, and `profile` can be used.",
        ));
    }
    let mut is_named = false;
    for field in accept {
        for range in split(field, b',') {
            match verdict(range, extensions) {
                Some(true) => return None,
                Some(false) => is_named = true,
                None => {}
            }
        }
    }
    is_named.then(|| {
        refusal(
            Condition::NotAcceptable,
            "accept",
            "JSON:API is accepted only with parameters or extensions that are not supported.",
        )
    })
}

fn refusal(condition: Condition, header: &'static str, message: &'static str) -> Fault {
    Fault::detected(condition).with_violation(Violation::new(message).with_header(header))
}

/// Whether an instance of JSON:API's media type can be taken; `None` for any other media type.
fn verdict(media_type: &str, extensions: &[Cow<'static, str>]) -> Option<bool> {
    let mut parts = split(media_type, b';').map(str::trim_ascii);
    parts
        .next()
        .filter(|essence| essence.eq_ignore_ascii_case(JSON_API))?;
    let can_be_taken = |parameter: &str| {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        // A weight is no parameter of the media type (RFC 9110 §12.4.2).
        ["profile", "q", ""]
            .iter()
            .any(|known| name.trim_ascii().eq_ignore_ascii_case(known))
            || (name.trim_ascii().eq_ignore_ascii_case("ext")
                && value
                    .trim_ascii()
                    .trim_matches('"')
                    .split_ascii_whitespace()
                    .all(|extension| extensions.iter().any(|known| known == extension)))
    };
    Some(parts.all(can_be_taken))
}
