manila::catalog! {
    #[error_code(case = "snake_case")]
    pub enum ApiError = "fixtures/plans.toml"
}

fn main() {
    let _ = ApiError::PlanLimit.fault();
}
