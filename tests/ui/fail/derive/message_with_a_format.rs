#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    #[error("The plan includes {limit:>3} apps.")]
    #[error_code(status = 402, message)]
    PlanLimit {
        #[error_code(detail)]
        limit: u32,
    },
    #[error("The plan {{gold}} is full.")]
    #[error_code(status = 409, message)]
    Full,
    #[error("The plan includes {} apps.", .limit + 1)]
    #[error_code(status = 402, message)]
    PlanLimits {
        #[error_code(detail)]
        limit: u32,
    },
}

fn main() {
    let _ = ApiError::CATALOG;
}
