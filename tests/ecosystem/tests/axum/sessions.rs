//! Sessions, logins and limits: what they refuse is an envelope, and they keep what they keep.

use std::collections::HashMap;
use std::convert::Infallible;

use axum::Router;
use axum::routing::get;
use axum_login::{
    AuthManagerLayerBuilder, AuthSession, AuthUser, AuthnBackend, UserId, login_required,
};
use manila_ecosystem::{ApiError, router};
use tower_governor::GovernorLayer;
use tower_governor::governor::GovernorConfigBuilder;
use tower_governor::key_extractor::GlobalKeyExtractor;
use tower_sessions::{MemoryStore, Session, SessionManagerLayer};

use crate::placed;

#[tokio::test]
async fn a_session_is_kept_over_an_error() {
    let routes = Router::new()
        .route(
            "/count",
            get(async |session: Session| {
                let count: u32 = session.get("count").await.unwrap().unwrap_or_default();
                session.insert("count", count + 1).await.unwrap();
                if count == 0 {
                    return Err(ApiError::PlanLimitExceeded);
                }
                Ok(count.to_string())
            }),
        )
        .layer(SessionManagerLayer::new(MemoryStore::default()).with_secure(false));
    for server in placed!(routes) {
        let answer = server.get("/count").await;
        answer.assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
        let cookie = answer.header("set-cookie").unwrap();
        let cookie = cookie.split(';').next().unwrap();
        let answer = server.get_with("/count", &[("cookie", cookie)]).await;
        answer.assert_success();
        assert_eq!(answer.text(), "1");
    }
}

#[tokio::test]
async fn a_limit_is_an_envelope_that_says_when_to_come_back() {
    for server in placed!({
        let config = GovernorConfigBuilder::default()
            .per_second(60)
            .burst_size(1)
            .key_extractor(GlobalKeyExtractor)
            .use_headers()
            .finish()
            .unwrap();
        router().layer(GovernorLayer::new(config))
    }) {
        // Both placements share the limiter.
        let _ = server.get("/ok").await;
        let answer = server.get("/ok").await;
        answer.assert_envelope(429, "too_many_requests");
        assert!(answer.header("retry-after").is_some(), "{answer:?}");
        assert_eq!(answer.header("x-should-retry"), Some("true"), "{answer:?}");
        assert_eq!(answer.header("x-ratelimit-limit"), Some("1"), "{answer:?}");
    }
}

/// A key that cannot be found is the service's own mistake: there is no address of the client without
/// `into_make_service_with_connect_info`.
#[tokio::test]
async fn a_limit_without_a_key_is_an_envelope() {
    let config = GovernorConfigBuilder::default().finish().unwrap();
    for server in placed!(router().layer(GovernorLayer::new(config))) {
        server
            .get("/ok")
            .await
            .assert_envelope(500, "internal_server_error");
    }
}

#[derive(Debug, Clone)]
struct User(i64);

impl AuthUser for User {
    type Id = i64;

    fn id(&self) -> i64 {
        self.0
    }

    fn session_auth_hash(&self) -> &[u8] {
        b"hash"
    }
}

#[derive(Clone)]
struct Backend(HashMap<i64, User>);

impl AuthnBackend for Backend {
    type User = User;
    type Credentials = i64;
    type Error = Infallible;

    async fn authenticate(&self, id: i64) -> Result<Option<User>, Infallible> {
        Ok(self.0.get(&id).cloned())
    }

    async fn get_user(&self, id: &UserId<Self>) -> Result<Option<User>, Infallible> {
        Ok(self.0.get(id).cloned())
    }
}

#[tokio::test]
async fn what_a_login_guards_is_an_envelope_until_there_is_one() {
    let backend = Backend(HashMap::from([(7, User(7))]));
    let store = tower_sessions_014::MemoryStore::default();
    let sessions = tower_sessions_014::SessionManagerLayer::new(store).with_secure(false);
    let routes = Router::new()
        .route("/private", get(async || "welcome"))
        .route_layer(login_required!(Backend))
        .route(
            "/login",
            get(async |mut auth: AuthSession<Backend>| {
                auth.login(&User(7)).await.unwrap();
            }),
        )
        .layer(AuthManagerLayerBuilder::new(backend, sessions).build());
    for server in placed!(routes) {
        let answer = server.get("/private").await;
        answer.assert_envelope(401, "unauthorized");
        assert!(answer.header("www-authenticate").is_some());
        let answer = server.get("/login").await;
        answer.assert_success();
        let cookie = answer
            .header("set-cookie")
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        let answer = server.get_with("/private", &[("cookie", &cookie)]).await;
        answer.assert_success();
        assert_eq!(answer.text(), "welcome");
    }
}
