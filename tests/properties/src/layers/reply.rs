//! A response of the service: its header, and a body that may do anything.

use arbitrary::{Arbitrary, Result, Unstructured};

use super::few::Few;
use crate::expected::Fields;
use crate::fault::FaultCase;
use crate::ids::Inbound;
use crate::text::Text;

/// A response of the service.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    /// 100 to 999.
    pub(crate) status: u16,
    pub(crate) fields: Vec<Field>,
    pub(crate) body: BodyCase,
    pub(crate) is_marked: bool,
    pub(crate) carried: Option<Box<CarriedCase>>,
}

/// A fault that the response carries, and what middleware has made of its body.
#[derive(Debug, Clone, Arbitrary)]
pub(crate) struct CarriedCase {
    pub(crate) fault: FaultCase,
    pub(crate) body: CarriedBodyCase,
}

/// What middleware has made of the body that a fault came with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Arbitrary)]
pub(crate) enum CarriedBodyCase {
    Kept,
    /// In a body that hands polls on, and no size.
    Wrapped,
    /// Read, and put back.
    Collected,
    /// By the body of the reply.
    Replaced,
}

impl CarriedCase {
    /// Whether the body is still that of the fault.
    pub(crate) fn is_true(&self) -> bool {
        self.body != CarriedBodyCase::Replaced
    }
}

impl<'a> Arbitrary<'a> for Reply {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        const INTERESTING: [u16; 14] = [
            100, 101, 103, 200, 204, 205, 301, 304, 401, 404, 405, 416, 500, 503,
        ];
        let status = if u.arbitrary()? {
            *u.choose(&INTERESTING)?
        } else {
            u.int_in_range(100..=999)?
        };
        let fields = (0..u.int_in_range(0..=8)?).map(|_| u.arbitrary());
        let mut reply = Self {
            status,
            fields: fields.collect::<Result<_>>()?,
            body: u.arbitrary()?,
            is_marked: u.ratio(1, 8)?,
            carried: if u.ratio(1, 4)? { u.arbitrary()? } else { None },
        };
        if u.ratio(1, 4)? {
            reply.explain(u)?;
        }
        Ok(reply)
    }
}

impl Reply {
    /// Makes it a refusal in plain text, which rarely comes about by chance.
    fn explain(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        self.status = u.int_in_range(400..=499)?;
        let content_type = Field {
            name: "content-type",
            value: u.choose(&MEDIA_TYPES[..5])?.bytes().collect(),
        };
        self.fields.insert(0, content_type);
        let text = if u.arbitrary()? {
            Frame::Long(u.arbitrary()?)
        } else {
            Frame::Text(u.arbitrary()?)
        };
        self.body.frames.insert(0, text);
        if u.ratio(3, 4)? {
            self.body.frames.truncate(1);
            self.body.size = Size::Exact;
        }
        // One that is not there yet is not waited for.
        if u.ratio(1, 8)? {
            self.body.frames.insert(0, Frame::Pending);
        }
        Ok(())
    }

    /// A response of which nobody knows anything.
    pub(crate) const fn empty() -> Self {
        Self {
            status: 200,
            fields: Vec::new(),
            body: BodyCase::empty(),
            is_marked: false,
            carried: None,
        }
    }

    /// What actix-web makes of an error by itself.
    #[cfg(feature = "actix")]
    pub(crate) fn of_error(text: &str) -> Self {
        let content_type = Field {
            name: "content-type",
            value: b"text/plain; charset=utf-8".to_vec(),
        };
        let body = BodyCase {
            frames: vec![Frame::Bytes(text.into())],
            ..BodyCase::empty()
        };
        Self {
            status: 500,
            fields: vec![content_type],
            body,
            ..Self::empty()
        }
    }

    pub(crate) fn fields(&self) -> Fields {
        let fields = self.fields.iter();
        Fields(
            fields
                .map(|Field { name, value }| ((*name).to_owned(), value.clone()))
                .collect(),
        )
    }
}

/// A header field of the service.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    name: &'static str,
    value: Vec<u8>,
}

