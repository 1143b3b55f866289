//! The id that ties a response to its request and to the log.
//!
//! An id is a text of a narrow grammar, so that it can be put into headers, logs, URLs and JSON
//! without an escape. A service makes UUIDs of version 7 (RFC 9562) unless it sets a generator;
//! clients and gateways may send any other text that fits.

mod convert;
mod grammar;
mod uuid_v7;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use uuid::Uuid;
use uuid::fmt::{Hyphenated, Simple};

pub use self::convert::InvalidRequestId;
pub use self::grammar::{IdGrammar, only_id};
use self::uuid_v7::{drop_batch, fresh_uuid};

/// The longest id that is accepted, in bytes.
const MAX_LEN: usize = 128;

/// The length of a UUID with its hyphens.
const UUID_LEN: usize = Hyphenated::LENGTH;

/// The id of one request: 1 to 128 characters of `A-Z`, `a-z`, `0-9`, `.`, `_` and `-`. One from
/// outside may have the further characters that
/// [`IdPolicy::id_characters`](crate::IdPolicy::id_characters) names.
///
/// It is the value of `x-request-id` on request and response, the field `request_id` of the log
/// event, and a member of bodies in the styles `json-api` and `problem`. Ids are compared by their
/// characters, upper and lower case being different.
///
/// ```
/// use manila::RequestId;
///
/// assert_eq!(RequestId::parse("abc-123").unwrap().as_str(), "abc-123");
/// assert!(RequestId::parse("a b").is_none());
/// assert!(RequestId::parse(&"a".repeat(129)).is_none());
/// let id = RequestId::random();
/// assert_ne!(id, RequestId::random());
/// assert_eq!(RequestId::parse(id.as_str()), Some(id));
/// ```
#[derive(Clone)]
pub struct RequestId(Text);

/// Ids of the default form need no allocation.
#[derive(Clone)]
enum Text {
    Uuid(UuidText),
    Other(Box<str>),
}

/// Aligned, because checking that bytes are text goes word by word only from a word's start.
#[derive(Clone)]
#[repr(align(8))]
struct UuidText([u8; UUID_LEN]);

impl UuidText {
    /// The digits with the hyphens between them.
    fn of(digits: &[u8; Simple::LENGTH]) -> Self {
        let mut text = [b'-'; UUID_LEN];
        for (group, start) in [
            (0..8, 0),
            (8..12, 9),
            (12..16, 14),
            (16..20, 19),
            (20..32, 24),
        ] {
            text[start..start + group.len()].copy_from_slice(&digits[group]);
        }
        Self(text)
    }
}

impl RequestId {
    /// Creates an id of a text that fits the grammar; `None` for any other. `str::parse` does the
    /// same with an error.
    ///
    /// ```
    /// use manila::RequestId;
    ///
    /// assert_eq!(RequestId::parse("job_7.retry-2").unwrap().as_str(), "job_7.retry-2");
    /// assert!(RequestId::parse("").is_none());
    /// assert!(RequestId::parse("a\nforged: line").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_request_id(text.as_bytes()).then(|| Self(Text::Other(text.into())))
    }

    /// Creates a UUID version 7 (RFC 9562 §5.7): the time in milliseconds, then 74 random bits.
    ///
    /// It never fails: should the system have no randomness to give, the process's own counter and
    /// clock take its place. An id is no secret: it is unique, and can be guessed in part.
    ///
    /// ```
    /// let id = manila::RequestId::random();
    /// assert_eq!(id.as_str().len(), 36);
    /// assert_eq!(id.as_str().as_bytes()[14], b'7');
    /// ```
    #[must_use]
    pub fn random() -> Self {
        Self::of_uuid(fresh_uuid())
    }

    /// Makes a process that was forked have randomness of its own. Ids are made of random bytes that
    /// each thread has in store; the child of a `fork` begins with a copy of its parent's, and would
    /// make the same ids in the same milliseconds.
    ///
    /// A server that forks its workers calls it in each child, on the thread that has forked, before
    /// the first request; if it forks before the first id is made, there is no need. Ids do not find
    /// out by themselves: to ask for the number of the process costs more than an id.
    ///
    /// ```
    /// use manila::RequestId;
    ///
    /// # fn fork_worker() -> bool { true }
    /// let before = RequestId::random();
    /// let is_child = fork_worker();
    /// if is_child {
    ///     RequestId::reseed_after_fork();
    /// }
    /// assert_ne!(RequestId::random(), before);
    /// ```
    pub fn reseed_after_fork() {
        drop_batch();
    }

    fn of_uuid(uuid: Uuid) -> Self {
        Self(Text::Uuid(UuidText::of(&digits_of(&uuid))))
    }

    /// The characters of an id that is made of a [`Uuid`], whose number is known when a program is
    /// built.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub fn uuid(&self) -> Option<[u8; UUID_LEN]> {
        let Text::Uuid(text) = &self.0 else {
            return None;
        };
        let mut digits = text.0;
        for digit in &mut digits {
            // It changes none; but the compiler sees by it that each is visible ASCII, and leaves out
            // what a framework's header value does to find that out, which is half of its work.
            *digit = (*digit).clamp(b'-', b'f');
        }
        Some(digits)
    }

    /// Returns the id as text, as it is sent and logged.
    ///
    /// ```
    /// let id = manila::RequestId::parse("abc-123").unwrap();
    /// let link = format!("https://logs.example/{}", id.as_str());
    /// assert_eq!(link, "https://logs.example/abc-123");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Text::Uuid(text) => str::from_utf8(&text.0).unwrap_or_default(),
            Text::Other(text) => text,
        }
    }

    fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Text::Uuid(text) => &text.0,
            Text::Other(text) => text.as_bytes(),
        }
    }
}

