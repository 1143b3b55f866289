//! What holds of the workspace's own sources, read with `syn`: which file uses which, what is public and
//! under which signature, and how much of it is documented.
//!
//! Nothing is expanded and no type is checked. A path counts where it is written, in `use` lines, in
//! code and inside macros' arguments; a method call names no file and does not count.

mod arrows;
mod calls;
mod circles;
mod docs;
mod entry;
mod imports;
mod items;
mod literals;
mod paths;
mod public;
mod resolve;
mod rooms;
mod signature;
mod tokens;
mod tree;
mod words;
mod workspace;

pub use self::{
    arrows::{Arrow, Reach, arrows},
    circles::circles,
    docs::{Lines, lines},
    entry::{Entry, Kind},
    literals::{Literal, literals},
    public::surface,
    rooms::{Rooms, rooms_that_look_up},
    tree::{Child, Crate, Error, Module, Result},
    words::{Word, words},
    workspace::{packages, roots, workspace},
};
