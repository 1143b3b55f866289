#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    #[error("The plan's limit is reached.")]
    PlanLimit,
}

fn main() {
    let _ = ApiError::PlanLimit.fault();
}
