//! Where a body is written.

/// How many bytes stay on the stack: nearly every error fits.
const INLINE: usize = 448;

/// The bytes of a body while it is being written. Small ones stay on the stack, so that the body
/// is allocated once, at its exact size.
#[derive(Debug)]
pub(crate) struct Buffer {
    inline: [u8; INLINE],
    len: usize,
    /// Everything, once it has outgrown the stack.
    spilled: Vec<u8>,
}

impl Buffer {
    pub(crate) const fn new() -> Self {
        Self {
            inline: [0; INLINE],
            len: 0,
            spilled: Vec::new(),
        }
    }

    pub(crate) fn as_slice(&self) -> &[u8] {
        if self.spilled.is_empty() {
            &self.inline[..self.len]
        } else {
            &self.spilled
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.as_slice().len()
    }

    /// The bytes between quotation marks.
    #[inline]
    pub(crate) fn put_quoted(&mut self, bytes: &[u8]) {
        let end = self.len + bytes.len() + 2;
        match self.inline.get_mut(self.len..end) {
            Some([before, inside @ .., behind]) if self.spilled.is_empty() => {
                *before = b'"';
                inside.copy_from_slice(bytes);
                *behind = b'"';
                self.len = end;
            }
            _ => {
                self.put(b"\"");
                self.put(bytes);
                self.put(b"\"");
            }
        }
    }

    /// The bytes in an allocation of their own.
    pub(crate) fn into_vec(self) -> Vec<u8> {
        if self.spilled.is_empty() {
            self.inline[..self.len].to_vec()
        } else {
            self.spilled
        }
    }

    #[cold]
    fn spill(&mut self, bytes: &[u8]) {
        if self.spilled.is_empty() {
            self.spilled.reserve(2 * (self.len + bytes.len()));
            self.spilled.extend_from_slice(&self.inline[..self.len]);
        }
        self.spilled.extend_from_slice(bytes);
    }
}

/// What text is escaped into.
pub(crate) trait Sink {
    fn put(&mut self, bytes: &[u8]);
}

impl Sink for Buffer {
    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        let end = self.len + bytes.len();
        match self.inline.get_mut(self.len..end) {
            Some(place) if self.spilled.is_empty() => {
                place.copy_from_slice(bytes);
                self.len = end;
            }
            _ => self.spill(bytes),
        }
    }
}

impl Sink for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}
