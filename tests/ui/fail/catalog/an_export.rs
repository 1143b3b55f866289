manila::catalog! { pub enum ApiError = "fixtures/an_export.json" }

fn main() {
    let _ = ApiError::CATALOG;
}
