//! Writes enums of many codes, to see how catalogs grow.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::Command;

/// As many codes as the enums have.
const SIZES: [usize; 4] = [10, 100, 1000, 10_000];

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let mut text = String::new();
    for size in SIZES {
        let _ = writeln!(
            text,
            "#[derive(Debug, manila::ErrorCode)]\n\
             #[expect(dead_code, clippy::enum_variant_names, reason = \"their catalog alone is used\")]\n\
             #[error_code(catalog = \"codes\", case = \"snake_case\")]\n\
             pub(super) enum Codes{size} {{"
        );
        for at in 0..size {
            let _ = writeln!(
                text,
                "#[error_code(status = 400, message = \"It broke.\")] Failure{at:05}Broke,"
            );
        }
        text.push_str("}\n");
    }
    fs::write(folder.join("catalogs.rs"), text)?;
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(compiler).arg("--version").output()?.stdout;
    let mut out = io::stdout();
    writeln!(
        out,
        "cargo::rustc-env=COMPILER={}",
        String::from_utf8_lossy(&version).trim()
    )?;
    writeln!(out, "cargo::rerun-if-changed=build.rs")
}
