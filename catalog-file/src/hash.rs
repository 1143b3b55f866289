//! The hash that look-up tables of catalogs are built and read with.

/// FNV-1a, 64 bits, of a code's name. `manila-macros` lays out a catalog's table with it and
/// `manila` reads the table, so that a look-up does not grow with the catalog.
///
/// ```
/// assert_ne!(manila_catalog_file::hash_of("CONFLICT"), manila_catalog_file::hash_of("GONE"));
/// ```
#[must_use]
pub const fn hash_of(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        i += 1;
    }
    hash
}
