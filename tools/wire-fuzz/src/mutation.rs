//! Changing a request at random, of whichever protocol.

use std::ops::RangeInclusive;

use fastrand::Rng;

/// Changes one thing about a request.
pub(crate) type Mutation<T> = fn(&mut Rng, &mut T);

/// Applies some of the mutations, each drawn from all of them.
pub(crate) fn mutate<T>(
    rng: &mut Rng,
    request: &mut T,
    mutations: &[Mutation<T>],
    times: RangeInclusive<usize>,
) {
    for _ in 0..rng.usize(times) {
        mutations[rng.usize(0..mutations.len())](rng, request);
    }
}
