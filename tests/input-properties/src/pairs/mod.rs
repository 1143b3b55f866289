//! Names and values that are all text: forms, queries, and the parameters of a path.

mod case;
mod damage;
mod fit;
mod judge;
mod read;
mod types;

pub use self::case::{
    Pairs, check_what_is_taken, check_what_is_told, check_where_it_is_told, pairs, paths,
};
pub use self::read::Source;
