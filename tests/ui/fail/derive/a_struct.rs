#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error("The plan's limit is reached.")]
#[error_code(catalog = "plans")]
pub struct PlanLimit {
    limit: u32,
}

fn refuse() -> Result<(), manila::Fault> {
    Err(PlanLimit { limit: 5 }.fault())
}

fn main() {
    let _ = refuse();
    let _ = manila::IntoFault::into_fault(PlanLimit { limit: 5 });
    let _ = (PlanLimit::CATALOG, PlanLimit { limit: 5 }.code().name());
}
