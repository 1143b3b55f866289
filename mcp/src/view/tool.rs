//! A tool's result (MCP, `CallToolResult`).

use manila::{Object, PublicFault, WriteStyle};

use super::public::write_public;
use super::text::text;

pub(crate) struct ToolStyle;

impl WriteStyle for ToolStyle {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        body.array("content", |content| {
            content.object(|block| {
                block.string("type", "text");
                block.string("text", &text(fault));
            });
        });
        body.object("structuredContent", |view| write_public(fault, view));
        body.boolean("isError", true);
    }
}
