use std::time::Duration;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "plans", detail_case = "camelCase")]
pub enum ApiError {
    #[error("The plan's limit is reached.")]
    #[error_code(status = 302, related = ["quota"], code = "PlanLimit")]
    PlanLimit,

    #[error("Ask again in {wait:?}.")]
    #[error_code(status = [429, "503"], retry = "later", retry_after = delay)]
    Cooldown {
        wait: Duration,
        #[error_code(rename = "times")]
        denied_times: u32,
    },

    #[error(transparent)]
    #[error_code(internal, message = "The database failed.")]
    Database(#[from] std::io::Error),
}

fn main() {
    let _ = ApiError::PlanLimit.fault();
}
