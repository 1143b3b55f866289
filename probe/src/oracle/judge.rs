//! The judgement of one exchange.

use super::codes::Codes;
use super::grpc::is_grpc_answer;
use super::leak::{Canaries, insides};
use super::path::{is_below, path_of};
use super::request_id::Ids;
use super::rule::{Finding, Rule};
use super::{Style, fields, json, schema};
use crate::wire::{Request, Response};

/// Judges responses by the rules [`O1` to `O9`, `O12` and `O13`](Rule), and by nothing else than what is on the wire.
///
/// ```
/// use manila_probe::oracle::{Oracle, Rule, Style};
/// use manila_probe::wire::{Request, Response};
///
/// let oracle = Oracle::new(Style::Problem);
/// let response = Response {
///     status: 404,
///     headers: vec![("content-type".into(), "text/plain".into())],
///     body: b"not found".into(),
/// };
/// let findings = oracle.judge(&Request::get("/missing"), &response);
/// assert!(findings.iter().any(|finding| finding.rule == Rule::Envelope));
/// ```
#[derive(Debug, Clone)]
pub struct Oracle {
    style: Option<Style>,
    styles: Vec<(String, Style)>,
    codes: Option<Codes>,
    ids: Ids,
    exempt_statuses: Vec<u16>,
    exempt_paths: Vec<String>,
    exempt_content_types: Vec<String>,
    references: Vec<(String, Response)>,
    canaries: Canaries,
}

impl Oracle {
    /// Creates an oracle that expects one style.
    #[must_use]
    pub fn new(style: Style) -> Self {
        Self {
            style: Some(style),
            ..Self::any()
        }
    }

    /// Creates an oracle that accepts an envelope of any style.
    #[must_use]
    pub fn any() -> Self {
        Self {
            style: None,
            styles: Vec::new(),
            codes: None,
            ids: Ids {
                field: "x-request-id".into(),
                characters: String::new(),
            },
            exempt_statuses: Vec::new(),
            exempt_paths: Vec::new(),
            exempt_content_types: Vec::new(),
            references: Vec::new(),
            canaries: Canaries::default(),
        }
    }

    /// Expects another style at a path and at those below it, as of a nested part that has an envelope
    /// of its own. Of several paths that fit, the longest counts.
    ///
    /// ```
    /// use manila_probe::oracle::{Oracle, Rule, Style};
    /// use manila_probe::wire::{Request, Response};
    ///
    /// let oracle = Oracle::new(Style::Problem).style_of("/v1", Style::OkError);
    /// let response = Response {
    ///     status: 404,
    ///     headers: vec![("content-type".into(), "application/json".into())],
    ///     body: br#"{"ok":false,"error":{"code":"NOT_FOUND","message":"Nothing is here."}}"#.into(),
    /// };
    /// let is_in_style = |path| {
    ///     let findings = oracle.judge(&Request::get(path), &response);
    ///     findings.iter().all(|finding| finding.rule != Rule::Envelope)
    /// };
    /// assert!(is_in_style("/v1/apps"));
    /// assert!(!is_in_style("/v2/apps"));
    /// ```
    #[must_use]
    pub fn style_of(mut self, path: impl Into<String>, style: Style) -> Self {
        self.styles.push((path.into(), style));
        self
    }

    /// Sets the codes that errors may have, as `x-error-code` and the body carry them: names, or numbers
    /// as text. Without it any code will do.
    ///
    /// ```
    /// use manila_probe::oracle::{Oracle, Rule};
    /// use manila_probe::wire::{Request, Response};
    ///
    /// let response = Response {
    ///     status: 400,
    ///     headers: vec![("x-error-code".into(), "bad_request".into())],
    ///     body: Vec::new(),
    /// };
    /// let oracle = Oracle::any().codes(["NOT_FOUND", "PLAN_LIMIT_EXCEEDED"]);
    /// let findings = oracle.judge(&Request::get("/apps"), &response);
    /// assert!(findings.iter().any(|finding| finding.rule == Rule::Code));
    /// ```
    #[must_use]
    pub fn codes<C: Into<String>>(mut self, codes: impl IntoIterator<Item = C>) -> Self {
        let codes = codes.into_iter().map(Into::into);
        self.codes.get_or_insert_default().extend(codes);
        self
    }

