//! What the log is told of a 5xx, and clients are not.

use manila::{Envelopes, Fault, IntoFault as _, Status};

use crate::support::logged;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
enum ApiError {
    #[error("the gateway {0} refused: {1}")]
    #[error_code(status = 502)]
    Gateway(String, u16),

    #[error("shard {shard} is read-only")]
    #[error_code(status = 503, message = "Try again later.")]
    ReadOnly { shard: u8 },

    #[error("the ledger does not add up")]
    #[error_code(status = 500)]
    Ledger,

    #[error("{{0}} is no template")]
    #[error_code(status = 500)]
    Template,

    #[error("writing {path} failed: {source}")]
    #[error_code(status = 507)]
    Write {
        path: &'static str,
        source: std::io::Error,
    },

    #[error("the plan {0} is unknown")]
    #[error_code(statuses = [409, 500])]
    Plan(&'static str),

    #[error("The name {0} is taken.")]
    #[error_code(status = 409)]
    Taken(&'static str),
}

/// A `Display` of one's own.
#[derive(Debug, manila::ErrorCode)]
enum ByHand {
    #[error_code(status = 502)]
    Gateway(u16),
}

impl std::fmt::Display for ByHand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self::Gateway(port) = self;
        write!(f, "nobody listens on {port}")
    }
}

impl std::error::Error for ByHand {}

/// It is no error, and has no text.
#[derive(Debug, manila::ErrorCode)]
enum Mute {
    #[error_code(status = 502)]
    Gateway(#[expect(dead_code, reason = "nobody is told")] u16),
}

/// It is an error, as its parameter can be shown.
#[derive(Debug, thiserror::Error, manila::ErrorCode)]
enum Generic<T: std::fmt::Debug + std::fmt::Display> {
    #[error("the value {0} is too large")]
    #[error_code(status = 500)]
    TooLarge(T),
}

manila::catalog! { enum Listed = "../catalogs/vibehost.toml" }

/// What is told of a fault, and the body of its envelope.
fn told(fault: &Fault) -> (Option<String>, String) {
    let rendered = Envelopes::ok_error().render(fault, None);
    let ((), causes) = logged("cause", || rendered.log(fault, "abc-123", None));
    let body = String::from_utf8(rendered.into_body().to_vec()).unwrap();
    (causes.into_iter().next(), body)
}

#[test]
fn the_display_of_a_5xx_is_in_the_event_and_not_on_the_wire() {
    let source = std::io::Error::other("the disk is full");
    for (fault, cause) in [
        (
            ApiError::Gateway("eu-1".to_owned(), 7).fault(),
            "the gateway eu-1 refused: 7",
        ),
        (
            ApiError::ReadOnly { shard: 3 }.fault(),
            "shard 3 is read-only",
        ),
        (ApiError::Ledger.fault(), "the ledger does not add up"),
        (ApiError::Template.fault(), "{0} is no template"),
        (
            ApiError::Write {
                path: "/srv/a",
                source,
            }
            .fault(),
            "writing /srv/a failed: the disk is full",
        ),
        (
            ApiError::Plan("gold")
                .fault()
                .with_status(Status::new(500).unwrap()),
            "the plan gold is unknown",
        ),
        (ByHand::Gateway(5432).fault(), "nobody listens on 5432"),
        (
            Generic::TooLarge(9).into_fault(),
            "the value 9 is too large",
        ),
    ] {
        let (told, body) = told(&fault);
        assert_eq!(told.as_deref(), Some(cause));
        let secrets = [
            "eu-1",
            "refused",
            "shard 3",
            "does not add",
            "{0}",
            "/srv",
            "disk",
            "gold",
            "5432",
        ];
        for secret in secrets {
            assert!(!body.contains(secret), "{secret:?} is in {body}");
        }
    }
}

#[test]
fn of_a_code_without_a_text_of_its_own_the_catalogs_message_is_told() {
    let (cause, body) = told(&Listed::UpstreamFailed.fault());
    assert_eq!(
        cause.as_deref(),
        Some(Listed::UpstreamFailed.to_string()).as_deref()
    );
    assert!(body.contains(&cause.unwrap()));
    assert_eq!(told(&Listed::PlanLimitExceeded.fault()).0, None);
    let named = Fault::new(Listed::UpstreamFailed.code()).because_text("shard 7");
    assert_eq!(told(&named).0.as_deref(), Some("shard 7"));
}

#[test]
fn a_4xx_has_nothing_to_tell_and_what_is_no_error_its_title() {
    assert_eq!(told(&ApiError::Taken("ada").fault()).0, None);
    let (cause, _) = told(&Mute::Gateway(7).fault());
    assert_eq!(cause.as_deref(), Some("Gateway"));
}
