//! Small numbers.

use arbitrary::{Arbitrary, Result, Unstructured};

/// A number from 0 to 3.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Few(pub(crate) u8);

impl<'a> Arbitrary<'a> for Few {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.int_in_range(0..=3).map(Self)
    }
}
