//! Provokes every error of a running service over a raw socket and judges the answers.
//!
//! Nothing here shares code with the libraries that make the answers: requests are written byte by
//! byte, and a response is read strictly, so that what a lenient client forgives is found.

pub mod wire;
