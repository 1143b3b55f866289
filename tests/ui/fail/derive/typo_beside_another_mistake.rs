#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    #[error("the file {path} failed")]
    #[error_code(internal)]
    File {
        #[error_code(details)]
        path: String,
    },

    #[error("The plan's limit is reached.")]
    #[error_code(status = 402, message = "The plan includes { $limit } apps.")]
    PlanLimit,
}

fn main() {}