    /// Sets the header field of the request id; by default `x-request-id`.
    #[must_use]
    pub fn request_id_header(mut self, name: &str) -> Self {
        self.ids.field = name.to_ascii_lowercase();
        self
    }

    /// Allows request ids with these characters too, where the service is told to take them from its
    /// clients.
    ///
    /// ```
    /// use manila_probe::oracle::{Oracle, Rule};
    /// use manila_probe::wire::{Request, Response};
    ///
    /// let response = Response {
    ///     status: 404,
    ///     headers: vec![("x-request-id".into(), "01JD#17".into())],
    ///     body: Vec::new(),
    /// };
    /// let is_refused = |oracle: Oracle| {
    ///     let findings = oracle.judge(&Request::get("/missing"), &response);
    ///     findings.iter().any(|finding| finding.rule == Rule::RequestId)
    /// };
    /// assert!(is_refused(Oracle::any()));
    /// assert!(!is_refused(Oracle::any().id_characters("#")));
    /// ```
    #[must_use]
    pub fn id_characters(mut self, characters: &str) -> Self {
        self.ids.characters.push_str(characters);
        self
    }

    /// Exempts responses with these statuses.
    #[must_use]
    pub fn exempt_statuses(mut self, statuses: impl IntoIterator<Item = u16>) -> Self {
        self.exempt_statuses.extend(statuses);
        self
    }

