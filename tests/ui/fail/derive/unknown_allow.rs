#[derive(manila::ErrorCode)]
enum ApiError {
    #[error_code(status = 422, message = "No such plan.", allow = { ful-stop = "It is short." })]
    UnknownPlan,
    #[error_code(status = 402, message = "No more plans.", allow = { no-status = "It has none." })]
    PlanLimit,
}

fn main() {}
