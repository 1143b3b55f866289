//! The body of a fault in each style, as wire.md §1 has it.

use super::public::{Public, PublicViolation};
use super::resolve::{Spelled, Told, phrase};
use crate::json::Json;
use crate::settings::{Settings, Style};
use crate::text::{Text, is_uuid};

/// Whose sentence a body has.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sentence {
    Faults,
    /// The catalog's, with the fault's details.
    Catalogs,
    /// The catalog's, without a word of the fault's.
    Shortest,
}

/// How much of a fault is in a body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown {
    pub(crate) violations: usize,
    pub(crate) details: usize,
    pub(crate) reason: bool,
    pub(crate) sentence: Sentence,
    pub(crate) truncated: usize,
}

impl Shown {
    pub(crate) fn all(public: &Public) -> Self {
        Self {
            violations: public.violations.len(),
            details: public.details.len(),
            reason: true,
            sentence: Sentence::Faults,
            truncated: 0,
        }
    }
}

/// A fault as one body shows it.
struct View<'a> {
    public: &'a Public,
    settings: &'a Settings,
    id: Option<&'a str>,
    shown: Shown,
}

/// The body as JSON.
pub(crate) fn body(
    style: Style,
    public: &Public,
    settings: &Settings,
    id: Option<&str>,
    shown: Shown,
) -> Json {
    let view = View {
        public,
        settings,
        id,
        shown,
    };
    let members = match style {
        Style::OkError => view.ok_error(),
        Style::JsonApi => view.json_api(),
        Style::CodeData => view.code_data(),
        Style::Problem => view.problem(),
        Style::Custom | Style::Panicking | Style::Repeating => view.custom(),
    };
    Json::Object(members)
}

type Members = Vec<(String, Json)>;

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
    fn told(&self) -> &Told {
        &self.public.told
    }

    fn message(&self) -> &str {
        match self.shown.sentence {
            Sentence::Faults => &self.public.message,
            Sentence::Catalogs => &self.public.catalogs_message,
            Sentence::Shortest => &self.public.shortest_message,
        }
    }

    fn violations(&self) -> &[PublicViolation] {
        &self.public.violations[..self.shown.violations]
    }

    fn details(&self) -> Members {
        let mut details = self.public.details[..self.shown.details].to_vec();
        let own = self.public.own_details.iter();
        details.extend(
            own.filter(|(name, _)| self.shown.reason || name != "reason")
                .cloned(),
        );
        details
    }

    fn truncated(&self) -> Option<(String, Json)> {
        let count = i64::try_from(self.shown.truncated).unwrap_or(i64::MAX);
        (count > 0).then(|| ("truncated".to_owned(), Json::integer(count)))
    }

    /// The violations as `ok-error` and `code-data` list them.
    fn errors(&self) -> Option<(String, Json)> {
        let errors = self.violations().iter().map(|violation| {
            let mut error = vec![
                ("code".to_owned(), violation.told.code.json()),
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

    fn ok_error(&self) -> Members {
        let mut details = self.details();
        details.extend(self.errors());
        details.extend(self.truncated());
        let mut error = vec![
            ("code".to_owned(), self.told().code.json()),
            member("message", self.message()),
        ];
        error.extend(unless_empty("details", details));
        vec![
            ("ok".to_owned(), Json::Boolean(false)),
            member("error", error),
        ]
    }

    fn code_data(&self) -> Members {
        let number = match (self.told().entry, &self.told().code) {
            (Some(entry), _) => entry.number().map(i64::from),
            (None, Spelled::Number(number)) => Some(*number),
            (None, Spelled::Name(_)) => None,
        };
        let code = -number.map_or(i64::from(self.told().status), i64::abs);
        let mut details = self.details();
        details.extend(self.truncated());
        let mut data: Members = unless_empty("details", details).into_iter().collect();
        data.extend(self.errors());
        let data = if data.is_empty() {
            Json::text(self.message())
        } else {
            data.push(member("message", self.message()));
            Json::Object(data)
        };
        vec![
            ("code".to_owned(), Json::integer(code)),
            ("data".to_owned(), data),
        ]
    }

    /// The page of a code, where the service has a reference and the code is a catalog's.
    fn reference(&self, told: &Told) -> Option<String> {
        told.entry?;
        let Text(address) = self.settings.reference.as_ref()?;
        Some(format!(
            "{}/{}",
            address.trim_end_matches('/'),
            told.code.text()
        ))
    }

    fn error_object(&self, told: &Told, detail: &str, meta: Members) -> Members {
        let mut error = vec![
            member("status", told.status.to_string()),
            member("code", told.code.text()),
            member("title", &*told.title()),
            member("detail", detail),
        ];
        error.extend(unless_empty("meta", meta));
        let link = self.reference(told).map(|link| vec![member("type", link)]);
        error.extend(link.map(|link| member("links", link)));
        error
    }

    fn json_api(&self) -> Members {
        let Settings {
            version,
            api_version,
            datetime,
            ..
        } = self.settings;
        let mut meta = Members::new();
        let texts = [("version", version), ("api_version", api_version)];
        for (name, text) in texts {
            meta.extend(text.as_ref().map(|Text(text)| member(name, text.as_str())));
        }
        meta.extend(self.id.map(|id| member("request_id", id)));
        meta.extend(datetime.as_ref().map(|(Text(timezone), Text(format))| {
            let zone = member("timezone", timezone.as_str());
            member("datetime", vec![zone, member("format", format.as_str())])
        }));
        let errors = if self.violations().is_empty() {
            vec![Json::Object(self.error_object(
                self.told(),
                self.message(),
                self.details(),
            ))]
        } else {
            meta.push(member("code", self.told().code.text()));
            meta.extend(unless_empty("details", self.details()));
            let errors = self.violations().iter().map(|violation| {
                let PublicViolation {
                    told,
                    message,
                    place,
                    details,
                } = violation;
                let mut error = self.error_object(told, message, details.clone());
                let source = place
                    .as_ref()
                    .map(|(kind, place)| vec![member(kind, place.as_str())]);
                error.extend(source.map(|source| member("source", source)));
                Json::Object(error)
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
        let told = self.told();
        let mut problem = match self.reference(told) {
            Some(reference) => vec![member("type", reference), member("title", &*told.title())],
            None => vec![
                member("type", "about:blank"),
                member("title", &*phrase(told.status)),
            ],
        };
        problem.push(("status".to_owned(), Json::integer(told.status)));
        problem.push(member("detail", self.message()));
        problem.push(("code".to_owned(), told.code.json()));
        let uuid = self.id.filter(|id| is_uuid(id));
        problem.extend(uuid.map(|id| member("instance", format!("urn:uuid:{id}"))));
        problem.extend(self.id.map(|id| member("request_id", id)));
        let mut details = self.details();
        details.extend(self.truncated());
        problem.extend(unless_empty("details", details));
        let errors = self.violations().iter().map(|violation| {
            let mut error = vec![
                ("code".to_owned(), violation.told.code.json()),
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
            ("http".to_owned(), Json::integer(self.told().status)),
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
