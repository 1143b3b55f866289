macro_rules! api_error {
    ($name:ident, $case:literal; $($(#[$meta:meta])* $variant:ident = $status:expr, $message:literal;)+) => {
        #[derive(Debug, manila::ErrorCode)]
        #[error_code(case = $case)]
        pub enum $name {
            $($(#[$meta])* #[error_code(status = $status, message = $message)] $variant { limit: u32 },)+
        }
    };
}

api_error! {
    ApiError, "kebab-case";
    /// The workspace has used everything that its plan includes.
    #[error_code(retry = "never")]
    PlanLimit = 402, "The plan's limit is reached.";
    NotFound = 404, "Nothing is here.";
}

macro_rules! from_file {
    ($name:ident, $path:literal) => {
        manila::catalog! { pub enum $name = $path }
    };
}

from_file!(FromFile, "fixtures/plans.toml");

fn main() {
    assert_eq!(ApiError::PlanLimit { limit: 5 }.code().name(), "plan-limit");
    assert_eq!(ApiError::NotFound { limit: 5 }.code().status().get(), 404);
    assert_eq!(FromFile::PlanLimit.code().name(), "PLAN_LIMIT");
}
