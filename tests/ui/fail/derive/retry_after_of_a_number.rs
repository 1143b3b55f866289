#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 429, retry_after = seconds, message = "Ask again later.")]
    Cooldown { seconds: u64 },
}

fn main() {
    let _ = ApiError::Cooldown { seconds: 5 }.fault();
}