    /// Exempts responses at these paths, and at those below them.
    #[must_use]
    pub fn exempt_paths<P: Into<String>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        self.exempt_paths.extend(paths.into_iter().map(Into::into));
        self
    }

    /// Exempts responses of these media types, whatever their parameters are.
    #[must_use]
    pub fn exempt_content_types<T: Into<String>>(
        mut self,
        types: impl IntoIterator<Item = T>,
    ) -> Self {
        self.exempt_content_types
            .extend(types.into_iter().map(Into::into));
        self
    }

    /// Adds texts that were planted in the service and must not appear in any response, in any
    /// encoding.
    #[must_use]
    pub fn canaries<C: AsRef<str>>(mut self, canaries: impl IntoIterator<Item = C>) -> Self {
        for canary in canaries {
            self.canaries.add(canary.as_ref());
        }
        self
    }

    /// Adds the response to GET at a path, which the response to HEAD is compared with.
    #[must_use]
    pub fn reference(mut self, path: impl Into<String>, response: Response) -> Self {
        self.references.push((path.into(), response));
        self
    }

    /// Whether no rule applies to the response: it is a success, a redirection, an upgrade or gRPC, or
    /// was exempted.
    #[must_use]
    pub fn is_exempt(&self, request: &Request, response: &Response) -> bool {
        response.status < 400 || self.is_left_alone(request, response)
    }

    pub(super) fn request_id_field(&self) -> &str {
        &self.ids.field
    }

    /// The same, whatever the status means.
    pub(crate) fn is_left_alone(&self, request: &Request, response: &Response) -> bool {
        let path = path_of(&request.path);
        let media_type = response.only("content-type").unwrap_or_default();
        let media_type = media_type.split(';').next().unwrap_or_default().trim();
        is_grpc_answer(response)
            || self.exempt_statuses.contains(&response.status)
            || self
                .exempt_paths
                .iter()
                .any(|exempt| is_below(path, exempt))
            || self
                .exempt_content_types
                .iter()
                .any(|exempt| exempt.eq_ignore_ascii_case(media_type))
    }

    /// Returns everything that is wrong with the response; of an exempt one, only the secrets in it.
    #[must_use]
    pub fn judge(&self, request: &Request, response: &Response) -> Vec<Finding> {
        self.judge_in(self.style_at(&request.path), request, response)
    }

    /// The style that is expected at a path.
    pub(crate) fn style_at(&self, target: &str) -> Option<Style> {
        let path = path_of(target);
        let fitting = self.styles.iter().filter(|(of, _)| is_below(path, of));
        let longest = fitting.max_by_key(|(of, _)| of.len());
        longest.map(|(_, style)| *style).or(self.style)
    }

    /// The same, with the style that is expected.
    pub(crate) fn judge_in(
        &self,
        style: Option<Style>,
        request: &Request,
        response: &Response,
    ) -> Vec<Finding> {
        let mut findings = self.canaries.check(response);
        let reference = self.references.iter().rev();
        let reference = reference.clone().find(|(path, _)| *path == request.path);
        let reference = reference.map(|(_, response)| response);
        findings.extend(reference.and_then(|plain| self.steadiness(request, response, plain)));
        if self.is_exempt(request, response) {
            return findings;
        }
        let is_head = request.method == "HEAD";
        let (style, body) = if is_head {
            (style, schema::Body::default())
        } else {
            envelope(style, response, &mut findings)
        };
        let in_header = response.only("x-error-code");
        if let Some(codes) = &self.codes {
            findings.extend(codes.check(in_header, body.code.as_deref()));
        }
        if let (Some(in_body), Some(in_header)) = (&body.code, in_header)
            && !agree(style, in_body, in_header)
        {
            let message =
                format!("x-error-code is {in_header:?}, but the code in the body is {in_body:?}");
            findings.push(Finding::new(Rule::Envelope, message));
        }
        findings.extend(fields::content_type(response, style));
        findings.extend(fields::length(request, response, reference));
        let id = body.request_id.as_deref();
        findings.extend(self.ids.check(request, response, id));
        findings.extend(fields::old_representation(response));
        findings.extend(fields::of_the_status(response));
        findings.extend(insides(response));
        findings.extend(fields::caching(response));
        findings.sort();
        findings
    }

    /// O12: what a plain request is refused with, no field of another turns into a success.
    fn steadiness(
        &self,
        request: &Request,
        response: &Response,
        plain: &Response,
    ) -> Option<Finding> {
        let is_refused = plain.status >= 400 && !self.is_left_alone(request, plain);
        if !is_refused || request.method != "GET" {
            return None;
        }
        let (status, path) = (response.status, &request.path);
        let what = if status < 400 {
            format!("a {status}")
        } else if self.is_left_alone(request, response) {
            format!("a {status} that is no envelope")
        } else if status >= 500 && plain.status < 500 {
            format!("a {status}")
        } else {
            return None;
        };
        let plain = plain.status;
        let message = format!("{path} is a {plain} to a plain request, and {what} to this one");
        Some(Finding::new(Rule::Steadiness, message))
    }
}

/// The style that the body is in, and what it says.
fn envelope(
    style: Option<Style>,
    response: &Response,
    findings: &mut Vec<Finding>,
) -> (Option<Style>, schema::Body) {
    let mut find = |message: String| findings.push(Finding::new(Rule::Envelope, message));
    if response.body.is_empty() {
        find("the body is empty".into());
        return (style, schema::Body::default());
    }
    let value = match json::read(&response.body) {
        Ok(value) => value,
        Err(what) => {
            find(what);
            return (style, schema::Body::default());
        }
    };
    let Some(style) = style.or_else(|| Style::of(response)) else {
        find("the body is JSON, but none of the known envelopes".into());
        return (None, schema::Body::default());
    };
    let (body, problems) = schema::check(style, &value, response.status);
    problems.into_iter().for_each(find);
    (Some(style), body)
}

/// Whether the body's code and the header's name one code.
fn agree(style: Option<Style>, in_body: &str, in_header: &str) -> bool {
    if style != Some(Style::CodeData) {
        return in_body == in_header;
    }
    // The catalog's number, negated if it is positive; a name says nothing of its number.
    let number = |text: &str| text.parse::<i64>().ok();
    match (number(in_body), number(in_header)) {
        (Some(in_body), Some(in_header)) => in_body == -in_header.abs(),
        _ => true,
    }
}
