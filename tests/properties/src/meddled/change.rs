//! Middleware that changes one thing.

use super::body::AnyBody;
use super::case::{BodyChange, Change, Outside};
use super::made::Made;

/// The text that middleware puts in the place of a body.
pub(super) const REPLACED: &str = "words of the middleware";

/// What middleware adds to a body.
pub(super) const APPENDED: &str = " more";

/// The status that middleware outside of the layer gives.
pub(super) const OUTSIDE: u16 = 418;

impl Change {
    pub(super) fn apply(self, made: Made) -> Made {
        let mut made = made;
        match self {
            Self::Status(status) => made.status = status,
            Self::Phrase => made.has_phrase = true,
            Self::Version => made.is_old_version = true,
            Self::Field(name, value) => {
                made.fields.remove(name);
                if let Some(value) = value {
                    made.fields.add(name, value);
                }
            }
            Self::Extensions => made.carrier = None,
            Self::Body(change) => {
                if change == BodyChange::Compress {
                    made.fields.put("content-encoding", "gzip");
                }
                made.body = change.apply(made.body);
            }
        }
        made
    }
}

impl BodyChange {
    fn apply(self, body: AnyBody) -> AnyBody {
        match self {
            Self::Replace => AnyBody::whole(REPLACED),
            Self::Beside => body.beside(REPLACED),
            Self::Empty => AnyBody::whole(""),
            Self::Append => AnyBody::whole([body.collect(), APPENDED.into()].concat()),
            Self::Truncate => {
                let mut bytes = body.collect();
                bytes.pop();
                AnyBody::whole(bytes)
            }
            Self::Collect => AnyBody::whole(body.collect()),
            Self::Wrap => body.wrap(),
            Self::Compress => body.compress(),
        }
    }
}

impl Outside {
    pub(super) fn apply(self, made: Made) -> Made {
        match self {
            Self::Shorten => Change::Body(BodyChange::Truncate).apply(made),
            Self::Status => Change::Status(OUTSIDE).apply(made),
        }
    }
}
