//! How much of the sources is documented.
