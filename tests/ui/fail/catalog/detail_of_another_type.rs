manila::catalog! { pub enum ApiError = "fixtures/typed.toml" }

fn main() {
    let _ = ApiError::plan_limit("gold", "5");
    let _ = ApiError::plan_limit("gold", 5.0);
    let _ = ApiError::plan_limit(5, 5);
    let _ = ApiError::plan_limit("gold");
    let _ = ApiError::async_("0.5", 1, 0, "2026-01-31", "urn:a", "7", 7, [7], [7]);
}
