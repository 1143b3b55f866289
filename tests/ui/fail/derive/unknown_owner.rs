#[derive(manila::ErrorCode)]
enum ApiError {
    #[error_code(status = 422, owner = "oprator", applied = true, message = "No such plan.")]
    UnknownPlan,
    #[error_code(status = 402, client = [1, "Buy a larger plan."], cause = ["It is full."])]
    PlanLimit,
}

fn main() {}
