manila::catalog! { pub enum ApiError = "fixtures/status_of_success.toml" }

fn main() {
    let _ = ApiError::CATALOG;
}
