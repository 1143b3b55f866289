//! The responses that a client gets, as the service sends them.

use std::borrow::Cow;
use std::time::Duration;

use manila::adapter::{Renderer, RequestContext, ResponseHeader};
use manila::{
    Code, Condition, Detail, DetailType, Envelopes, Fault, Pointer, Rendered, Retry, Scope, Status,
    Violation,
};
use manila_catalog_file::printable;

use crate::languages::stands_in;
use crate::wording::source_language;

/// The id of the request that is answered.
const SAMPLE_ID: &str = "01a1fca2-a9ef-75d0-a98d-d8de0d9c9949";

/// When the request can succeed, for codes that say when.
const SAMPLE_WAIT: Duration = Duration::from_secs(30);

/// A response, as a page shows it.
#[derive(Debug)]
pub(crate) struct Response {
    /// What the shape is called.
    pub(crate) style: String,
    pub(crate) status: u16,
    pub(crate) phrase: &'static str,
    pub(crate) header: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    pub(crate) body: String,
    /// The language of its sentences, where it says that and the page is in another.
    pub(crate) language: Option<String>,
}

impl Response {
    /// The response of a code in the style of these settings, to a client that asks for the language of the page,
    /// if that is one of several. A code that is only ever inside of others is shown in one; one that is retired,
    /// or that no response has, is in none.
    pub(crate) fn of(
        code: &'static Code,
        envelopes: &Envelopes,
        page: Option<&str>,
    ) -> Option<Self> {
        if code.retired().is_some() {
            return None;
        }
        let scope = code.scope();
        let fault = if scope.contains(&Scope::Response) {
            fault_of(code)
        } else if scope.contains(&Scope::Violation) {
            let violation = Violation::new(code.message().unwrap_or_else(|| code.title()))
                .with_code(code)
                .with_pointer(Pointer::root().member("name"));
            let violation = code.details().iter().fold(violation, |violation, detail| {
                violation.with_detail(detail.name(), Value(detail))
            });
            Fault::condition(Condition::Validation).with_violation(violation)
        } else {
            return None;
        };
        let rendered = rendered(&fault, envelopes, page);
        let mut header = Header::default();
        rendered.apply(&mut header);
        let id = envelopes.id_policy().header_name().to_owned();
        header.0.push((id.into(), SAMPLE_ID.into()));
        let body = String::from_utf8_lossy(rendered.body());
        let of_catalog = source_language(code.catalog());
        let language = header.get("content-language").unwrap_or(of_catalog);
        let is_foreign = page.is_some_and(|page| !stands_in(language, page));
        Some(Self {
            language: is_foreign.then(|| language.to_owned()),
            style: name_of(rendered.content_type(), &body),
            status: rendered.status(),
            phrase: Status::new(rendered.status()).map_or("", Status::phrase),
            header: header.0,
            body: indented(&body),
        })
    }

    /// The whole response as text, as HTTP/1.1 has it.
    pub(crate) fn text(&self) -> String {
        let mut text = format!("HTTP/1.1 {} {}\n", self.status, self.phrase);
        for (name, value) in &self.header {
            text += &format!("{name}: {value}\n");
        }
        text.push('\n');
        text += &self.body;
        text
    }
}

/// The response to a client that asks for a language.
fn rendered(fault: &Fault, envelopes: &Envelopes, language: Option<&str>) -> Rendered {
    let Some(language) = language else {
        return envelopes.render(fault, Some(SAMPLE_ID));
    };
    let renderer = Renderer::new(envelopes.clone());
    let locale = renderer.choose_language([language.as_bytes()]);
    let request = RequestContext::new(Some(SAMPLE_ID)).with_locale(locale);
    renderer.render(fault, &request)
}

fn fault_of(code: &'static Code) -> Fault {
    let details = code.details().iter();
    let fault = details.fold(Fault::new(code), |fault, detail| {
        fault.with_detail(detail.name(), Value(detail))
    });
    match code.retry() {
        Some(Retry::After) => fault.with_retry_after(SAMPLE_WAIT),
        _ => fault,
    }
}

