//! A response as `curl -si` writes it: one head or several, and a body.

/// A response.
#[derive(Debug)]
pub(super) struct Response<'a> {
    pub(super) status: u16,
    pub(super) fields: Vec<(String, Vec<u8>)>,
    pub(super) body: &'a [u8],
}

impl<'a> Response<'a> {
    /// Reads the last response of an input, or takes all of it for the body of a status. So many bytes follow
    /// the input. An error says what to do.
    pub(super) fn read(input: &'a [u8], more: u64, status: Option<u16>) -> Result<Self, String> {
        match (status, Head::read(input)) {
            (Some(_), Some(_)) => Err(
                "standard input begins with the head of a response, which has a status; leave out `--status`".to_owned(),
            ),
            (Some(status), None) => Ok(Self {
                status,
                fields: Vec::new(),
                body: input,
            }),
            (None, Some(head)) => last(head, more),
            (None, None) if input.is_empty() => Err(
                "standard input is empty, so that there was no response; `curl -Si` says why, and an empty body has to come with `--status`"
                    .to_owned(),
            ),
            (None, None) => Err(
                "standard input does not begin with the head of a response (`HTTP/1.1 402 Payment Required`); use `curl -si`, or give the status of a body by `--status`"
                    .to_owned(),
            ),
        }
    }
}

/// The last response that begins with this head or follows it.
fn last(mut head: Head<'_>, more: u64) -> Result<Response<'_>, String> {
    while let Some(next) = head.next() {
        head = next;
    }
    match head.status {
        // What comes after 101 is another protocol; after the others the response itself.
        100 | 102..200 => Err(format!(
            "the response is missing: standard input ends after the head of an interim response, {}",
            head.status
        )),
        // An error is one however much of it has arrived.
        status @ 200..400 if more == 0 && head.is_cut_off() => Err(format!(
            "the response is cut off: of the body of the {status}, which has {} bytes as `content-length` says, {} have arrived",
            head.length().unwrap_or_default(),
            head.rest.len()
        )),
        status => Ok(Response {
            status,
            fields: head.fields,
            body: head.rest,
        }),
    }
}

/// What a head begins with.
const START: &[u8] = b"HTTP/";

/// How many beginnings are looked at behind a body: a body of nothing else takes no time.
const MOST_STARTS: usize = 1_000;

/// The longest head that is looked for behind a body, in bytes.
const LONGEST: usize = 64 * 1024;

/// A head, and all that comes behind it.
struct Head<'a> {
    /// Whether a blank line ends it.
    is_ended: bool,
    status: u16,
    fields: Vec<(String, Vec<u8>)>,
    rest: &'a [u8],
}

impl<'a> Head<'a> {
    fn read(input: &'a [u8]) -> Option<Self> {
        let (first, mut rest) = line(input);
        let mut head = Self {
            is_ended: false,
            status: status(first)?,
            fields: Vec::new(),
            rest: &[],
        };
        while !rest.is_empty() {
            let (field, behind) = line(rest);
            rest = behind;
            if field.is_empty() {
                head.is_ended = true;
                break;
            }
            head.add(field);
        }
        head.rest = rest;
        Some(head)
    }

    /// Adds a line of a field. One that begins with a blank goes on with the field before it (RFC 9112 §5.2).
    fn add(&mut self, line: &[u8]) {
        if let (Some(b' ' | b'\t'), Some((_, value))) = (line.first(), self.fields.last_mut()) {
            value.push(b' ');
            value.extend(line.trim_ascii());
            return;
        }
        let mut parts = line.splitn(2, |byte| *byte == b':');
        if let (Some(name), Some(value)) = (parts.next(), parts.next()) {
            let name = String::from_utf8_lossy(name.trim_ascii()).into_owned();
            self.fields.push((name, value.trim_ascii().to_vec()));
        }
    }

    /// The head behind this one: of the response itself after an interim one, a proxy's, or a redirect's, whose
    /// body curl leaves out; or of one more try, behind the body of the last.
    fn next(&self) -> Option<Self> {
        let length = self.length();
        // A body that is said to be all the rest may look like a head.
        if length == Some(self.rest.len()) {
            return None;
        }
        let behind_body = || match length {
            Some(length) => self.whole(self.rest.get(length..)?),
            None => self.try_again(),
        };
        self.whole(self.rest).or_else(behind_body)
    }

    /// A head at the beginning of a text that can be a body: one with a field and a blank line at its end. What
    /// follows an interim response or a redirect is no body, and can be without.
    fn whole(&self, text: &'a [u8]) -> Option<Self> {
        let head = Self::read(text)?;
        let is_interim = matches!(self.status, 100..200 | 300..400);
        let is_whole = head.is_ended && !head.fields.is_empty();
        (is_interim || is_whole).then_some(head)
    }

    /// The head of one more try behind a body whose length nobody has said, as in `transfer-encoding: chunked` and
    /// in HTTP/2: curl writes it behind the last byte. It tries again after these statuses alone.
    fn try_again(&self) -> Option<Self> {
        if !matches!(self.status, 408 | 429 | 500 | 502..=504) {
            return None;
        }
        let starts = self.rest.windows(START.len()).enumerate();
        let starts = starts.filter(|(_, window)| *window == START);
        let texts = starts.take(MOST_STARTS).map(|(at, _)| &self.rest[at..]);
        let mut texts = texts.filter(|text| ends_soon(text));
        texts.find_map(|text| self.whole(text))
    }

    fn length(&self) -> Option<usize> {
        let value = self.field("content-length")?;
        str::from_utf8(value).ok()?.parse().ok()
    }

    fn field(&self, name: &str) -> Option<&[u8]> {
        let mut fields = self.fields.iter();
        let (_, value) = fields.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    /// Whether a body is shorter than the service has said. The length of one that curl has decompressed is
    /// another, and one of nothing is that of a HEAD.
    fn is_cut_off(&self) -> bool {
        let is_shorter = self.length().is_some_and(|length| self.rest.len() < length);
        is_shorter && !self.rest.is_empty() && self.field("content-encoding").is_none()
    }
}

/// Whether there is a blank line where the head of a service ends at the latest.
fn ends_soon(text: &[u8]) -> bool {
    let start = &text[..text.len().min(LONGEST)];
    let has = |end: &[u8]| start.windows(end.len()).any(|window| window == end);
    has(b"\n\r\n") || has(b"\n\n")
}

/// The first line without its end, and what comes behind it.
fn line(text: &[u8]) -> (&[u8], &[u8]) {
    let (line, rest) = match text.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&text[..end], &text[end + 1..]),
        None => (text, &[][..]),
    };
    (line.strip_suffix(b"\r").unwrap_or(line), rest)
}

/// The status of a line such as `HTTP/1.1 402 Payment Required`; HTTP/2 and HTTP/3 have no phrase.
fn status(line: &[u8]) -> Option<u16> {
    let line = line.strip_prefix(START)?;
    let mut words = line.splitn(3, |byte| *byte == b' ');
    let version = words.next()?;
    let is_version = matches!(version, [b'1'..=b'9'] | [b'1'..=b'9', b'.', b'0'..=b'9']);
    let status = words.next()?;
    let is_status = matches!(status, [b'1'..=b'9', b'0'..=b'9', b'0'..=b'9']);
    (is_version && is_status).then(|| str::from_utf8(status).ok()?.parse().ok())?
}
