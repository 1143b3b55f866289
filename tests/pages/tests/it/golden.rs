//! Files of `docs/` that the tests write.

/// Holds a file of `docs/` to what is written; with `UPDATE_GOLDEN` set, writes it.
pub(crate) fn check_file(name: &str, written: &str) {
    let path = format!("{}/../../docs/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, written).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == written,
        "docs/{name} is another; `UPDATE_GOLDEN=1 cargo test -p manila-pages` writes it anew"
    );
}
