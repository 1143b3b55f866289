manila::catalog! { pub enum ApiError = "fixtures/mistake_beside_details.toml" }

fn main() {
    let _ = ApiError::plan_limit(5).with_detail("plan", "gold");
    let _ = ApiError::Gone.because_text("why");
}
