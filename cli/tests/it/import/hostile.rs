//! Lists that somebody made to break something.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::{Ended, fed};

#[test]
fn a_hostile_list_is_refused_or_told_in_time() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let laughs = |depth: usize| {
        let mut list = String::from("a0: &a0 [lol]\n");
        for n in 1..depth {
            let aliases = vec![format!("*a{}", n - 1); 9].join(", ");
            let _ = writeln!(list, "a{n}: &a{n} [{aliases}]");
        }
        list
    };
    let aliases: String = (0..101).map(|n| format!("C{n}: *a\n")).collect();
    let rows = |count: usize| {
        (0..count)
            .map(|n| format!("A{n},400\n"))
            .collect::<String>()
    };
    let deep = "[".repeat(200_000);
    let start = Instant::now();
    for (format, list, told) in [
        ("json", deep.clone().into_bytes(), "EOF while parsing"),
        (
            "yaml",
            deep.clone().into_bytes(),
            "recursion limit exceeded",
        ),
        (
            "json",
            format!("{{\"A\": {deep}{}}}", "]".repeat(200_000)).into_bytes(),
            "recursion limit exceeded",
        ),
        (
            "yaml",
            laughs(8).into_bytes(),
            "its aliases stand for more than 100000 values",
        ),
        (
            "yaml",
            format!("A: &a {{status: 400}}\n{aliases}").into_bytes(),
            "more than 100 aliases",
        ),
        (
            "csv",
            format!("code,status\n{}", rows(100_001)).into_bytes(),
            "more than 100000 codes",
        ),
        (
            "csv",
            b"code,status\nA,400\n".repeat(4_000_000),
            "larger than 64 MiB",
        ),
        (
            "csv",
            b"code,status\nA\xff,400\n".to_vec(),
            "is not UTF-8: byte 13",
        ),
        (
            "csv",
            b"code,status\nA,\"400\nB,400\n".to_vec(),
            "a quote in line 2 is not closed",
        ),
        (
            "csv",
            b"code,code\nA,400\n".to_vec(),
            "the header has `code` twice",
        ),
        (
            "csv",
            b"".to_vec(),
            "the first line has to name the columns",
        ),
        ("csv", b"code,status\n".to_vec(), "has no codes"),
        ("json", b"7".to_vec(), "has no codes"),
        (
            "json",
            b"[{\"code\": \"A\", \"status\": 200}]".to_vec(),
            "no code of standard input can be taken",
        ),
        ("json", b"{\"A\":\n!}".to_vec(), "at line 2"),
        ("yaml", b"A: {status: 400\nB: }".to_vec(), "at line "),
        (
            "yaml",
            b"A: {status: 400, message: \"x\0y\"}\n".to_vec(),
            "cannot be read",
        ),
        ("openapi", b"{}".to_vec(), "it is no OpenAPI 3.x document"),
        (
            "openapi",
            b"swagger: '2.0'\nopenapi: 2.0.0\n".to_vec(),
            "OpenAPI 2.0.0 is not read; 3.x is",
        ),
        (
            "openapi",
            laughs(8).into_bytes(),
            "its aliases stand for more than 100000 values",
        ),
    ] {
        let Ended { code, out, err } = fed(path, &["import", "--from", format, "-"], &list);
        assert_eq!((code, &*out), (2, ""), "{format} {told}: {err}");
        assert!(err.contains(told) && err.len() < 2_000, "{told} in {err}");
    }
    // NUL is a character that no code has.
    let Ended { code, err, .. } = fed(
        path,
        &["import", "--from", "csv", "-"],
        b"code,status\nA\0,400\nB,400\n",
    );
    assert!(
        code == 1 && err.contains("standard input:2: left out: `A\\u{0}` is no"),
        "{err}"
    );
    let wrong = "A,200\n".repeat(2_000);
    let Ended { code, err, .. } = fed(
        path,
        &["import", "--from", "csv", "-"],
        format!("code,status\nB,400\n{wrong}").as_bytes(),
    );
    assert_eq!(code, 1);
    assert_eq!(err.matches(": left out: ").count(), 1_000);
    assert!(err.contains("\nand 1000 more\n"), "{err}");
    assert!(
        start.elapsed() < Duration::from_secs(120),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn twenty_thousand_codes_are_imported_in_time() {
    let folder = TempDir::new().unwrap();
    let row = |n: usize| format!("CODE_{n},{},Message {n}.,OTHER_{n},x\n", 400 + n % 3);
    let rows: String = (0..20_000).map(row).collect();
    let list = format!("code,status,message,related,team\n{rows}");
    let start = Instant::now();
    let Ended { code, out, err } = fed(
        folder.path(),
        &["import", "--from", "csv", "-"],
        list.as_bytes(),
    );
    assert_eq!((code, out.matches("\n[codes.").count()), (0, 20_000));
    assert!(err.contains("and 19000 more\n"), "{}", err.len());
    // A release build takes a second; what is quadratic takes minutes.
    assert!(
        start.elapsed() < Duration::from_secs(120),
        "{:?}",
        start.elapsed()
    );
}