/// Every name that the contract speaks of, and a few that it does not.
const NAMES: [&str; 50] = [
    "content-type",
    "content-encoding",
    "content-length",
    "transfer-encoding",
    "trailer",
    "etag",
    "last-modified",
    "content-range",
    "content-disposition",
    "content-language",
    "content-location",
    "digest",
    "content-digest",
    "repr-digest",
    "accept-ranges",
    "content-md5",
    "signature",
    "signature-input",
    "cache-control",
    "pragma",
    "cdn-cache-control",
    "cloudflare-cdn-cache-control",
    "surrogate-control",
    "x-accel-expires",
    "expires",
    "age",
    "allow",
    "www-authenticate",
    "proxy-authenticate",
    "retry-after",
    "set-cookie",
    "access-control-allow-origin",
    "access-control-expose-headers",
    "vary",
    "link",
    "upgrade",
    "ratelimit-policy",
    "strict-transport-security",
    "content-security-policy",
    "traceresponse",
    "server-timing",
    "x-custom",
    "x-request-id",
    "x-correlation-id",
    "x-error-code",
    "x-should-retry",
    "x-content-type-options",
    "connection",
    "grpc-status",
    "date",
];

/// Media types, some of them a plain text.
pub(crate) const MEDIA_TYPES: [&str; 12] = [
    "text/plain",
    "text/plain; charset=utf-8",
    "Text/Plain;charset=\"UTF-8\"",
    "text/plain; charset=latin1",
    "text/plain; charset=utf-16; charset=utf-8",
    "text/plainer",
    "text/html; charset=utf-8",
    "application/json",
    "application/problem+json",
    "application/grpc",
    "application/grpc+proto",
    "APPLICATION/GRPC-web",
];

impl<'a> Arbitrary<'a> for Field {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let name = *u.choose(&NAMES)?;
        let value = match name {
            "content-type" if u.ratio(7, 8)? => u.choose(&MEDIA_TYPES)?.bytes().collect(),
            "x-request-id" | "x-correlation-id" => Inbound::arbitrary(u)?.0,
            _ if u.arbitrary()? => Text::arbitrary(u)?.0.into_bytes(),
            _ => Vec::arbitrary(u)?,
        };
        Ok(Self {
            name,
            value: sendable(value),
        })
    }
}

/// The bytes that a framework takes as a field's value.
pub(crate) fn sendable(value: Vec<u8>) -> Vec<u8> {
    let is_sendable = |byte: &u8| matches!(byte, b'\t' | 0x20..=0x7e | 0x80..=0xff);
    value.into_iter().filter(is_sendable).collect()
}

/// A body of the service.
#[derive(Debug, Clone, Arbitrary)]
pub(crate) struct BodyCase {
    pub(crate) size: Size,
    pub(crate) frames: Vec<Frame>,
    pub(crate) end: End,
    pub(crate) drop_panics: bool,
}

/// What the body says of its size.
#[derive(Debug, Clone, Copy, Arbitrary)]
pub(crate) enum Size {
    Exact,
    Unknown,
    /// One byte more than there is.
    Exaggerated,
    /// One byte less than there is.
    Understated,
}

/// What a body yields.
#[derive(Debug, Clone, Arbitrary)]
pub(crate) enum Frame {
    Text(Text),
    /// A text as long as a reason may be, give or take one.
    Long(Few),
    Bytes(Vec<u8>),
    /// Nothing at this poll.
    Pending,
}

/// How a body ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Arbitrary)]
pub(crate) enum End {
    Done,
    Failed,
    Panics,
    /// It never ends.
    Stalls,
}

impl Frame {
    /// The data of the frame; none while it is pending.
    pub(crate) fn data(&self) -> Option<Vec<u8>> {
        Some(match self {
            Self::Text(Text(text)) => text.clone().into_bytes(),
            // 1 KiB is the longest text that is kept.
            Self::Long(Few(more)) => vec![b'r'; 1022 + usize::from(*more)],
            Self::Bytes(bytes) => bytes.clone(),
            Self::Pending => return None,
        })
    }
}

impl BodyCase {
    /// A body in which there is nothing.
    pub(crate) const fn empty() -> Self {
        Self {
            size: Size::Exact,
            frames: Vec::new(),
            end: End::Done,
            drop_panics: false,
        }
    }

    fn len(&self) -> usize {
        self.frames
            .iter()
            .filter_map(Frame::data)
            .map(|data| data.len())
            .sum()
    }

    /// The size that the body gives as exact.
    pub(crate) fn exact_size(&self) -> Option<u64> {
        let len = self.len() as u64;
        match self.size {
            Size::Exact => Some(len),
            Size::Unknown => None,
            Size::Exaggerated => Some(len + 1),
            Size::Understated => Some(len.saturating_sub(1)),
        }
    }
}
