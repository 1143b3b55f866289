//! Small crates in a folder of their own, each with something planted.
