//! What a client reads about its own mistake is true, whatever the type and whatever the mistake.
//!
//! A case is a type of a fixed family (`types/`), a document that fits it, and mistakes in the
//! document. Beside each type stands its shape, a second account of what JSON it reads. A judge that
//! shares nothing with the library holds each violation against the document and the shape: the
//! place exists, the value there does not fit, and the sentence and its details (`expected`,
//! `allowed`, `min`, `max`, `member`) are true of it. One mistake is told where it is, or, where
//! `serde` has lost the place, of a value around it. [`pairs`] has the same for queries, forms and
//! paths, and [`Broken`] texts that are no JSON.
//!
//! The ordinary tests try a few thousand cases of each property. More, by command:
//!
//! ```text
//! PROPTEST_CASES=100000 cargo test --release -p manila-input-properties
//! ```
//!
//! A sentence that the judge does not know fails the properties: it is to be taught what the
//! sentence claims, in `claim.rs` and `judge.rs`.

mod broken;
mod case;
mod claim;
mod damage;
mod document;
mod judge;
pub mod pairs;
mod shape;
mod types;

pub use self::broken::{Broken, broken, check_broken};
pub use self::case::{
    Case, Reader, cases, cases_with_an_unreadable_member, check_plain, check_what_is_taken,
    check_what_is_told, check_where_it_is_told,
};
