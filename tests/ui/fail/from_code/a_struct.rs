#[derive(manila::FromCode)]
pub struct ApiError;

fn main() {}
