manila::catalog! { pub enum ApiError = "fixtures/unknown_key.toml" }

fn main() {
    let _ = ApiError::CATALOG;
}
