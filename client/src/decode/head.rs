//! The header fields of a response that say something of an error.

/// The longest language tag, in bytes: RFC 5646 §4.4.1 asks for room for 35.
const LONGEST_TAG: usize = 64;

/// The fields that are read, each the first of its name that is text.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub(crate) content_type: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) should_retry: Option<String>,
    pub(crate) retry_after: Option<String>,
    pub(crate) retry_after_ms: Option<String>,
    pub(crate) date: Option<String>,
}

impl Head {
    pub(crate) fn of<N: AsRef<str>, V: AsRef<[u8]>>(
        fields: impl IntoIterator<Item = (N, V)>,
        request_id_header: &str,
    ) -> Self {
        let mut head = Self::default();
        for (name, value) in fields {
            if let Some(place) = head.place(name.as_ref(), request_id_header)
                && place.is_none()
            {
                *place = visible(value.as_ref());
            }
        }
        head.language = head.language.filter(|tag| is_language_tag(tag));
        head
    }

    fn place(&mut self, name: &str, request_id_header: &str) -> Option<&mut Option<String>> {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        match () {
            () if is("content-type") => Some(&mut self.content_type),
            () if is("x-error-code") => Some(&mut self.code),
            () if is(request_id_header) => Some(&mut self.request_id),
            () if is("content-language") => Some(&mut self.language),
            () if is("x-should-retry") => Some(&mut self.should_retry),
            () if is("retry-after") => Some(&mut self.retry_after),
            () if is("retry-after-ms") => Some(&mut self.retry_after_ms),
            () if is("date") => Some(&mut self.date),
            () => None,
        }
    }

    /// The media type without its parameters, in lower case.
    pub(crate) fn media_type(&self) -> Option<String> {
        let essence = self.content_type.as_deref()?.split(';').next()?;
        Some(essence.trim_ascii().to_ascii_lowercase())
    }
}

/// Whether a value has the shape of one language tag (RFC 5646 §2.1). `content-language` may list several
/// (RFC 9110 §8.5), of which none is that of a sentence.
fn is_language_tag(value: &str) -> bool {
    let is_part = |part: &str| {
        matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    value.len() <= LONGEST_TAG && value.split('-').all(is_part)
}

/// A value of visible ASCII and blanks, trimmed; none where it is empty or anything else.
fn visible(value: &[u8]) -> Option<String> {
    let value = value.trim_ascii();
    let is_visible = value.iter().all(|byte| matches!(byte, b' '..=b'~'));
    let text = std::str::from_utf8(value).ok()?;
    (is_visible && !text.is_empty()).then(|| text.to_owned())
}
