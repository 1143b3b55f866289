manila::catalog! { pub enum ApiError = "fixtures/duplicate_code.toml" }

fn main() {
    let _ = ApiError::CATALOG;
}
