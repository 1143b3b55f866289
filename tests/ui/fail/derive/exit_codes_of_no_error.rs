#[derive(manila::ErrorCode)]
#[error_code(exit_codes = { teapot = 3, 404 = 256, 503 = 4, 503 = 5 })]
enum Unreadable {
    #[error_code(status = 402, message = "No more plans.")]
    PlanLimit,
}

#[derive(manila::ErrorCode)]
#[error_code(exit_codes = { 402 = 3, 200 = 1 }, locales = ["en", "EN", "?"])]
enum Invalid {
    #[error_code(status = 402, message = "No more plans.")]
    PlanLimit,
}

fn main() {}
