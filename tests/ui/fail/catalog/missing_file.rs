manila::catalog! { pub enum ApiError = "fixtures/missing_file.toml" }

fn main() {
    let _ = ApiError::CATALOG;
}
