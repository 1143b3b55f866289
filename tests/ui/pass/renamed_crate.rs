// Whoever looks for `::manila` here finds another crate.
extern crate core as manila;
pub extern crate manila as envelope;

#[derive(Debug, thiserror::Error, envelope::ErrorCode)]
#[error_code(crate = envelope)]
pub enum Derived {
    #[error("Ask again in {wait:?}.")]
    #[error_code(status = [429, 503], number = 1, retry = "after", retry_after = wait)]
    #[error_code(scope = ["response", "job"], severity = "info", condition = "rate_limited")]
    Cooldown {
        wait: std::time::Duration,
        #[error_code(detail, meaning = "how often")]
        times: u32,
    },
    #[error(transparent)]
    #[error_code(internal)]
    Io(#[from] std::io::Error),
    #[error(transparent)]
    #[error_code(transparent)]
    Inner(FromFile),
}

mod reexported {
    pub use envelope as hidden;
}

#[derive(envelope::ErrorCode)]
#[error_code(crate = crate::reexported::hidden)]
pub enum ByPath {
    #[error_code(status = 500)]
    Failed,
}

#[derive(envelope::ErrorCode)]
#[error_code(crate = "::envelope")]
pub enum ByText {
    #[error_code(status = 500)]
    Failed,
}

envelope::catalog! {
    #[error_code(crate = envelope)]
    #[derive(PartialOrd)]
    pub enum FromFile = "fixtures/plans.toml"
}

#[derive(envelope::FieldNames)]
#[field_names(crate = envelope)]
pub struct Address {
    pub city: String,
}

#[derive(envelope::FieldNames)]
#[field_names(crate = "crate::reexported::hidden")]
pub struct Signup {
    #[field_names(nested)]
    pub address: Address,
}

fn main() {
    let names = <Signup as envelope::FieldNames>::NAMES;
    assert_eq!(names.pointer(["address", "city"]).as_str(), "/address/city");
    assert_eq!(Derived::Inner(FromFile::PlanLimit).fault().http_status(), 402);
    let _ = (ByPath::Failed.fault(), ByText::Failed.fault());
}
