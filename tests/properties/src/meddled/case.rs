//! What makes a response, and what is done to it.

use arbitrary::{Arbitrary, Result, Unstructured};
use manila::Condition;

/// A response, the middleware around the layers, and the layers.
#[derive(Debug, Clone)]
pub struct Case {
    pub(super) source: Source,
    /// What middleware next to the handler changes, in this order.
    pub(super) inside: Vec<Change>,
    /// Whether a layer stands there, and what other middleware changes of what leaves it.
    pub(super) nested: Option<Vec<Change>>,
    /// What middleware changes outside of the last layer.
    pub(super) outside: Option<Outside>,
    pub(super) style: Style,
    pub(super) is_head: bool,
}

impl<'a> Arbitrary<'a> for Case {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self {
            source: u.arbitrary()?,
            inside: changes(u, 2)?,
            nested: if u.ratio(1, 3)? {
                Some(changes(u, 2)?)
            } else {
                None
            },
            outside: u.arbitrary()?,
            style: u.arbitrary()?,
            is_head: u.ratio(1, 8)?,
        })
    }
}

fn changes(u: &mut Unstructured<'_>, most: usize) -> Result<Vec<Change>> {
    (0..u.int_in_range(0..=most)?)
        .map(|_| u.arbitrary())
        .collect()
}

/// What makes the response.
#[derive(Debug, Clone)]
pub(super) enum Source {
    Fault(Condition),
    Success,
    Foreign {
        status: u16,
        media_type: &'static str,
    },
}

impl<'a> Arbitrary<'a> for Source {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        const CONDITIONS: [Condition; 8] = [
            Condition::BadRequest,
            Condition::Unauthenticated,
            Condition::Forbidden,
            Condition::ResourceNotFound,
            Condition::Conflict,
            Condition::Internal,
            Condition::UpstreamFailed,
            Condition::Unavailable,
        ];
        Ok(match u.int_in_range(0..=2)? {
            0 => Self::Fault(*u.choose(&CONDITIONS)?),
            1 => Self::Success,
            _ => Self::Foreign {
                status: *u.choose(&[200, 204, 302, 400, 403, 404, 409, 500, 502, 599])?,
                media_type: u.choose(&MEDIA_TYPES)?,
            },
        })
    }
}

/// Media types that foreign code and middleware give.
const MEDIA_TYPES: [&str; 3] = ["text/plain", "text/html", "application/json"];

/// The one thing that a middleware changes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Change {
    Status(u16),
    Phrase,
    Version,
    /// A field gets this value, or goes.
    Field(&'static str, Option<&'static str>),
    Extensions,
    Body(BodyChange),
}

/// Statuses that middleware gives.
const STATUSES: [u16; 9] = [200, 201, 204, 303, 304, 404, 409, 500, 503];

impl Change {
    /// Every change.
    fn all() -> Vec<Self> {
        let mut all = vec![Self::Phrase, Self::Version, Self::Extensions];
        all.extend(STATUSES.map(Self::Status));
        all.extend(MEDIA_TYPES.map(|media_type| Self::Field("content-type", Some(media_type))));
        all.extend(
            ["cache-control", "content-type", "x-error-code"].map(|name| Self::Field(name, None)),
        );
        all.push(Self::Field("x-request-id", Some("of-the-middleware")));
        let bodies = [
            BodyChange::Replace,
            BodyChange::Beside,
            BodyChange::Empty,
            BodyChange::Append,
            BodyChange::Truncate,
            BodyChange::Collect,
            BodyChange::Wrap,
            BodyChange::Compress,
        ];
        all.extend(bodies.map(Self::Body));
        all
    }
}

impl Case {
    /// One of each kind of response, with every change of it, and with every two.
    pub fn pairs() -> impl Iterator<Item = Self> {
        let all = Change::all();
        let singles = all.iter().map(|change| vec![*change]);
        let pairs = all
            .iter()
            .flat_map(|one| all.iter().map(|other| vec![*one, *other]));
        let changes: Vec<_> = singles.chain(pairs).collect();
        Self::unchanged().flat_map(move |case| {
            changes.clone().into_iter().map(move |inside| Self {
                inside,
                ..case.clone()
            })
        })
    }

    /// One of each kind of response, with every change of it between two layers.
    pub fn between_layers() -> impl Iterator<Item = Self> {
        Self::unchanged().flat_map(|case| {
            Change::all().into_iter().map(move |change| Self {
                nested: Some(vec![change]),
                ..case.clone()
            })
        })
    }

    /// One of each kind of response.
    fn unchanged() -> impl Iterator<Item = Self> {
        let foreign = |status, media_type| Source::Foreign { status, media_type };
        let sources = [
            Source::Fault(Condition::Conflict),
            Source::Fault(Condition::Internal),
            Source::Success,
            foreign(200, "text/plain"),
            foreign(404, "text/plain"),
            foreign(500, "text/html"),
        ];
        sources.into_iter().map(|source| Self {
            source,
            inside: Vec::new(),
            nested: None,
            outside: None,
            style: Style::OkError,
            is_head: false,
        })
    }
}

impl<'a> Arbitrary<'a> for Change {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(match u.int_in_range(0..=9)? {
            0 | 1 => Self::Status(*u.choose(&STATUSES)?),
            2 => Self::Phrase,
            3 => Self::Version,
            4 => Self::Extensions,
            5 | 6 => {
                let (name, value) = match u.int_in_range(0..=3)? {
                    0 => ("cache-control", "public, max-age=60"),
                    1 => ("x-request-id", "of-the-middleware"),
                    2 => ("content-type", *u.choose(&MEDIA_TYPES)?),
                    _ => ("x-error-code", "OF_THE_MIDDLEWARE"),
                };
                Self::Field(name, u.arbitrary::<bool>()?.then_some(value))
            }
            _ => Self::Body(u.arbitrary()?),
        })
    }
}

/// What becomes of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Arbitrary)]
pub(super) enum BodyChange {
    /// Another stands in its place.
    Replace,
    /// Another stands in its place, and it is dropped only with that one.
    Beside,
    Empty,
    /// It is read, and something is added.
    Append,
    /// It is read, and loses its last byte.
    Truncate,
    /// It is read, and put back as it was.
    Collect,
    /// It stands in a body that hands on what it is asked, as those of tracing and timeouts do.
    Wrap,
    /// It stands in one that changes its bytes as they pass and hides its size, as compression does.
    Compress,
}

/// What middleware outside of the layer changes.
#[derive(Debug, Clone, Copy, Arbitrary)]
pub(super) enum Outside {
    /// The body loses its last byte.
    Shorten,
    Status,
}

/// The style of the layers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Arbitrary)]
pub(super) enum Style {
    OkError,
    JsonApi,
    CodeData,
    Problem,
}
