manila::catalog! { pub enum ApiError }

fn main() {}
