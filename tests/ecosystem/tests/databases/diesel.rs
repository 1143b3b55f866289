//! diesel, with the pool of r2d2.

use std::time::Duration;

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::r2d2::{ConnectionManager, Pool};
use manila::OnConstraint as _;
use manila_axum::{EnvelopeLayer, Result};
use manila_ecosystem::{ApiError, Server, envelopes};

use crate::TABLES;

type Connections = Pool<ConnectionManager<SqliteConnection>>;

diesel::table! {
    notes (id) {
        id -> Integer,
        title -> Text,
        author -> Nullable<Integer>,
    }
}

async fn find(State(pool): State<Connections>, Path(title): Path<String>) -> Result<String> {
    let mut connection = pool.get()?;
    let found = notes::table.filter(notes::title.eq(title));
    let id: i32 = found.select(notes::id).first(&mut connection)?;
    Ok(id.to_string())
}

async fn insert(
    State(pool): State<Connections>,
    Path((title, author)): Path<(String, i32)>,
) -> Result<()> {
    let mut connection = pool.get()?;
    diesel::insert_into(notes::table)
        .values((notes::title.eq(title), notes::author.eq(author)))
        .execute(&mut connection)
        .on_constraint("notes.title", ApiError::PlanLimitExceeded)?;
    Ok(())
}

#[tokio::test]
async fn what_sqlite_refuses_through_diesel_means_what_it_says() {
    let pool = Pool::builder()
        .max_size(1)
        .connection_timeout(Duration::from_millis(500))
        .build(ConnectionManager::<SqliteConnection>::new(":memory:"))
        .unwrap();
    pool.get().unwrap().batch_execute(TABLES).unwrap();
    let app = Router::new()
        .route("/notes/{title}", get(find))
        .route("/notes/{title}/{author}", post(insert))
        .with_state(pool.clone())
        .layer(EnvelopeLayer::new(envelopes()));
    let server = Server::of(app).await;

    assert_eq!(server.get("/notes/taken").await.text(), "1");
    server
        .get("/notes/free")
        .await
        .assert_envelope(404, "not_found");
    let taken = server.post("/notes/taken/1", &[], "").await;
    taken.assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
    let no_author = server.post("/notes/free/1", &[], "").await;
    no_author.assert_envelope(409, "conflict");

    let _held = pool.get().unwrap();
    server
        .get("/notes/taken")
        .await
        .assert_envelope(503, "service_unavailable");
}