/// What the shape of a body is called: each of the published ones is known by how it begins.
fn name_of(media_type: &str, body: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let known = match essence {
        "application/problem+json" => "Problem details",
        "application/vnd.api+json" => "JSON:API",
        "application/json" if body.starts_with(r#"{"ok":false"#) => "ok-error",
        "application/json" if body.starts_with(r#"{"code":"#) => "code-data",
        other => other,
    };
    known.to_owned()
}

/// A value that a detail can have.
struct Value<'a>(&'a Detail);

impl serde::Serialize for Value<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(detail) = self;
        let first = detail.allowed_values().first();
        match (detail.kind(), first) {
            (DetailType::Array, Some(value)) => [value].serialize(serializer),
            (DetailType::Array, None) => {
                let items = detail.item_kind().unwrap_or(DetailType::String);
                [OfType(items)].serialize(serializer)
            }
            (_, Some(value)) => value.serialize(serializer),
            (kind, None) => OfType(kind).serialize(serializer),
        }
    }
}

/// A value of a type.
struct OfType(DetailType);

impl serde::Serialize for OfType {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            DetailType::Integer => serializer.serialize_u8(1),
            DetailType::Number => serializer.serialize_f32(1.5),
            DetailType::Boolean => serializer.serialize_bool(true),
            DetailType::DateTime => serializer.serialize_str("2030-01-31T12:00:00Z"),
            DetailType::Date => serializer.serialize_str("2030-01-31"),
            DetailType::Uri => serializer.serialize_str("https://example.com/"),
            DetailType::Uuid => serializer.serialize_str(SAMPLE_ID),
            DetailType::Array => serializer.collect_seq(std::iter::empty::<u8>()),
            DetailType::Object => serializer.collect_map(std::iter::empty::<(u8, u8)>()),
            _ => serializer.serialize_str("example"),
        }
    }
}

/// Lays a body of JSON out over lines, for people. Strings stay as they are.
fn indented(json: &str) -> String {
    let mut text = String::with_capacity(json.len() * 2);
    let (mut depth, mut is_string, mut is_escaped) = (0usize, false, false);
    let mut characters = json.chars().peekable();
    let begin_line = |text: &mut String, depth: usize| {
        text.push('\n');
        text.extend(std::iter::repeat_n("  ", depth));
    };
    while let Some(character) = characters.next() {
        if is_string {
            match printable(character).eq([character]) {
                true => text.push(character),
                // What is not seen, as JSON writes it (RFC 8259 §7).
                false => {
                    let mut units = [0; 2];
                    let units = character.encode_utf16(&mut units).iter();
                    units.for_each(|unit| text.push_str(&format!("\\u{unit:04x}")));
                }
            }
            is_string = is_escaped || character != '"';
            is_escaped = !is_escaped && character == '\\';
            continue;
        }
        match character {
            '"' => {
                is_string = true;
                text.push('"');
            }
            '{' | '[' => {
                text.push(character);
                if let Some(end) = characters.next_if(|next| matches!(next, '}' | ']')) {
                    text.push(end);
                } else {
                    depth += 1;
                    begin_line(&mut text, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                begin_line(&mut text, depth);
                text.push(character);
            }
            ',' => {
                text.push(',');
                begin_line(&mut text, depth);
            }
            ':' => text.push_str(": "),
            other => text.push(other),
        }
    }
    text
}

/// The header fields of a response, in the order in which they are set.
#[derive(Debug, Default)]
struct Header(Vec<(Cow<'static, str>, Cow<'static, str>)>);

impl Header {
    fn get(&self, name: &str) -> Option<&str> {
        let mut fields = self.0.iter();
        fields
            .find(|(known, _)| known == name)
            .map(|(_, value)| &**value)
    }
}

impl ResponseHeader for Header {
    fn has(&self, name: &'static str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.0.retain(|(known, _)| *known != name);
        self.append(name, value);
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.0.push((name, value));
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        self.0.retain(|(name, _)| keep(name));
    }
}
