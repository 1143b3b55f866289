//! What a service raises is what its client reads: every code of every published catalog, in every style, with
//! its details and a violation.

use manila::{Code, DetailType, FromCode, Pointer, Source};
use manila_catalogs::{Codelibra, Cpi, Credicorp, Mxcep, Vibehost};
use manila_client::{Decoder, ReadAs, RemoteError, decode};
use manila_examples::workbench::{CatalogName, Framework, Style};
use manila_probe::wire::{Client, Protocol, Request, Response};
use serde_json::{Map, Value, json};

use crate::servers::Cell;

const STYLES: [(Style, ReadAs); 4] = [
    (Style::OkError, ReadAs::OkError),
    (Style::JsonApi, ReadAs::JsonApi),
    (Style::CodeData, ReadAs::CodeData),
    (Style::Problem, ReadAs::Problem),
];

/// The requests that are sent on one connection.
const AT_ONCE: usize = 64;

/// What is raised.
#[derive(Debug)]
struct Raised {
    code: &'static Code,
    details: Map<String, Value>,
    message: Option<&'static str>,
    violation: Option<&'static str>,
}

/// What was raised and sent, which is shown where a check of it fails.
struct Shown<'a>(&'a Raised, &'a Response);

impl Drop for Shown<'_> {
    #[expect(clippy::print_stdout, reason = "a test that fails shows it")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("{:?}: {}", self.0, self.1.text());
        }
    }
}

impl Raised {
    /// A code with all of its details and a message; and a 4xx once more, with a violation.
    fn of(code: &'static Code) -> impl Iterator<Item = Self> {
        let raised = |violation: Option<&'static str>| Self {
            code,
            details: code
                .details()
                .iter()
                .map(|detail| (detail.name().to_owned(), value(detail.kind())))
                .collect(),
            message: code
                .status()
                .is_client_error()
                .then_some("It's <7> & \"ünlike\"\n\u{1F980}."),
            violation,
        };
        let with_violation = code
            .status()
            .is_client_error()
            .then(|| raised(Some("Too 100% long.")));
        [Some(raised(None)), with_violation].into_iter().flatten()
    }

    fn request(&self) -> Request {
        let mut path = format!("/raise/{}?", in_url(self.code.name()));
        let details = Value::from(self.details.clone()).to_string();
        let parts = [
            ("message", self.message),
            ("violation", self.violation),
            ("details", Some(&details)),
        ];
        for (name, text) in parts {
            if let Some(text) = text {
                path.push_str(&format!("{name}={}&", in_url(text)));
            }
        }
        Request::get(path)
    }

    /// Whether this is what is read of the response.
    fn check<T: FromCode>(&self, response: &Response, read_as: ReadAs) {
        let Self { code, .. } = self;
        let decoder = Decoder::new().catalog(T::CATALOG);
        let remote = decoder.decode(response.status, fields(response, ""), &response.body);
        assert_eq!(remote.read_as(), read_as);
        assert_eq!(remote.status(), code.status().get());
        self.check_code::<T>(&remote);
        self.check_content(&remote, read_as);
        assert_eq!(remote.request_id(), response.only("x-request-id"));
        assert_eq!(remote.exit_code(), code.exit_code());
        assert_eq!(remote.retry().of_catalog(), code.retry());

        // Without the header, the number of `code-data` has to say the code, where there is one.
        let bare = decoder.decode(
            response.status,
            fields(response, "x-error-code"),
            &response.body,
        );
        if read_as == ReadAs::CodeData && code.number().is_none() {
            assert_eq!(bare.code(), None);
        } else {
            self.check_code::<T>(&bare);
        }
        self.check_content(&bare, read_as);

        // What a relabelling gateway leaves is read by its shape.
        let mut relabelled = fields(response, "content-type");
        relabelled.push(("content-type", "application/json"));
        let relabelled = decode(response.status, relabelled, &response.body);
        assert_eq!(relabelled.read_as(), read_as);
        assert!(relabelled.is(code));
        self.check_content(&relabelled, read_as);
    }

    fn check_code<T: FromCode>(&self, remote: &RemoteError) {
        let Self { code, .. } = self;
        assert_eq!(remote.code(), Some(&*code.wire_code().to_text()));
        assert!(remote.is(code));
        assert_eq!(remote.catalog_code(), Some(*code));
        let value = remote.as_enum::<T>().unwrap();
        assert_eq!(value.error_code(), Some(*code));
    }

    fn check_content(&self, remote: &RemoteError, read_as: ReadAs) {
        // JSON:API has no place for the message of a fault beside its violations: who has the catalog is
        // told that of the code.
        if read_as == ReadAs::JsonApi && self.violation.is_some() {
            let known = remote.catalog_code();
            assert_eq!(remote.message().is_some(), known.is_some());
            assert_ne!(remote.message(), self.message);
        } else if let Some(message) = self.message {
            assert_eq!(remote.message(), Some(message));
        } else {
            assert!(remote.message().is_some());
        }
        let details = remote.details::<Map<String, Value>>().unwrap_or_default();
        assert_eq!(details, self.details);
        let Some(message) = self.violation else {
            assert!(remote.violations().is_empty());
            return;
        };
        let [violation] = remote.violations() else {
            panic!("one violation, and not {:?}", remote.violations());
        };
        let place = Pointer::root().member("canary-member");
        assert!(violation.is(self.code));
        assert_eq!(violation.message(), Some(message));
        assert_eq!(violation.source(), Some(&Source::Pointer(place)));
        assert_eq!(violation.details(), Some(json!({"limit": "canary-limit"})));
    }
}

