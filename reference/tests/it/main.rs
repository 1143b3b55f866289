//! What a reference says.
