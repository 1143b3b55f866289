#[derive(manila::ErrorCode)]
#[error_code(wire = "number")]
pub enum ApiError {
    #[error_code(status = 402, message = "The plan's limit is reached.")]
    PlanLimit,
}

fn main() {
    let _ = ApiError::PlanLimit.fault();
}
