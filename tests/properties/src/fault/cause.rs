//! What led to a fault, none of which may leave.

use std::error::Error;
use std::fmt;

use arbitrary::Arbitrary;
use manila::Fault;

use crate::text::Text;

/// What marks the text of a cause.
pub(crate) const MARK: &str = "canary-cause";

/// An error, or the text of one.
#[derive(Debug, Clone, Arbitrary)]
pub(crate) enum CauseCase {
    None,
    Text(Text),
    Owned(Text, Chain),
    Borrowed(Text, Chain),
}

/// What the error has for a source.
#[derive(Debug, Clone, Copy, Arbitrary)]
pub(crate) enum Chain {
    End,
    /// Itself, without end.
    Loop,
    /// An error whose `Display` fails.
    Unspeakable,
}

#[derive(Debug)]
struct Cause {
    text: String,
    chain: Chain,
}

#[derive(Debug)]
struct Unspeakable;

impl CauseCase {
    pub(super) fn attach(&self, fault: Fault) -> Fault {
        let cause = |Text(text): &Text, chain| Cause {
            text: format!("{MARK} {text}"),
            chain,
        };
        match self {
            Self::None => fault,
            Self::Text(Text(text)) => fault.because_text(format!("{MARK} {text}")),
            Self::Owned(text, chain) => fault.because(cause(text, *chain)),
            Self::Borrowed(text, chain) => fault.because_of(&cause(text, *chain)),
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Error for Cause {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self.chain {
            Chain::End => None,
            Chain::Loop => Some(self),
            Chain::Unspeakable => Some(&Unspeakable),
        }
    }
}

impl fmt::Display for Unspeakable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MARK)?;
        Err(fmt::Error)
    }
}

impl Error for Unspeakable {}
