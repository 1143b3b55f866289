//! Where a body is written.

use std::ops::Range;

/// How many bytes stay on the stack: nearly every error fits.
const INLINE: usize = 448;

/// The bytes of a body while it is being written. They are written on the stack, so that a small
/// body is allocated once, at its exact size, and those of a large one are moved in blocks.
#[derive(Debug)]
pub(crate) struct Buffer {
    /// What has had no room on the stack any more; it comes first.
    moved: Vec<u8>,
    block: [u8; INLINE],
    len: usize,
}

impl Buffer {
    pub(crate) const fn new() -> Self {
        Self {
            moved: Vec::new(),
            block: [0; INLINE],
            len: 0,
        }
    }

    /// A buffer for about so many bytes.
    pub(crate) fn sized(bytes: usize) -> Self {
        let mut buffer = Self::new();
        if bytes > INLINE {
            buffer.moved.reserve(bytes);
        }
        buffer
    }

    /// Takes everything out again.
    pub(crate) fn clear(&mut self) {
        self.moved.clear();
        self.len = 0;
    }

    pub(crate) fn as_slice(&mut self) -> &[u8] {
        if self.moved.is_empty() {
            return &self.block[..self.len];
        }
        self.move_block();
        &self.moved
    }

    pub(crate) const fn len(&self) -> usize {
        self.moved.len() + self.len
    }

    /// What leads to a member's value, and the value between quotation marks.
    #[inline]
    pub(crate) fn put_member(&mut self, lead: &[u8], text: &[u8]) {
        if let Some(place) = self.take(lead.len() + text.len() + 2)
            && let Some((before, [open, inside @ .., close])) =
                place.split_at_mut_checked(lead.len())
        {
            before.copy_from_slice(lead);
            *open = b'"';
            inside.copy_from_slice(text);
            *close = b'"';
        } else {
            self.put_moved(&[lead, b"\"", text, b"\""]);
        }
    }

    /// Puts a part of what is written once more.
    pub(crate) fn repeat(&mut self, part: Range<usize>) {
        let moved = self.moved.len();
        let end = self.len + part.len();
        if part.start >= moved && end <= INLINE {
            self.block
                .copy_within(part.start - moved..part.end - moved, self.len);
            self.len = end;
        } else {
            self.repeat_moved(part);
        }
    }

    #[cold]
    fn repeat_moved(&mut self, part: Range<usize>) {
        self.move_block();
        // The copy stays in the block, from where it is repeated next.
        match self.block.get_mut(..part.len()) {
            Some(place) => {
                self.len = part.len();
                place.copy_from_slice(&self.moved[part]);
            }
            None => self.moved.extend_from_within(part),
        }
    }

    /// The bytes in an allocation of their own, of their own size.
    pub(crate) fn into_vec(mut self) -> Vec<u8> {
        if self.moved.is_empty() {
            return self.block[..self.len].to_vec();
        }
        self.move_block();
        // `Bytes` takes a vector without room to spare as it is.
        self.moved.shrink_to_fit();
        self.moved
    }

    /// The next bytes of the block, to be written; none if they are more than a block.
    #[inline]
    fn take(&mut self, count: usize) -> Option<&mut [u8]> {
        if self.len + count > INLINE {
            self.move_block();
        }
        let start = self.len;
        let place = self.block.get_mut(start..start + count)?;
        self.len = start + count;
        Some(place)
    }

    #[cold]
    fn move_block(&mut self) {
        self.moved.extend_from_slice(&self.block[..self.len]);
        self.len = 0;
    }

    /// Puts more than a block, behind a block that is empty.
    #[cold]
    fn put_moved(&mut self, parts: &[&[u8]]) {
        self.move_block();
        for part in parts {
            self.moved.extend_from_slice(part);
        }
    }
}

/// What text is escaped into.
pub(crate) trait Sink {
    fn put(&mut self, bytes: &[u8]);
}

impl Sink for Buffer {
    #[inline]
    fn put(&mut self, text: &[u8]) {
        match self.take(text.len()) {
            Some(place) => place.copy_from_slice(text),
            None => self.put_moved(&[text]),
        }
    }
}

impl Sink for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}
