//! A client that was not written for Manila.

use std::io::ErrorKind;
use std::process::Command;
use std::time::{Duration, Instant};

use manila_examples::workbench::Style;

use crate::servers::{Cell, FRAMEWORKS};

/// curl's own pause before its first retry is one second; more than that it has from the response.
#[test]
fn curl_waits_for_as_long_as_it_is_told_and_asks_again() {
    for framework in FRAMEWORKS {
        let address = Cell::new(framework, Style::OkError).address();
        let url = format!("http://{address}/retry?after_ms=1200");
        let started = Instant::now();
        let curl = Command::new("curl")
            .args(["--no-progress-meter", "--verbose", "--retry", "1", &url])
            .output();
        let output = match curl {
            // CI has it, so that a machine without it may go without this test.
            Err(error) if error.kind() == ErrorKind::NotFound => {
                assert_eq!(std::env::var_os("CI"), None, "curl is missing");
                return;
            }
            output => output.unwrap(),
        };
        let waited = started.elapsed();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains("< retry-after: 2\r"), "{framework:?}: {told}");
        assert_eq!(told.matches("\n> GET /retry").count(), 2, "{told}");
        let expected = Duration::from_secs(2)..Duration::from_secs(10);
        assert!(expected.contains(&waited), "{framework:?}: {waited:?}");
    }
}
