//! What an error says in MCP, as styles of core's: masking, bounds and escapes are those of every
//! style, so that nothing is told here that HTTP would not tell.

mod public;
mod remedy;
mod rpc;
mod text;
mod tool;

pub(crate) use self::{rpc::RpcStyle, tool::ToolStyle};

/// The media type by which it is told whether a body is in one of the styles or in the one that
/// takes their place. Nothing else reads it.
pub(crate) const MEDIA_TYPE: &str = "application/vnd.manila.mcp+json";
