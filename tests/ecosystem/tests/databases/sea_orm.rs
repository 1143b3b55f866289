//! sea-orm, with the driver of sqlx.

/// The same of each version of the crate.
macro_rules! what_sqlite_refuses_means_what_it_says {
    ($($sea_orm:ident,)+) => {$(
        mod $sea_orm {
            #[tokio::test]
            async fn what_sqlite_refuses_means_what_it_says() {
                use ::$sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection};
                use axum::Router;
                use axum::extract::{Path, State};
                use axum::routing::post;
                use manila::OnConstraint as _;
                use manila_axum::{EnvelopeLayer, Result};
                use manila_ecosystem::{ApiError, Server, envelopes};

                async fn insert(
                    State(database): State<DatabaseConnection>,
                    Path((title, author)): Path<(String, i32)>,
                ) -> Result<()> {
                    let statement = format!("INSERT INTO notes (title, author) VALUES ('{title}', {author})");
                    let inserted = database.execute_unprepared(&statement).await;
                    inserted.on_constraint("notes.title", ApiError::PlanLimitExceeded)?;
                    Ok(())
                }

                let mut options = ConnectOptions::new("sqlite::memory:");
                options.max_connections(1);
                let database = Database::connect(options).await.unwrap();
                database.execute_unprepared(crate::TABLES).await.unwrap();
                let app = Router::new()
                    .route("/notes/{title}/{author}", post(insert))
                    .with_state(database.clone())
                    .layer(EnvelopeLayer::new(envelopes()));
                let server = Server::of(app).await;

                let taken = server.post("/notes/taken/1", &[], "").await;
                taken.assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
                let no_author = server.post("/notes/free/1", &[], "").await;
                no_author.assert_envelope(409, "conflict");
                database.close().await.unwrap();
                let closed = server.post("/notes/free/1", &[], "").await;
                closed.assert_envelope(503, "service_unavailable");
            }
        }
    )+};
}

what_sqlite_refuses_means_what_it_says! {
    sea_orm_1,
    sea_orm_2,
}
