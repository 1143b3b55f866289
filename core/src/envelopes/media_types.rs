//! JSON:API's rules for the media types of a request.

use std::borrow::Cow;

use crate::Condition;
use crate::envelopes::Envelopes;
use crate::fault::Fault;
use crate::fault::violation::Violation;
use crate::http::header::ResponseHeader;

/// The rules for media types, of a service that holds requests to them.
#[derive(Clone)]
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

impl Envelopes {
    /// Holds every request to JSON:API's rules for media types (JSON:API 1.1, server
    /// responsibilities), for a service that speaks it throughout and supports these extensions:
    ///
    /// - a `content-type` of JSON:API with a parameter other than `ext` and `profile`, or with an
    ///   extension that is not supported: 415;
    /// - an `accept` that names JSON:API only with such parameters or extensions: 406;
    /// - `vary: accept` on every response.
    ///
    /// Profiles are ignored, as the specification asks.
    ///
    /// ```
    /// use manila::Envelopes;
    ///
    /// let envelopes = Envelopes::json_api().check_media_types(["https://jsonapi.org/ext/atomic"]);
    /// let status = |content_type, accept: &[&str]| {
    ///     let refusal = envelopes.refuse_media_types(content_type, accept.iter().copied());
    ///     refusal.map(|fault| fault.http_status())
    /// };
    /// assert_eq!(status(Some("application/vnd.api+json"), &["*/*"]), None);
    /// let atomic = r#"application/vnd.api+json; ext="https://jsonapi.org/ext/atomic""#;
    /// assert_eq!(status(Some(atomic), &[]), None);
    /// assert_eq!(status(Some("application/vnd.api+json; charset=utf-8"), &[]), Some(415));
    /// assert_eq!(status(None, &["application/vnd.api+json; v=1, text/html"]), Some(406));
    /// ```
    #[must_use]
    pub fn check_media_types<T: Into<Cow<'static, str>>>(
        mut self,
        extensions: impl IntoIterator<Item = T>,
    ) -> Self {
        self.media_types = Some(MediaTypes {
            extensions: extensions.into_iter().map(Into::into).collect(),
            refuse,
        });
        self
    }

    /// Whether [`check_media_types`](Self::check_media_types) is on.
    #[must_use]
    pub const fn checks_media_types(&self) -> bool {
        self.media_types.is_some()
    }

    /// The fault of a request whose media types the service cannot take, given its `content-type`
    /// and every field of its `accept`.
    pub fn refuse_media_types<'a>(
        &self,
        content_type: Option<&str>,
        accept: impl IntoIterator<Item = &'a str>,
    ) -> Option<Fault> {
        let media_types = self.media_types.as_ref()?;
        (media_types.refuse)(
            &media_types.extensions,
            content_type,
            &mut accept.into_iter(),
        )
    }

    /// Says on a response that it depends on `accept`, where
    /// [`check_media_types`](Self::check_media_types) is on.
    pub fn vary(&self, header: &mut impl ResponseHeader) {
        if self.checks_media_types() {
            header.append(Cow::Borrowed("vary"), Cow::Borrowed("accept"));
        }
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
    Fault::detected(condition).violation(Violation::new(message).header(header))
}

/// Whether an instance of JSON:API's media type can be taken; nothing where it is another type.
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

/// The parts between separators that do not stand in a quoted string (RFC 9110 §5.6.4).
fn split(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    text.split(move |c: char| {
        let was_escaped = is_escaped;
        is_escaped = is_quoted && c == '\\' && !was_escaped;
        if c == '"' && !was_escaped {
            is_quoted = !is_quoted;
        }
        !is_quoted && c == char::from(separator)
    })
}
