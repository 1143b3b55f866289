//! Exit codes for command-line clients.

/// The exit codes that no error has, as they say something else to a script.
#[cfg(feature = "rules")]
pub(crate) const RESERVED_EXIT_CODES: [u8; 4] = [0, 125, 126, 127];

/// Returns the exit code of `sysexits.h` that is closest to a status, for a catalog that gives none.
///
/// ```
/// use manila_catalog_file::default_exit_code;
///
/// assert_eq!(default_exit_code(403), 77); // EX_NOPERM
/// assert_eq!(default_exit_code(503), 75); // EX_TEMPFAIL
/// ```
#[must_use]
pub const fn default_exit_code(status: u16) -> u8 {
    const USAGE: u8 = 64;
    const DATAERR: u8 = 65;
    const NOINPUT: u8 = 66;
    const UNAVAILABLE: u8 = 69;
    const SOFTWARE: u8 = 70;
    const TEMPFAIL: u8 = 75;
    const NOPERM: u8 = 77;
    match status {
        401..=403 | 407 | 451 => NOPERM,
        404 | 410 => NOINPUT,
        405 | 406 | 411 | 414 | 415 | 417 | 426 | 428 | 431 => USAGE,
        408 | 409 | 423 | 425 | 429 | 503 | 504 => TEMPFAIL,
        400..=499 => DATAERR,
        501 | 502 | 505 => UNAVAILABLE,
        _ => SOFTWARE,
    }
}
