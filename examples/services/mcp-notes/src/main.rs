//! Speaks MCP over stdin and stdout; the log is on stderr.

use mcp_notes::Notes;
use rmcp::ServiceExt as _;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    tracing_subscriber::fmt()
        .with_env_filter("manila::fault=info")
        .with_ansi(false)
        .with_writer(std::io::stderr)
        .init();
    let served = Notes::default().serve(rmcp::transport::stdio()).await?;
    served.waiting().await?;
    Ok(())
}
