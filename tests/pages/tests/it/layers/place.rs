//! A layer, and where it stands.

use std::pin::Pin;

/// On which side of the envelope a layer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Outside,
    Inside,
}

impl Side {
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Outside => Self::Inside,
            Self::Inside => Self::Outside,
        }
    }
}

pub(super) type Driven = Pin<Box<dyn Future<Output = bool>>>;

/// A layer, and where it stands.
pub(super) struct Place {
    /// What it is called in code.
    pub(super) layer: &'static str,
    pub(super) side: Side,
    /// What is so on this side and not on the other.
    pub(super) why: &'static str,
    /// Whether that is so on a side.
    pub(super) drive: fn(Side) -> Driven,
}

/// The layers of one framework, from the outermost to the innermost.
pub(super) struct Stack {
    pub(super) framework: &'static str,
    /// The name of its picture.
    pub(super) file: &'static str,
    pub(super) places: &'static [Place],
}
