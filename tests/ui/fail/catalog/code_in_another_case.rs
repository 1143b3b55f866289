manila::catalog! { pub enum ApiError = "fixtures/code_in_another_case.toml" }

fn main() {
    let _ = ApiError::CATALOG;
}
