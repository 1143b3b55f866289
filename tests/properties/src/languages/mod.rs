//! Any header through the choice of a language, and any file through the reader of translations and what formats
//! them.

pub mod negotiation;
pub mod translation;
