//! The errors of the service that everyone writes.

/// What the plans API refuses.
#[derive(
    Debug,
    thiserror::Error,
    manila::ErrorCode,
    manila_actix::ResponseError,
    manila_axum::IntoResponse,
)]
#[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
pub(crate) enum PlanError {
    /// The workspace has used everything that its plan includes.
    #[error("The plan's limit is reached.")]
    #[error_code(status = 402)]
    PlanLimitExceeded,

    /// The workspace has as many apps as its plan includes.
    #[error("The plan has no room for another app.")]
    #[error_code(status = 402)]
    TooManyApps {
        #[error_code(detail)]
        limit: u32,
        #[error_code(detail)]
        used: u32,
        #[error_code(detail)]
        plan: &'static str,
    },

    /// A member of the request's body breaks a rule.
    #[error("The order has mistakes.")]
    #[error_code(status = 422, condition = "validation")]
    OrderInvalid,
}
