//! The table of faults.

mod case;
mod foreign;
mod framework;
mod handler;
mod input;
mod meddled;

pub(crate) use self::case::Case;

/// Every kind of error response that the workbench can be brought to make.
pub(crate) fn cases() -> Vec<Case> {
    [
        handler::cases(),
        framework::cases(),
        input::cases(),
        foreign::cases(),
        meddled::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn no_two_faults_have_one_name() {
    let mut names: Vec<_> = cases().iter().map(|case| case.name).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
}