/// The header fields but for the one of a name.
fn fields<'a>(response: &'a Response, but: &str) -> Vec<(&'a str, &'a str)> {
    let fields = response
        .headers
        .iter()
        .map(|(name, value)| (&**name, &**value));
    fields.filter(|(name, _)| *name != but).collect()
}

/// Some value of a type.
fn value(kind: DetailType) -> Value {
    match kind {
        DetailType::Integer => json!(-7),
        DetailType::Number => json!(0.5),
        DetailType::Boolean => json!(false),
        DetailType::Array => json!(["a/b~c", null, {"d": []}]),
        DetailType::Object => json!({"e": {"f": "<g>"}}),
        DetailType::DateTime => json!("2026-03-01T10:00:00Z"),
        DetailType::Date => json!("2026-03-01"),
        DetailType::Uri => json!("https://example.com/a?b=c&d"),
        DetailType::Uuid => json!("0f5a7c1e-93b2-4d0e-8a55-1f0d2c3b4a59"),
        _ => json!("quoted \"text\"\u{2028}"),
    }
}

fn in_url(text: &str) -> String {
    let byte = |byte: u8| match byte.is_ascii_alphanumeric() {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

fn read_back<T: FromCode>(framework: Framework, catalog: CatalogName) {
    let all: Vec<_> = T::CATALOG.codes().iter().flat_map(Raised::of).collect();
    for (style, read_as) in STYLES {
        let cell = Cell {
            catalog,
            ..Cell::new(framework, style)
        };
        let client = Client::new(cell.address());
        // A violation takes the place of nothing else but in JSON:API.
        let is_sent = |raised: &&Raised| {
            read_as == ReadAs::JsonApi || raised.violation.is_some() || raised.message.is_none()
        };
        let raised: Vec<_> = all.iter().filter(is_sent).collect();
        let requests: Vec<_> = raised.iter().map(|raised| raised.request()).collect();
        for (raised, requests) in raised.chunks(AT_ONCE).zip(requests.chunks(AT_ONCE)) {
            let responses = client.batch(Protocol::Http1, requests).unwrap();
            assert_eq!(responses.len(), raised.len());
            for (raised, response) in raised.iter().zip(&responses) {
                let _shown = Shown(raised, response);
                raised.check::<T>(response, read_as);
            }
        }
    }
}

fn read_all_back(framework: Framework) {
    read_back::<Vibehost>(framework, CatalogName::Vibehost);
    read_back::<Mxcep>(framework, CatalogName::Mxcep);
    read_back::<Credicorp>(framework, CatalogName::Credicorp);
    read_back::<Codelibra>(framework, CatalogName::Codelibra);
    read_back::<Cpi>(framework, CatalogName::Cpi);
}

#[test]
fn every_code_that_axum_raises_is_read_back() {
    read_all_back(Framework::Axum);
}

#[test]
fn every_code_that_actix_raises_is_read_back() {
    read_all_back(Framework::Actix);
}
