//! Serializing a value of the user's, once and within bounds.
//!
//! Its `Serialize` is foreign code: it may fail, panic, nest without end or repeat a name. Each of
//! these costs the value its place in the body, and never the response.

use std::fmt;
use std::io;

use serde::Serialize;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter, Serializer};

use super::buffer::{InlineBuffer, MAX_LEN, Sink as _};
use super::check::is_strict_json;
use super::escape::escape;
use super::scalar::put_scalar;

/// The depth to which objects and arrays may nest in a detail.
const MAX_DEPTH: usize = 32;

/// The reason why a value cannot become a detail. The value is left out of the body, and the log
/// has the reason.
#[derive(Debug)]
pub(crate) enum Unserializable {
    /// Its `Serialize` implementation failed, with this text.
    Failed(String),
    /// Its `Serialize` implementation panicked.
    Panicked,
    /// It nests deeper than 32 levels.
    TooDeep,
    /// It is larger than 64 KiB of JSON.
    TooLarge,
    /// One of its objects has two members of the same name, or it is JSON that no reader takes.
    RepeatedKey,
    /// It is no JSON object where one is needed.
    NotAnObject,
}

impl fmt::Display for Unserializable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(error) => write!(f, "its serialization failed: {error}"),
            Self::Panicked => f.write_str("its serialization panicked"),
            Self::TooDeep => write!(f, "it nests deeper than {MAX_DEPTH} levels"),
            Self::TooLarge => write!(f, "it is larger than {MAX_LEN} bytes"),
            Self::RepeatedKey => {
                f.write_str("one of its objects repeats a member's name, or no reader takes it")
            }
            Self::NotAnObject => f.write_str("it is not an object"),
        }
    }
}

impl std::error::Error for Unserializable {}

/// Puts the value behind its prefix, as compact JSON with the escapes of [`super::Object`]. If it
/// fails, the caller has to remove what it has put so far.
pub(crate) fn serialize<const SIZE: usize>(
    value: &(impl Serialize + ?Sized),
    prefix: &[u8],
    out: &mut InlineBuffer<SIZE>,
) -> Result<(), Unserializable> {
    let start = out.len();
    let run = std::panic::AssertUnwindSafe(|| put_scalar(value, prefix, out));
    if !std::panic::catch_unwind(run).map_err(panicked)? {
        out.truncate(start);
        out.put(prefix);
        out.put(serialize_any(value)?.as_bytes());
    }
    // A buffer that is past its limit may have become shorter.
    if out.len() > start + prefix.len() + MAX_LEN {
        return Err(Unserializable::TooLarge);
    }
    Ok(())
}

/// The value as the same JSON, as a `String`.
pub(crate) fn serialize_any(value: &(impl Serialize + ?Sized)) -> Result<String, Unserializable> {
    let mut out = Bounded {
        json: Vec::with_capacity(32),
        is_full: false,
    };
    let mut escaping = Escaping {
        depth: 0,
        is_too_deep: false,
        has_raw: false,
    };
    let mut serializer = Serializer::with_formatter(&mut out, &mut escaping);
    let run = std::panic::AssertUnwindSafe(|| value.serialize(&mut serializer));
    let outcome = std::panic::catch_unwind(run).map_err(panicked);
    if escaping.is_too_deep {
        return Err(Unserializable::TooDeep);
    }
    if out.is_full {
        return Err(Unserializable::TooLarge);
    }
    outcome?.map_err(|error| Unserializable::Failed(error.to_string()))?;
    // JSON that the user has written already may hold what hardly any reader takes, such as half a
    // surrogate pair.
    if (escaping.has_raw || out.json.contains(&b'{')) && !is_strict_json(&out.json) {
        return Err(Unserializable::RepeatedKey);
    }
    String::from_utf8(out.json).map_err(|error| Unserializable::Failed(error.to_string()))
}

fn panicked(payload: Box<dyn std::any::Any + Send>) -> Unserializable {
    crate::panics::drop_payload(payload);
    Unserializable::Panicked
}

/// A buffer that refuses to grow past [`MAX_LEN`].
struct Bounded {
    json: Vec<u8>,
    is_full: bool,
}

impl io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.json.len() + bytes.len() > MAX_LEN {
            self.is_full = true;
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.json.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Compact JSON, escaped as bodies are and bounded in depth.
struct Escaping {
    depth: usize,
    is_too_deep: bool,
    /// Whether it contains JSON that was given as it is (`RawValue`), and is not checked yet.
    has_raw: bool,
}

impl Escaping {
    fn enter(&mut self) -> io::Result<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            self.is_too_deep = true;
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(())
    }
}

impl Formatter for &mut Escaping {
    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.enter()?;
        CompactFormatter.begin_array(writer)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth -= 1;
        CompactFormatter.end_array(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.enter()?;
        CompactFormatter.begin_object(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth -= 1;
        CompactFormatter.end_object(writer)
    }

    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut escaped = Vec::with_capacity(fragment.len() + 8);
        escape(&mut escaped, fragment);
        writer.write_all(&escaped)
    }

    fn write_char_escape<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        char_escape: CharEscape,
    ) -> io::Result<()> {
        CompactFormatter.write_char_escape(writer, char_escape)
    }

    /// JSON that the user has written already: its markup characters are inside strings, the only
    /// place where JSON has them, so that they can be escaped without parsing it.
    fn write_raw_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        self.has_raw = true;
        let mut escaped = String::with_capacity(fragment.len());
        let mut depth = self.depth;
        let (mut is_text, mut is_escaped) = (false, false);
        for c in fragment.chars() {
            match c {
                '<' => escaped.push_str("\\u003c"),
                '>' => escaped.push_str("\\u003e"),
                '&' => escaped.push_str("\\u0026"),
                '\u{2028}' => escaped.push_str("\\u2028"),
                '\u{2029}' => escaped.push_str("\\u2029"),
                c => escaped.push(c),
            }
            match c {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '"' => is_text = !is_text,
                _ if is_text => {}
                '[' | '{' => depth += 1,
                ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > MAX_DEPTH {
                self.is_too_deep = true;
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        writer.write_all(escaped.as_bytes())
    }
}
