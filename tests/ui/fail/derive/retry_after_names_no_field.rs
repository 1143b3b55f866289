use std::time::Duration;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    #[error("Ask again in {wait:?}.")]
    #[error_code(status = 429, retry_after = delay)]
    Cooldown { wait: Duration },
}

fn main() {
    let _ = ApiError::Cooldown { wait: Duration::ZERO }.fault();
}
