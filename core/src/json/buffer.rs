//! Bytes that are kept inline as far as they fit.
//!
//! Most bodies and details are short. They are written into an array on the stack, and allocated
//! once, if at all, at their exact size.

use std::ops::Range;

/// The largest value that is written at once, a detail say, in bytes of JSON.
pub(super) const MAX_LEN: usize = 64 * 1024;

/// Bytes that are written in place as far as they fit in a block; those of a long text are spilled
/// in blocks.
#[derive(Debug, Clone)]
pub(crate) struct InlineBuffer<const SIZE: usize> {
    /// The blocks that are full already; they come first.
    spilled: Vec<u8>,
    block: [u8; SIZE],
    len: usize,
    limit: usize,
}

impl<const SIZE: usize> InlineBuffer<SIZE> {
    pub(crate) const fn new() -> Self {
        Self {
            spilled: Vec::new(),
            block: [0; SIZE],
            len: 0,
            limit: usize::MAX,
        }
    }

    /// Creates a buffer with room for about so many bytes.
    pub(crate) fn sized(bytes: usize) -> Self {
        let mut buffer = Self::new();
        if bytes > SIZE {
            buffer.spilled.reserve(bytes);
        }
        buffer
    }

    /// Makes this the most bytes that are of use. What comes after more than that is not kept, so that
    /// a buffer that is longer than its limit is worth nothing but the news that it is.
    pub(super) const fn limit_to(&mut self, bytes: usize) {
        self.limit = bytes;
    }

    /// Removes everything.
    pub(crate) fn clear(&mut self) {
        self.spilled.clear();
        self.len = 0;
    }

    /// Removes everything behind the first `len` bytes.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.len = len.saturating_sub(self.spilled.len());
        self.spilled.truncate(len);
    }

    /// Puts the bytes in one place, where [`contiguous`](Self::contiguous) finds them.
    pub(crate) fn spill(&mut self) {
        if !self.spilled.is_empty() {
            self.spill_block();
        }
    }

    /// The bytes, which nothing was put behind since they were spilled.
    pub(crate) fn contiguous(&self) -> &[u8] {
        if self.spilled.is_empty() {
            &self.block[..self.len]
        } else {
            &self.spilled
        }
    }

    /// The bytes, spilled if they need to be in one place.
    pub(crate) fn as_slice(&mut self) -> &[u8] {
        self.spill();
        self.contiguous()
    }

    /// The number of bytes, in the block and before it.
    pub(crate) const fn len(&self) -> usize {
        self.spilled.len() + self.len
    }

    /// Puts the prefix of a member's value, and the value between quotation marks.
    #[inline]
    pub(crate) fn put_member(&mut self, prefix: &[u8], text: &[u8]) {
        if let Some(room) = self.take(prefix.len() + text.len() + 2)
            && let Some((before, [open, inside @ .., close])) =
                room.split_at_mut_checked(prefix.len())
        {
            before.copy_from_slice(prefix);
            *open = b'"';
            inside.copy_from_slice(text);
            *close = b'"';
        } else {
            self.put_spilled(&[prefix, b"\"", text, b"\""]);
        }
    }

    /// Puts so many bytes, which are written in their place.
    #[inline]
    pub(crate) fn put_with(&mut self, count: usize, write: impl FnOnce(&mut [u8])) {
        match self.take(count) {
            Some(room) => write(room),
            None => {
                let start = self.spilled.len();
                self.spilled.resize(start + count, 0);
                write(&mut self.spilled[start..]);
            }
        }
    }

    /// Puts a part of what is written once more. Past the limit positions begin anew, so that a part may
    /// end before its start: nothing is put then.
    pub(crate) fn repeat(&mut self, part: Range<usize>) {
        let Some(count) = part.end.checked_sub(part.start) else {
            return;
        };
        let spilled = self.spilled.len();
        let end = self.len + count;
        if part.start >= spilled && end <= SIZE {
            self.block
                .copy_within(part.start - spilled..part.end - spilled, self.len);
            self.len = end;
        } else {
            self.repeat_spilled(part);
        }
    }

    #[cold]
    fn repeat_spilled(&mut self, part: Range<usize>) {
        self.spill_block();
        if self.is_past_limit() {
            return;
        }
        // The copy stays in the block, from where it is repeated next.
        match self.block.get_mut(..part.len()) {
            Some(room) => {
                self.len = part.len();
                room.copy_from_slice(&self.spilled[part]);
            }
            None => self.spilled.extend_from_within(part),
        }
    }

    /// The bytes in an allocation of their own, of their own size.
    pub(crate) fn into_vec(mut self) -> Vec<u8> {
        if self.spilled.is_empty() {
            return self.block[..self.len].to_vec();
        }
        self.spill_block();
        // `Bytes` takes a vector without room to spare as it is.
        self.spilled.shrink_to_fit();
        self.spilled
    }

    /// The next bytes of the block, to be written; none if they are more than a block.
    #[inline]
    fn take(&mut self, count: usize) -> Option<&mut [u8]> {
        if self.len + count > SIZE {
            self.spill_block();
        }
        let start = self.len;
        let room = self.block.get_mut(start..start + count)?;
        self.len = start + count;
        Some(room)
    }

    /// Whether nothing more is kept: the bytes that are spilled say so for good.
    const fn is_past_limit(&self) -> bool {
        self.spilled.len() > self.limit
    }

    #[cold]
    fn spill_block(&mut self) {
        if !self.is_past_limit() {
            self.spilled.extend_from_slice(&self.block[..self.len]);
        }
        self.len = 0;
    }

    /// Puts more than a block, behind a block that is empty.
    #[cold]
    fn put_spilled(&mut self, parts: &[&[u8]]) {
        self.spill_block();
        for part in parts {
            if self.is_past_limit() {
                return;
            }
            // One byte too many is enough.
            let room = (self.limit - self.spilled.len()).saturating_add(1);
            self.spilled
                .extend_from_slice(&part[..room.min(part.len())]);
        }
    }
}

/// A destination of escaped text.
pub(crate) trait Sink {
    fn put(&mut self, bytes: &[u8]);
}

impl<const SIZE: usize> Sink for InlineBuffer<SIZE> {
    #[inline]
    fn put(&mut self, text: &[u8]) {
        match self.take(text.len()) {
            Some(room) => room.copy_from_slice(text),
            None => self.put_spilled(&[text]),
        }
    }
}

impl Sink for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}
