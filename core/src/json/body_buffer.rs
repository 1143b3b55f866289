//! The buffer of a body, with notes about the places of the request's id and of the details.
//!
//! The notes are what makes a body a form to be filled: the next error of the same code differs in
//! these places alone.

use std::ops::{Deref, DerefMut, Range};

use super::buffer::{InlineBuffer, MAX_LEN, Sink};

/// The bytes of a body while it is being written. They are written on the stack, where nearly every
/// error fits, so that a small body is allocated once, at its exact size.
///
/// [Notes](Self::with_notes) say where the request's id and the details are, so that the same body
/// can be filled with others.
#[derive(Debug)]
pub(crate) struct Buffer {
    bytes: InlineBuffer<448>,
    notes: Option<Vec<Note>>,
}

/// The kinds of parts that differ between two occurrences of the same code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    RequestId,
    Details,
}

/// A part of a body that differs between two occurrences: its kind, and its place in bytes.
pub(crate) type Note = (Slot, Range<usize>);

impl Buffer {
    /// Creates a buffer with room for about so many bytes.
    pub(crate) fn sized(bytes: usize) -> Self {
        Self {
            bytes: InlineBuffer::sized(bytes),
            notes: None,
        }
    }

    /// Creates a buffer with room for about so many bytes, for a body of this limit: of a longer one it
    /// keeps enough to tell that it is, and that a value in it is.
    pub(crate) fn limited(bytes: usize, limit: usize) -> Self {
        let mut buffer = Self::sized(bytes);
        buffer.bytes.limit_to(limit.saturating_add(2 * MAX_LEN));
        buffer
    }

    /// Creates an empty buffer that keeps notes.
    pub(crate) const fn with_notes() -> Self {
        Self {
            bytes: InlineBuffer::new(),
            notes: Some(Vec::new()),
        }
    }

    /// Notes the kind of the last `count` bytes before `behind` others, a quotation mark say.
    #[inline]
    pub(super) fn note(&mut self, slot: Slot, count: usize, behind: usize) {
        if let Some(notes) = &mut self.notes {
            let end = self.bytes.len() - behind;
            notes.push((slot, end - count..end));
        }
    }

    /// The bytes in an allocation of their own, of their own size.
    pub(crate) fn into_vec(self) -> Vec<u8> {
        self.bytes.into_vec()
    }

    /// The bytes, and the notes in the order in which they were written.
    pub(crate) fn into_parts(self) -> (Vec<u8>, Vec<Note>) {
        (self.bytes.into_vec(), self.notes.unwrap_or_default())
    }
}

impl Deref for Buffer {
    type Target = InlineBuffer<448>;

    #[inline]
    fn deref(&self) -> &InlineBuffer<448> {
        &self.bytes
    }
}

impl DerefMut for Buffer {
    #[inline]
    fn deref_mut(&mut self) -> &mut InlineBuffer<448> {
        &mut self.bytes
    }
}

impl Sink for Buffer {
    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.bytes.put(bytes);
    }
}
