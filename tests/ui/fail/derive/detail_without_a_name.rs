#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 402, message = "The plan's limit is reached.")]
    PlanLimit(#[error_code(detail)] u32),
}

fn main() {
    let _ = ApiError::PlanLimit(5).fault();
}
