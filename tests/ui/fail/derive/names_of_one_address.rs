#[derive(manila::ErrorCode)]
#[error_code(case = "any")]
enum ApiError {
    #[error_code(status = 422, code = "auth/invalid", message = "No such plan.")]
    UnknownPlan,
    #[error_code(status = 402, code = "auth:invalid", message = "No more plans.")]
    PlanLimit,
    #[error_code(status = 404, code = "index", message = "No such page.")]
    NoPage,
}

fn main() {}
