//! Where a body is written.

use std::ops::Range;

/// How many bytes stay on the stack: nearly every error fits.
const INLINE: usize = 448;

/// The bytes of a body while it is being written. Small ones stay on the stack, so that the body
/// is allocated once, at its exact size.
#[derive(Debug)]
pub(crate) struct Buffer(Store);

#[derive(Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "a buffer stays where it is made, and a box would be the allocation that it saves"
)]
enum Store {
    Stack { bytes: [u8; INLINE], len: usize },
    Heap(Vec<u8>),
}

impl Buffer {
    pub(crate) const fn new() -> Self {
        Self(Store::Stack {
            bytes: [0; INLINE],
            len: 0,
        })
    }

    /// A buffer for about so many bytes.
    pub(crate) fn sized(bytes: usize) -> Self {
        if bytes <= INLINE {
            Self::new()
        } else {
            Self(Store::Heap(Vec::with_capacity(bytes)))
        }
    }

    /// Takes everything out again.
    pub(crate) fn clear(&mut self) {
        match &mut self.0 {
            Store::Stack { len, .. } => *len = 0,
            Store::Heap(bytes) => bytes.clear(),
        }
    }

    pub(crate) fn as_slice(&self) -> &[u8] {
        match &self.0 {
            Store::Stack { bytes, len } => &bytes[..*len],
            Store::Heap(bytes) => bytes,
        }
    }

    pub(crate) fn len(&self) -> usize {
        match &self.0 {
            Store::Stack { len, .. } => *len,
            Store::Heap(bytes) => bytes.len(),
        }
    }

    /// The bytes between quotation marks.
    #[inline]
    pub(crate) fn put_quoted(&mut self, text: &[u8]) {
        match &mut self.0 {
            Store::Stack { bytes, len } => {
                let end = *len + text.len() + 2;
                if let Some([before, inside @ .., behind]) = bytes.get_mut(*len..end) {
                    *before = b'"';
                    inside.copy_from_slice(text);
                    *behind = b'"';
                    *len = end;
                    return;
                }
            }
            Store::Heap(bytes) => {
                bytes.reserve(text.len() + 2);
                bytes.push(b'"');
                bytes.extend_from_slice(text);
                bytes.push(b'"');
                return;
            }
        }
        self.spill(&[b"\"", text, b"\""]);
    }

    /// Puts a part of what is written once more.
    pub(crate) fn repeat(&mut self, part: Range<usize>) {
        match &mut self.0 {
            Store::Stack { bytes, len } => {
                let end = *len + part.len();
                if end <= INLINE {
                    bytes.copy_within(part, *len);
                    *len = end;
                    return;
                }
            }
            Store::Heap(bytes) => {
                bytes.extend_from_within(part);
                return;
            }
        }
        let text = self.as_slice()[part].to_vec();
        self.spill(&[&text]);
    }

    /// The bytes in an allocation of their own, of their own size.
    pub(crate) fn into_vec(self) -> Vec<u8> {
        match self.0 {
            Store::Stack { bytes, len } => bytes[..len].to_vec(),
            Store::Heap(mut bytes) => {
                // `Bytes` takes a vector without room to spare as it is.
                bytes.shrink_to_fit();
                bytes
            }
        }
    }

    /// Goes on in an allocation, now that the stack has no more room.
    #[cold]
    fn spill(&mut self, parts: &[&[u8]]) {
        let mut bytes = Vec::with_capacity(4 * INLINE);
        bytes.extend_from_slice(self.as_slice());
        for part in parts {
            bytes.extend_from_slice(part);
        }
        self.0 = Store::Heap(bytes);
    }
}

/// What text is escaped into.
pub(crate) trait Sink {
    fn put(&mut self, bytes: &[u8]);
}

impl Sink for Buffer {
    #[inline]
    fn put(&mut self, text: &[u8]) {
        match &mut self.0 {
            Store::Stack { bytes, len } => {
                let end = *len + text.len();
                if let Some(place) = bytes.get_mut(*len..end) {
                    place.copy_from_slice(text);
                    *len = end;
                    return;
                }
            }
            Store::Heap(bytes) => {
                bytes.extend_from_slice(text);
                return;
            }
        }
        self.spill(&[text]);
    }
}

impl Sink for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}
