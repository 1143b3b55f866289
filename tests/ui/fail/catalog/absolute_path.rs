manila::catalog! { pub enum ApiError = "/etc/plans.toml" }

fn main() {
    let _ = ApiError::CATALOG;
}
