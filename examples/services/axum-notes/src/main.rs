//! `cargo run`, then `curl -i localhost:3000/notes/7`; `cargo run -- ADDRESS` binds another.

use axum_notes::{Service, app, client, open};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let filter = "axum_notes=info,tower_http=info,manila::fault=info";
    tracing_subscriber::fmt().json().with_env_filter(filter).init();
    let address = std::env::args().nth(1);
    let address = address.as_deref().unwrap_or("127.0.0.1:3000");
    let service = Service {
        database: open("sqlite:notes.db?mode=rwc").await?,
        upstream: "http://127.0.0.1:3001/word".to_owned(),
        client: client("127.0.0.1:3001")?,
    };
    let listener = tokio::net::TcpListener::bind(address).await?;
    let stop = async { tokio::signal::ctrl_c().await.unwrap_or_default() };
    axum::serve(listener, app(service)).with_graceful_shutdown(stop).await?;
    Ok(())
}
