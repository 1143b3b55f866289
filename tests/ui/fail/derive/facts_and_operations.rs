#[derive(manila::ErrorCode)]
#[error_code(http_case = "any", facts = { webhook = true }, operations = { "GET /" = { titel = "Read" } })]
enum ApiError {
    #[error_code(status = 422, facts = { webhook = ["yes"], share = 1e999 }, message = "No such plan.")]
    UnknownPlan,
    #[error_code(status = 402, operation = ["GET /"], next = 7, message = "No more plans.")]
    PlanLimit,
}

fn main() {}
