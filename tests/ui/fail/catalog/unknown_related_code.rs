manila::catalog! { pub enum ApiError = "fixtures/unknown_related_code.toml" }

fn main() {
    let _ = ApiError::CATALOG;
}
