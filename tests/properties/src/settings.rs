//! How a service is configured.

use std::panic::resume_unwind;

use arbitrary::{Arbitrary, Result, Unstructured};
use manila::{Catalog, Envelopes, NewRequest, Object, PublicFault, RequestId};

use crate::catalogs::AnyCatalog;
use crate::expected::{ExpectedService, ExpectedStyle};
use crate::text::{Text, is_field_value};

/// The default body limit (wire.md §1).
pub(crate) const DEFAULT_LIMIT: usize = 64 * 1024;

/// The id that the service's own generator makes.
pub(crate) const FIXED_ID: &str = "made.by_the-service";

/// What an input says of a service.
#[derive(Debug, Clone, Arbitrary)]
pub(crate) struct Settings {
    pub(crate) style: Style,
    catalog: Option<AnyCatalog>,
    limit: Limit,
    version: Option<Text>,
    api_version: Option<Text>,
    datetime: Option<(Text, Text)>,
    reference: Option<Text>,
    challenge: Option<Text>,
    pub(crate) grpc: bool,
    pub(crate) ids: Ids,
    pub(crate) policy: Policy,
    has_id_in_body: bool,
}

/// The shape of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Arbitrary)]
pub(crate) enum Style {
    OkError,
    JsonApi,
    CodeData,
    Problem,
    /// A style of the user's.
    Custom,
    /// A style of the user's that panics after it has written something.
    Panicking,
    /// A style of the user's that writes a name twice.
    Repeating,
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Limit {
    Default,
    Tiny(u8),
    Small(u16),
}

/// Where ids come from.
#[derive(Debug, Clone, Arbitrary)]
pub(crate) struct Ids {
    pub(crate) has_own_header: bool,
    pub(crate) distrusts: bool,
    pub(crate) takes_trace_ids: bool,
    pub(crate) generator: Generator,
}

/// What makes fresh ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Arbitrary)]
pub(crate) enum Generator {
    Default,
    Fixed,
    Panicking,
}

/// What is left alone, and which fields of replaced responses stay.
#[derive(Debug, Clone, Arbitrary)]
pub(crate) struct Policy {
    pub(crate) left_alone: Option<LeftAlone>,
    pub(crate) keeps: Option<PolicyField>,
    pub(crate) drops: Option<PolicyField>,
    pub(crate) hides_reasons: bool,
    pub(crate) drops_texts: bool,
    pub(crate) hides_headers: bool,
}

/// Responses that the service leaves alone.
#[derive(Debug, Clone)]
pub(crate) struct LeftAlone {
    pub(crate) first: u16,
    pub(crate) last: u16,
    pub(crate) media_type: MediaType,
}

impl<'a> Arbitrary<'a> for LeftAlone {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self {
            first: u.int_in_range(90..=600)?,
            last: u.int_in_range(390..=1010)?,
            media_type: u.arbitrary()?,
        })
    }
}

/// The beginning of a media type.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MediaType(pub(crate) &'static str);

impl<'a> Arbitrary<'a> for MediaType {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.choose(&["", "text/", "text/html", "application/json"])
            .map(|start| Self(start))
    }
}

/// A field that a service may sensibly keep or drop.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PolicyField(pub(crate) &'static str);

impl<'a> Arbitrary<'a> for PolicyField {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.choose(&[
            "etag",
            "cache-control",
            "content-language",
            "set-cookie",
            "x-custom",
            "vary",
        ])
        .map(|name| Self(name))
    }
}

impl Settings {
    /// A service that sets nothing but its style.
    pub(crate) const fn plain(style: Style) -> Self {
        Self {
            style,
            catalog: None,
            limit: Limit::Default,
            version: None,
            api_version: None,
            datetime: None,
            reference: None,
            challenge: None,
            grpc: false,
            has_id_in_body: false,
            ids: Ids {
                has_own_header: false,
                distrusts: false,
                takes_trace_ids: false,
                generator: Generator::Default,
            },
            policy: Policy {
                left_alone: None,
                keeps: None,
                drops: None,
                hides_reasons: false,
                drops_texts: false,
                hides_headers: false,
            },
        }
    }

