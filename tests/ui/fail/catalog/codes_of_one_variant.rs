manila::catalog! { pub enum ApiError = "fixtures/codes_of_one_variant.toml" }

fn main() {
    let _ = ApiError::Http2.fault();
}