/// The digits of a UUID. They are written sixteen at a time as long as they are alone and their bytes
/// in memory, which is twice as fast as with hyphens between them.
#[inline(never)]
fn digits_of(uuid: &Uuid) -> [u8; Simple::LENGTH] {
    let mut digits = [0; Simple::LENGTH];
    uuid.simple().encode_lower(&mut digits);
    digits
}

/// Ids are equal when their characters are, however they were made.
impl PartialEq for RequestId {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for RequestId {}

/// Ids are in the order of their characters. Of UUIDs of version 7 that is the order of their time, to a
/// millisecond.
///
/// ```
/// use manila::RequestId;
///
/// let id = |text| RequestId::parse(text).unwrap();
/// assert!(id("017f22e2-79b0-7cc3-98c4-dc0c0c07398f") < id("018f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
/// assert!(id("B") < id("a"));
/// ```
impl Ord for RequestId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl PartialOrd for RequestId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for RequestId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_bytes().hash(state);
    }
}

impl fmt::Debug for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl AsRef<str> for RequestId {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<[u8]> for RequestId {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

/// Returns whether the bytes are a request id: `[A-Za-z0-9._-]{1,128}`. What a service accepts from
/// outside may be more; see [`IdGrammar`](crate::adapter::IdGrammar).
///
/// Any other value could forge a line of a log or a header field, and is refused as a whole: a
/// shortened id would match nothing in the client's own log.
///
/// ```
/// use manila::adapter::is_request_id;
///
/// assert!(is_request_id(b"abc-123"));
/// assert!(!is_request_id(b"abc 123") && !is_request_id(b"") && !is_request_id(&[b'a'; 129]));
/// ```
#[must_use]
pub fn is_request_id(bytes: &[u8]) -> bool {
    (1..=MAX_LEN).contains(&bytes.len())
        && bytes
            .iter()
            .fold(true, |fits, &byte| fits & IN_GRAMMAR[usize::from(byte)])
}

static IN_GRAMMAR: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] =
            (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'.' | b'_' | b'-');
        byte += 1;
    }
    table
};

/// Whether the text is a UUID in its usual form, which `urn:uuid:` takes (RFC 9562 §4). Upper case
/// counts: the URN is the same.
pub(crate) fn is_uuid(text: &str) -> bool {
    text.len() == UUID_LEN
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Returns the trace id of a `traceparent`, if the field is valid (W3C Trace Context §3.2): 32
/// lower case hexadecimal digits, not all zero.
///
/// The log event has it as `trace_id`, so that a log line leads to its trace. Fields of a later
/// version are read as far as version 00 goes, as the specification asks.
///
/// ```
/// let field = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
/// assert_eq!(manila::adapter::trace_id(field), Some("4bf92f3577b34da6a3ce929d0e0e4736"));
/// assert_eq!(manila::adapter::trace_id("00-00000000000000000000000000000000-00f067aa0ba902b7-01"), None);
/// ```
#[must_use]
pub fn trace_id(traceparent: &str) -> Option<&str> {
    // The version, the trace's id, the parent's and the flags.
    const LEN: usize = 2 + 1 + 32 + 1 + 16 + 1 + 2;
    let (known, appended) = traceparent.as_bytes().split_at_checked(LEN)?;
    let is_formed = known.iter().enumerate().all(|(at, byte)| match at {
        2 | 35 | 52 => *byte == b'-',
        _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
    });
    let is_zero = |id: &[u8]| id.iter().all(|byte| *byte == b'0');
    // A later version may append fields; version 00 may not.
    let is_whole = match (&known[..2], appended.first()) {
        (b"ff", _) => false,
        (b"00", next) => next.is_none(),
        (_, next) => next.is_none_or(|next| *next == b'-'),
    };
    if !is_formed || !is_whole || is_zero(&known[3..35]) || is_zero(&known[36..52]) {
        return None;
    }
    traceparent.get(3..35)
}
