//! The body of a fault in each style, as wire.md §1 has it.

use std::collections::BTreeSet;

use super::error::{ExpectedCode, ExpectedFault, ExpectedViolation, Members};
use super::http::phrase;
use super::style::{ExpectedExtent, ExpectedSentence, ExpectedService, ExpectedStyle};
use crate::json::Json;
use crate::text::is_uuid;

impl ExpectedFault {
    /// The whole body, member by member in the order of the contract.
    #[must_use]
    pub fn body(
        &self,
        style: ExpectedStyle,
        service: ExpectedService<'_>,
        id: Option<&str>,
    ) -> Json {
        self.part_of_body(style, service, id, ExpectedExtent::all(self))
    }

    pub(crate) fn part_of_body(
        &self,
        style: ExpectedStyle,
        service: ExpectedService<'_>,
        id: Option<&str>,
        extent: ExpectedExtent,
    ) -> Json {
        let view = View {
            fault: self,
            service,
            id,
            extent,
        };
        Json::Object(match style {
            ExpectedStyle::OkError => view.ok_error(),
            ExpectedStyle::JsonApi => view.json_api(),
            ExpectedStyle::CodeData => view.code_data(),
            ExpectedStyle::Problem => view.problem(),
            ExpectedStyle::Custom => view.custom(),
        })
    }
}

/// A fault as one body shows it.
struct View<'a> {
    fault: &'a ExpectedFault,
    service: ExpectedService<'a>,
    id: Option<&'a str>,
    extent: ExpectedExtent,
}

