//! A report as JUnit's XML, which most tools that show tests read.

use manila_probe::{Report as Probed, Row, Verdict};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use crate::outcome::Failure;

/// One test case for each answer.
pub(super) fn text(probed: &Probed) -> Result<String, Failure> {
    let mut suite = TestSuite::new(format!("manila probe {}", probed.target));
    suite.add_test_cases(probed.rows.iter().map(case));
    let mut report = Report::new("manila probe");
    report.add_test_suite(suite);
    report
        .to_string()
        .map_err(|error| Failure(format!("cannot write the report: {error}")))
}

fn case(row: &Row) -> TestCase {
    let name = format!(
        "{} {} {} over {}",
        row.source, row.method, row.path, row.protocol
    );
    let mut case = TestCase::new(name, status(row));
    case.set_classname(format!("manila-probe.{}", row.source));
    case
}

fn status(row: &Row) -> TestCaseStatus {
    let skipped = |message: &str| {
        let mut status = TestCaseStatus::skipped();
        status.set_message(message);
        status
    };
    match row.verdict {
        Verdict::Pass => TestCaseStatus::success(),
        Verdict::Exempt => skipped("the service did not refuse, or the response is exempt"),
        Verdict::Outside => {
            let who = row.outsider.map(|outsider| outsider.to_string());
            skipped(&who.unwrap_or_default())
        }
        Verdict::Violation => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            let findings = row.findings.iter().map(ToString::to_string);
            status.set_message(findings.collect::<Vec<_>>().join("; "));
            status.set_description(format!("received: {}", row.received));
            status
        }
    }
}
