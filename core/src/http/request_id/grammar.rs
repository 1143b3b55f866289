//! The grammar of the ids that a service accepts.
//!
//! Each service has the narrow one of [`RequestId`]; one behind a gateway that makes ids of another
//! form accepts its characters as well.

use super::{MAX_LEN, RequestId, Text, is_request_id};

/// The grammar of the ids that a service accepts from outside: that of [`RequestId`], and the further
/// characters that [`IdPolicy::id_characters`](crate::IdPolicy::id_characters) names. An adapter asks
/// it wherever it reads an id: of a request, of a response, for an extractor.
///
/// ```
/// use manila::IdPolicy;
/// use manila::adapter::IdGrammar;
///
/// assert!(!IdGrammar::default().fits(b"01JD#17"));
/// let grammar = IdPolicy::new().id_characters("#").unwrap().grammar();
/// assert!(grammar.fits(b"01JD#17") && !grammar.fits(b"01JD 17"));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct IdGrammar {
    /// A bit for each further character of ASCII.
    further: u128,
}

impl IdGrammar {
    pub(crate) const NARROW: Self = Self { further: 0 };

    /// The widest that a service can have.
    const WIDEST: Self = {
        let (mut further, mut byte) = (0, 0);
        while byte < 128 {
            if can_be_accepted(byte) {
                further |= 1 << byte;
            }
            byte += 1;
        }
        Self { further }
    };

    /// The grammar with further characters; `None` if one of them may be in no id.
    pub(crate) fn with(self, characters: &str) -> Option<Self> {
        let mut further = self.further;
        for byte in characters.bytes() {
            if !can_be_accepted(byte) {
                return None;
            }
            further |= 1 << byte;
        }
        Some(Self { further })
    }

    /// Returns the grammar that accepts what this one or the other accepts: for a layer inside of one
    /// that has taken an id already.
    ///
    /// ```
    /// use manila::IdPolicy;
    ///
    /// let of = |characters| IdPolicy::new().id_characters(characters).unwrap().grammar();
    /// assert_eq!(of("#").union(of("@")), of("#@"));
    /// ```
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self {
            further: self.further | other.further,
        }
    }

    /// Returns whether the bytes are an id of this grammar, of 1 to 128 characters.
    #[must_use]
    #[inline]
    pub fn fits(self, id: &[u8]) -> bool {
        if self.further == 0 {
            return is_request_id(id);
        }
        let is_further = |byte: u8| byte < 128 && self.further >> byte & 1 != 0;
        let fits = |byte: &u8| is_request_id(&[*byte]) || is_further(*byte);
        (1..=MAX_LEN).contains(&id.len()) && id.iter().all(fits)
    }

    /// Returns the id that a text is, if it fits.
    ///
    /// ```
    /// use manila::IdPolicy;
    ///
    /// let grammar = IdPolicy::new().id_characters("@").unwrap().grammar();
    /// assert_eq!(grammar.parse("YPlz@8AAEC").unwrap().as_str(), "YPlz@8AAEC");
    /// assert!(grammar.parse("<script>").is_none());
    /// ```
    #[must_use]
    pub fn parse(self, text: &str) -> Option<RequestId> {
        self.fits(text.as_bytes())
            .then(|| RequestId(Text::Other(text.into())))
    }

    /// Returns the id among the fields of a header: the only field, if it fits. A response may have
    /// one that a handler has put there.
    ///
    /// ```
    /// use manila::adapter::IdGrammar;
    ///
    /// let grammar = IdGrammar::default();
    /// assert_eq!(grammar.only(["abc-123"]), Some("abc-123"));
    /// assert_eq!(grammar.only(["abc-123", "abc-123"]), None);
    /// ```
    #[inline]
    pub fn only<V: AsRef<[u8]>>(self, fields: impl IntoIterator<Item = V>) -> Option<V> {
        let mut fields = fields.into_iter();
        let only = fields.next().filter(|id| self.fits(id.as_ref()))?;
        fields.next().is_none().then_some(only)
    }
}

/// Whether a service may accept a character: one that is visible, and of no meaning where a log or a
/// page quotes it.
const fn can_be_accepted(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'`' | b'<' | b'>')
}

/// Returns the id among the fields of a header: the only field, if any service might accept it. An
/// adapter asks it for the id that an inner layer has sent, whose policy may be another; for an id
/// that its own service accepts it asks [`IdGrammar::only`].
///
/// ```
/// use manila::adapter::only_id;
///
/// assert_eq!(only_id(["abc-123"]), Some("abc-123"));
/// assert_eq!(only_id(["abc#123"]), Some("abc#123"));
/// assert_eq!(only_id(["abc 123"]), None);
/// assert_eq!(only_id(["abc-123", "abc-123"]), None);
/// assert_eq!(only_id::<&str>([]), None);
/// ```
pub fn only_id<V: AsRef<[u8]>>(fields: impl IntoIterator<Item = V>) -> Option<V> {
    IdGrammar::WIDEST.only(fields)
}