fn member(name: &str, value: impl Into<Json>) -> (String, Json) {
    (name.to_owned(), value.into())
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Members> for Json {
    fn from(members: Members) -> Self {
        Self::Object(members)
    }
}

/// The object as a member, unless it is empty.
fn unless_empty(name: &str, members: Members) -> Option<(String, Json)> {
    (!members.is_empty()).then(|| member(name, members))
}

impl View<'_> {
    fn code(&self) -> &ExpectedCode {
        &self.fault.code
    }

    fn message(&self) -> &str {
        match self.extent.sentence {
            ExpectedSentence::Faults => &self.fault.message,
            ExpectedSentence::Catalogs => &self.fault.catalogs_message,
            ExpectedSentence::Shortest => &self.fault.shortest_message,
        }
    }

    fn violations(&self) -> &[ExpectedViolation] {
        &self.fault.violations[..self.extent.violations]
    }

    fn details(&self) -> Members {
        let mut details = self.fault.details[..self.extent.details].to_vec();
        let own = self.fault.own_details.iter();
        details.extend(
            own.filter(|(name, _)| self.extent.reason || name != "reason")
                .cloned(),
        );
        details
    }

    fn truncated(&self) -> Option<(String, Json)> {
        let count = i64::try_from(self.extent.truncated).unwrap_or(i64::MAX);
        (count > 0).then(|| ("truncated".to_owned(), Json::integer(count)))
    }

    /// The violations as `ok-error` and `code-data` list them.
    fn errors(&self) -> Option<(String, Json)> {
        let errors = self.violations().iter().map(|violation| {
            let mut error = vec![
                ("code".to_owned(), violation.code.json()),
                member("message", violation.message.as_str()),
            ];
            error.extend(
                violation
                    .place
                    .as_ref()
                    .map(|(kind, place)| member(kind, place.as_str())),
            );
            error.extend(unless_empty("details", violation.details.clone()));
            Json::Object(error)
        });
        let errors: Vec<_> = errors.collect();
        (!errors.is_empty()).then(|| ("errors".to_owned(), Json::Array(errors)))
    }

    /// The request's id, where the service asks for it.
    fn asked_id(&self) -> Option<(String, Json)> {
        let id = self.id.filter(|_| self.service.has_id_in_body)?;
        Some(member("request_id", id))
    }

    fn ok_error(&self) -> Members {
        let mut details = self.details();
        details.extend(self.errors());
        details.extend(self.truncated());
        let mut error = vec![
            ("code".to_owned(), self.code().json()),
            member("message", self.message()),
        ];
        error.extend(self.asked_id());
        error.extend(unless_empty("details", details));
        vec![
            ("ok".to_owned(), Json::Boolean(false)),
            member("error", error),
        ]
    }

    fn code_data(&self) -> Members {
        let number = self.code().number;
        let code = -number.map_or(i64::from(self.code().status), i64::abs);
        let mut details = self.details();
        details.extend(self.truncated());
        let mut rest: Members = unless_empty("details", details).into_iter().collect();
        rest.extend(self.errors());
        if let Some(id) = self.asked_id() {
            rest.insert(0, id);
        }
        let data = if rest.is_empty() {
            Json::text(self.message())
        } else {
            rest.insert(0, member("message", self.message()));
            Json::Object(rest)
        };
        vec![
            ("code".to_owned(), Json::integer(code)),
            ("data".to_owned(), data),
        ]
    }

    /// The page of a code, where the service has a reference and the code is a catalog's.
    fn reference(&self, code: &ExpectedCode) -> Option<String> {
        let address = self.service.reference.filter(|_| code.is_listed)?;
        Some(format!("{}/{}", address.trim_end_matches('/'), code.text()))
    }

    fn error_object(
        &self,
        code: &ExpectedCode,
        status: u16,
        detail: &str,
        source: Option<Members>,
        meta: Members,
    ) -> Json {
        let mut error = vec![
            member("status", status.to_string()),
            member("code", code.text()),
            member("title", code.title.as_str()),
            member("detail", detail),
        ];
        error.extend(source.map(|source| member("source", source)));
        error.extend(unless_empty("meta", meta));
        let link = self.reference(code).map(|link| vec![member("type", link)]);
        error.extend(link.map(|link| member("links", link)));
        Json::Object(error)
    }

    fn json_api(&self) -> Members {
        let ExpectedService {
            version,
            api_version,
            datetime,
            ..
        } = self.service;
        let mut meta = Members::new();
        let texts = [
            ("version", version),
            ("api_version", api_version),
            ("request_id", self.id),
        ];
        for (name, text) in texts {
            meta.extend(text.map(|text| member(name, text)));
        }
        meta.extend(datetime.map(|(timezone, format)| {
            let zone = member("timezone", timezone);
            member("datetime", vec![zone, member("format", format)])
        }));
        let errors = if self.violations().is_empty() {
            vec![self.error_object(
                self.code(),
                self.code().status,
                self.message(),
                None,
                self.details(),
            )]
        } else {
            meta.push(member("code", self.code().text()));
            meta.extend(unless_empty("details", self.details()));
            // One that does not fit is one of the request's all the same.
            let answered = self.code().status;
            let own_status = |violation: &ExpectedViolation| match violation.code.status {
                status @ 400..500 => status,
                _ => answered,
            };
            let all: BTreeSet<_> = self.fault.violations.iter().map(own_status).collect();
            let is_general = answered == 400 && all.len() > 1;
            let errors = self.violations().iter().map(|violation| {
                let ExpectedViolation {
                    code,
                    message,
                    place,
                    details,
                } = violation;
                let source = place
                    .as_ref()
                    .map(|(kind, place)| vec![member(kind, place.as_str())]);
                let status = if is_general {
                    own_status(violation)
                } else {
                    answered
                };
                self.error_object(code, status, message, source, details.clone())
            });
            errors.collect()
        };
        meta.extend(self.truncated());
        vec![
            ("errors".to_owned(), Json::Array(errors)),
            member("meta", meta),
        ]
    }

    fn problem(&self) -> Members {
        let code = self.code();
        let mut problem = match self.reference(code) {
            Some(reference) => vec![
                member("type", reference),
                member("title", code.title.as_str()),
            ],
            None => vec![
                member("type", "about:blank"),
                member("title", phrase(code.status)),
            ],
        };
        problem.push(("status".to_owned(), Json::integer(code.status)));
        problem.push(member("detail", self.message()));
        let uuid = self.id.filter(|id| is_uuid(id));
        problem.extend(uuid.map(|id| member("instance", format!("urn:uuid:{id}"))));
        problem.push(("code".to_owned(), code.json()));
        problem.extend(self.id.map(|id| member("request_id", id)));
        let mut details = self.details();
        details.extend(self.truncated());
        problem.extend(unless_empty("details", details));
        let errors = self.violations().iter().map(|violation| {
            let mut error = vec![
                ("code".to_owned(), violation.code.json()),
                member("detail", violation.message.as_str()),
            ];
            error.extend(violation.place.as_ref().map(|(kind, place)| match *kind {
                "pointer" => member(kind, fragment(place)),
                kind => member(kind, place.as_str()),
            }));
            error.extend(unless_empty("details", violation.details.clone()));
            Json::Object(error)
        });
        let errors: Vec<_> = errors.collect();
        problem.extend((!errors.is_empty()).then(|| ("errors".to_owned(), Json::Array(errors))));
        problem
    }

    /// The style of the user's that `settings` configures.
    fn custom(&self) -> Members {
        let mut body = vec![
            ("http".to_owned(), Json::integer(self.code().status)),
            member("fail", self.message()),
        ];
        body.extend(unless_empty("data", self.details()));
        body.extend(
            self.truncated()
                .map(|(_, count)| ("missing".to_owned(), count)),
        );
        body
    }
}

/// A pointer as a URI fragment (RFC 6901 §6, RFC 3986 §3.5).
fn fragment(pointer: &str) -> String {
    const AS_IT_IS: &str = "-._~!$&'()*+,;=:@/?";
    let encoded = pointer.bytes().map(|byte| {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || (c.is_ascii() && AS_IT_IS.contains(c)) {
            c.to_string()
        } else {
            format!("%{byte:02X}")
        }
    });
    format!("#{}", encoded.collect::<String>())
}
