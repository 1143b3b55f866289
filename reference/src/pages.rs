//! The pages, each a template and what it is filled with.

mod assets;
mod changes;
mod code;
mod code_markdown;
mod index;
mod llms;
mod moved;
mod operations;
mod request;

use askama::Template;

pub(crate) use self::{
    assets::{icon, sitemap, style},
    changes::{changes, feed},
    code::code,
    code_markdown::code_markdown,
    index::{home, volume},
    llms::llms,
    moved::moved,
    operations::{operation, operations},
    request::with_request,
};

/// Fills a template. That fails where a value fails to be written alone, and those here are texts.
fn fill(template: &impl Template) -> String {
    let mut text = template.render().unwrap_or_default();
    text.push('\n');
    text
}
