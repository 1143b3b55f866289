//! Holds the pages of the documentation to the code: the blocks of Rust in them are compiled here, and
//! the tests drive what they say.

#[cfg(test)]
#[allow(
    dead_code,
    missing_docs,
    clippy::all,
    clippy::pedantic,
    reason = "as it stands in the pages"
)]
mod blocks {
    include!(concat!(env!("OUT_DIR"), "/blocks.rs"));
}

/// The list of codes that the blocks speak of.
#[cfg(test)]
mod codes {
    #[derive(Debug, thiserror::Error, manila::ErrorCode, manila_axum::IntoResponse)]
    pub(crate) enum ApiError {
        #[error("The plan's limit is reached.")]
        #[error_code(status = 402)]
        PlanLimitExceeded,
        #[error("The upstream has failed.")]
        #[error_code(status = 502)]
        UpstreamFailed,
    }
}

/// Its blocks are run.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/client.md")]
mod client {}

/// The same.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/reference.md")]
mod reference {}

/// The same.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/languages.md")]
mod languages {}

/// The catalog in README is the file that its `catalog!` reads here.
#[test]
fn the_catalog_of_the_page_is_the_one_that_its_code_reads() {
    let (page, catalog) = (
        include_str!("../../../README.md"),
        include_str!("../errors.toml"),
    );
    assert!(
        page.contains(&format!("```toml\n{catalog}```")),
        "copy the one to the other"
    );
}

#[test]
fn no_block_of_the_page_is_left_out() {
    let page = include_str!("../../../README.md");
    assert!(!page.contains("```rust,"), "a block that nobody compiles");
}