    pub(crate) fn catalog(&self) -> Option<&'static Catalog> {
        self.catalog.map(|AnyCatalog(catalog)| catalog)
    }

    pub(crate) fn limit(&self) -> usize {
        match self.limit {
            Limit::Default => DEFAULT_LIMIT,
            Limit::Tiny(bytes) => bytes.into(),
            Limit::Small(bytes) => bytes.into(),
        }
    }

    pub(crate) fn challenge(&self) -> &str {
        match &self.challenge {
            Some(Text(own)) if !own.is_empty() && is_field_value(own.as_bytes()) => own,
            _ => "Bearer realm=\"api\"",
        }
    }

    pub(crate) fn id_header(&self) -> &'static str {
        if self.ids.has_own_header {
            "x-correlation-id"
        } else {
            "x-request-id"
        }
    }

    /// The style of bodies, unless it breaks.
    pub(crate) fn expected_style(&self) -> ExpectedStyle {
        match self.style {
            Style::OkError => ExpectedStyle::OkError,
            Style::JsonApi => ExpectedStyle::JsonApi,
            Style::CodeData => ExpectedStyle::CodeData,
            Style::Problem => ExpectedStyle::Problem,
            Style::Custom | Style::Panicking | Style::Repeating => ExpectedStyle::Custom,
        }
    }

    /// What bodies tell of the service.
    pub(crate) fn service(&self) -> ExpectedService<'_> {
        let datetime = self.datetime.as_ref();
        ExpectedService {
            version: text(self.version.as_ref()),
            api_version: text(self.api_version.as_ref()),
            datetime: datetime.map(|(Text(zone), Text(format))| (&**zone, &**format)),
            reference: text(self.reference.as_ref()),
            has_id_in_body: self.has_id_in_body,
        }
    }

    /// The settings as a service would write them.
    pub(crate) fn envelopes(&self) -> Envelopes {
        let mut envelopes = self.style().body_limit(self.limit());
        if let Some(catalog) = self.catalog() {
            envelopes = envelopes.catalog(catalog);
        }
        if let Some(Text(version)) = &self.version {
            envelopes = envelopes.version(version.clone());
        }
        if let Some(Text(version)) = &self.api_version {
            envelopes = envelopes.api_version(version.clone());
        }
        if let Some((Text(timezone), Text(format))) = &self.datetime {
            envelopes = envelopes.datetime(timezone.clone(), format.clone());
        }
        if let Some(Text(address)) = &self.reference {
            envelopes = envelopes.reference_url(address.clone());
        }
        if let Some(Text(challenge)) = &self.challenge {
            envelopes = envelopes
                .clone()
                .www_authenticate(challenge.clone())
                .unwrap_or(envelopes);
        }
        if self.grpc {
            envelopes = envelopes.grpc();
        }
        if self.has_id_in_body {
            envelopes = envelopes.request_id_in_body();
        }
        self.with_policy(self.with_ids(envelopes))
    }

    fn style(&self) -> Envelopes {
        match self.style {
            Style::OkError => Envelopes::ok_error(),
            Style::JsonApi => Envelopes::json_api(),
            Style::CodeData => Envelopes::code_data(),
            Style::Problem => Envelopes::problem(),
            Style::Custom => Envelopes::custom(CUSTOM, custom).unwrap_or_default(),
            Style::Panicking => Envelopes::custom(CUSTOM, panicking).unwrap_or_default(),
            Style::Repeating => Envelopes::custom(CUSTOM, repeating).unwrap_or_default(),
        }
    }

    fn with_ids(&self, mut envelopes: Envelopes) -> Envelopes {
        let Ids {
            has_own_header,
            distrusts,
            takes_trace_ids,
            generator,
        } = self.ids;
        if has_own_header {
            let name = self.id_header();
            envelopes = envelopes
                .clone()
                .request_id_header(name)
                .unwrap_or(envelopes);
        }
        if distrusts {
            envelopes = envelopes.ignore_inbound_ids();
        }
        if takes_trace_ids {
            envelopes = envelopes.trace_id_as_request_id();
        }
        match generator {
            Generator::Default => envelopes,
            Generator::Fixed => envelopes.id_generator(|_: &NewRequest<'_>| {
                RequestId::parse(FIXED_ID).unwrap_or_else(RequestId::random)
            }),
            Generator::Panicking => envelopes.id_generator(|_: &NewRequest<'_>| -> RequestId {
                resume_unwind(Box::new("no id today"))
            }),
        }
    }

    fn with_policy(&self, mut envelopes: Envelopes) -> Envelopes {
        if let Some(LeftAlone {
            first,
            last,
            media_type,
        }) = self.policy.left_alone
        {
            envelopes = envelopes.pass_through(first..=last, media_type.0);
        }
        if let Some(PolicyField(name)) = self.policy.keeps {
            envelopes = envelopes.clone().keep_header(name).unwrap_or(envelopes);
        }
        if let Some(PolicyField(name)) = self.policy.drops {
            envelopes = envelopes.clone().drop_header(name).unwrap_or(envelopes);
        }
        if self.policy.hides_reasons {
            envelopes = envelopes.hide_reasons();
        }
        if self.policy.drops_texts {
            envelopes = envelopes.no_foreign_text();
        }
        if self.policy.hides_headers {
            envelopes = envelopes.hide_foreign_headers();
        }
        envelopes
    }
}

fn text(text: Option<&Text>) -> Option<&str> {
    text.map(|Text(text)| text.as_str())
}

const CUSTOM: &str = "application/vnd.acme+json";

fn custom(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    body.integer("http", fault.status().into());
    body.string("fail", fault.message());
    if fault.has_details() {
        body.object("data", |data| fault.write_details(data));
    }
    if let Some(truncated) = fault.truncated() {
        body.integer("missing", truncated);
    }
}

fn panicking(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    custom(fault, body);
    // As a panic without its hook: the fuzzers take whatever reaches the hook for a crash.
    resume_unwind(Box::new("the style is broken"));
}

fn repeating(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    custom(fault, body);
    custom(fault, body);
}
