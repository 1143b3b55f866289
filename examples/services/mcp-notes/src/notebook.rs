//! A notebook in memory.

use std::collections::BTreeMap;
use std::io;

use crate::errors::NoteError;

/// The most notes of a notebook.
pub const LIMIT: usize = 3;

#[derive(Debug, Default)]
pub struct Notebook {
    notes: BTreeMap<u32, String>,
    last: u32,
}

impl Notebook {
    pub fn add(&mut self, text: String) -> Result<u32, NoteError> {
        if self.notes.len() == LIMIT {
            return Err(NoteError::NotebookFull { limit: LIMIT });
        }
        self.last += 1;
        self.notes.insert(self.last, text);
        Ok(self.last)
    }

    pub fn list(&self) -> impl Iterator<Item = (&u32, &String)> {
        self.notes.iter()
    }

    pub fn delete(&mut self, id: u32) -> Result<(), NoteError> {
        self.notes.remove(&id).map(drop).ok_or(NoteError::NoteNotFound { id })
    }

    /// The word that a note begins with. It panics for a note of blanks, as a mistake of a service's
    /// does.
    pub fn first_word(&self, id: u32) -> Result<&str, NoteError> {
        let note = self.notes.get(&id).ok_or(NoteError::NoteNotFound { id })?;
        let words: Vec<_> = note.split_whitespace().collect();
        Ok(words[0])
    }

    /// Sends the notes to a server that is never there.
    pub fn back_up(&self) -> Result<usize, NoteError> {
        let refused = "postgres://notes:hunter2@10.0.0.7/backup refused the connection";
        Err(NoteError::BackupFailed { cause: io::Error::new(io::ErrorKind::ConnectionRefused, refused) })
    }
}
