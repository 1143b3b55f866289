manila::catalog! { pub enum ApiError = "fixtures/syntax_error.toml" }

fn main() {
    let _ = ApiError::CATALOG;
}
