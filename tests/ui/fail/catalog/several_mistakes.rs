manila::catalog! { pub enum ApiError = "fixtures/several_mistakes.toml" }

fn main() {
    let _ = ApiError::CATALOG;
}
