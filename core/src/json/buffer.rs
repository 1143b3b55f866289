//! Where a body is written.

use std::ops::Range;

/// The bytes of a body while it is being written. They are written on the stack, where nearly every
/// error fits, so that a small body is allocated once, at its exact size.
pub(crate) type Buffer = Blocks<448>;

/// Bytes that are written in place as far as they fit in a block; those of a long text are moved in
/// blocks.
#[derive(Debug, Clone)]
pub(crate) struct Blocks<const SIZE: usize> {
    /// What has had no room in the block any more; it comes first.
    moved: Vec<u8>,
    block: [u8; SIZE],
    len: usize,
}

impl<const SIZE: usize> Blocks<SIZE> {
    pub(crate) const fn new() -> Self {
        Self {
            moved: Vec::new(),
            block: [0; SIZE],
            len: 0,
        }
    }

    /// Room for about so many bytes.
    pub(crate) fn sized(bytes: usize) -> Self {
        let mut blocks = Self::new();
        if bytes > SIZE {
            blocks.moved.reserve(bytes);
        }
        blocks
    }

    /// Takes everything out again.
    pub(crate) fn clear(&mut self) {
        self.moved.clear();
        self.len = 0;
    }

    /// Takes out what was put behind the first bytes.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.len = len.saturating_sub(self.moved.len());
        self.moved.truncate(len);
    }

    /// Puts the bytes in one place, where [`joined`](Self::joined) finds them.
    pub(crate) fn join(&mut self) {
        if !self.moved.is_empty() {
            self.move_block();
        }
    }

    /// The bytes, which nothing was put behind since they were joined.
    pub(crate) fn joined(&self) -> &[u8] {
        if self.moved.is_empty() {
            &self.block[..self.len]
        } else {
            &self.moved
        }
    }

    pub(crate) fn as_slice(&mut self) -> &[u8] {
        self.join();
        self.joined()
    }

    pub(crate) const fn len(&self) -> usize {
        self.moved.len() + self.len
    }

    /// Puts what leads to a member's value, and the value between quotation marks.
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

    /// Puts so many bytes, which are written in their place.
    #[inline]
    pub(crate) fn put_with(&mut self, count: usize, write: impl FnOnce(&mut [u8])) {
        match self.take(count) {
            Some(place) => write(place),
            None => {
                let start = self.moved.len();
                self.moved.resize(start + count, 0);
                write(&mut self.moved[start..]);
            }
        }
    }

    /// Puts a part of what is written once more.
    pub(crate) fn repeat(&mut self, part: Range<usize>) {
        let moved = self.moved.len();
        let end = self.len + part.len();
        if part.start >= moved && end <= SIZE {
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
        if self.len + count > SIZE {
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

impl<const SIZE: usize> Sink for Blocks<SIZE> {
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
