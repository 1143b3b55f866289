use std::time::Duration;

#[derive(manila::ErrorCode)]
pub enum r#ApiError {
    #[error_code(status = 429, message = "Wait.", retry_after = r#await)]
    r#Limit {
        #[error_code(detail)]
        r#type: u32,
        r#await: Duration,
    },
}

manila::catalog! { pub enum r#Plans = "fixtures/plans.toml" }

fn main() {
    assert_eq!(ApiError::CATALOG.name(), "api_error");
    let code = ApiError::Limit { r#type: 5, r#await: Duration::ZERO }.code();
    assert_eq!((code.name(), code.details()[0].name()), ("limit", "type"));
    assert_eq!(Plans::PlanLimit.code().name(), "PLAN_LIMIT");
}
