use std::error::Error;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    #[error("The number is wrong: {0}")]
    #[error_code(status = 400, message = "The number is wrong.")]
    BadNumber(#[from] std::num::ParseIntError),

    #[error("the template {name} is broken")]
    #[error_code(status = 500)]
    BadTemplate {
        #[error_code(detail)]
        name: String,
        #[source]
        error: Box<dyn Error + Send + Sync>,
    },

    #[error("the mail could not be sent")]
    #[error_code(status = 502)]
    Mail { source: std::io::Error },

    #[error(transparent)]
    #[error_code(status = 503)]
    Queue(Box<dyn Error + Send + Sync>),

    #[error(transparent)]
    #[error_code(internal)]
    Database(#[from] std::io::Error),

    #[error("billing: {0}")]
    #[error_code(transparent)]
    Billing(#[from] BillingError),
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum BillingError {
    #[error("{} cents are missing", .missing)]
    #[error_code(status = 402)]
    Unpaid { missing: u64 },
}

fn main() {
    let error = ApiError::BadTemplate { name: "hello".into(), error: "no such brace".into() };
    assert_eq!(error.fault().http_status(), 500);
    let billing: ApiError = BillingError::Unpaid { missing: 5 }.into();
    assert_eq!(billing.fault().http_status(), 402);
}
