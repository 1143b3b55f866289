//! `cargo run`, then `curl -i localhost:3000/notes/7`; `cargo run -- ADDRESS` binds another.

use actix_notes::{Service, app, client, open};
use actix_web::HttpServer;

#[actix_web::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let filter = "actix_notes=info,tracing_actix_web=info,manila::fault=info";
    tracing_subscriber::fmt().json().with_env_filter(filter).init();
    let address = std::env::args().nth(1);
    let address = address.as_deref().unwrap_or("127.0.0.1:3000");
    let service = Service {
        database: open("sqlite:notes.db?mode=rwc").await?,
        upstream: "http://127.0.0.1:3001/word".to_owned(),
        client: client("127.0.0.1:3001")?,
    };
    HttpServer::new(move || app(service.clone())).bind(address)?.run().await?;
    Ok(())
}
