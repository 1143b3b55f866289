manila::catalog! { pub enum ApiError = "fixtures/unknown_condition.toml" }

fn main() {
    let _ = ApiError::CATALOG;
}
