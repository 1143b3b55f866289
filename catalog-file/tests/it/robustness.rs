use std::fmt::Write as _;

use manila_catalog_file::{check, read, recover};

use crate::{GOOD, mistakes_of};

/// Reads any text, and asserts what holds for every one.
fn read_anything(text: &str) {
    let (source, mistakes) = recover(text);
    let _ = check(source.catalog());
    for mistake in &mistakes {
        let before = &text[..mistake.span.start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        assert_eq!(
            mistake.line,
            before.matches('\n').count() + 1,
            "{mistake:?} in {text}"
        );
        assert_eq!(
            mistake.column,
            before[line_start..].chars().count() + 1,
            "{mistake:?} in {text}"
        );
        assert!(
            text.get(mistake.span.clone()).is_some(),
            "{mistake:?} in {text}"
        );
    }
    assert!(
        mistakes.is_sorted_by_key(|mistake| mistake.span.start),
        "{mistakes:?} in {text}"
    );
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_read() {
    for end in 0..GOOD.len() {
        read_anything(&String::from_utf8_lossy(&GOOD.as_bytes()[..end]));
        read_anything(&String::from_utf8_lossy(&GOOD.as_bytes()[end..]));
    }
}

#[test]
fn a_file_that_lacks_a_byte_or_has_one_too_many_is_read() {
    for at in 0..GOOD.len() {
        let mut bytes = GOOD.as_bytes().to_vec();
        bytes.remove(at);
        read_anything(&String::from_utf8_lossy(&bytes));
        for extra in b"[}\"=\n" {
            let mut bytes = GOOD.as_bytes().to_vec();
            bytes[at] = *extra;
            read_anything(&String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn a_file_that_nests_too_deep_is_refused() {
    // Either limit of the parser alone lets this pass, and its tree overflows the stack.
    let key = ["a"; 70].join(".");
    let deep = format!("{key}={{").repeat(70) + "a=1" + &"}".repeat(70);
    assert_eq!(mistakes_of(&deep), ["syntax 1:130"]);
    assert_eq!(
        mistakes_of(&format!("a = 1\na = {}", "[".repeat(100))),
        ["syntax 2:69"]
    );
    read_anything(&format!("{key}={{]").repeat(70));
}

#[test]
fn dots_in_texts_do_not_nest() {
    let dots = "[{.".repeat(100);
    let text = GOOD.replace("Nothing.", &dots);
    assert_eq!(read(&text).unwrap().catalog().codes[0].server, [dots]);
}

/// What takes quadratic time would keep this test for minutes.
#[test]
fn many_mistakes_are_found_in_time() {
    const MANY: usize = 20_000;
    let mut codes = String::from("[catalog]\nname = 'a'\ncase = 'snake_case'\n");
    for i in 0..MANY {
        writeln!(
            codes,
            "[codes.code_{i}]\nnumber = 1\nrelated = ['cde_{i}']\nreplaced_by = 'code_{}'",
            i + 1
        )
        .unwrap();
    }
    let told = read(&codes).unwrap_err();
    assert_eq!((told.len(), told[1000].rule), (1001, "more"));

    let one_line = "b = 1, ".repeat(MANY);
    let one_line = format!("catalog = {{ {one_line} }}");
    assert!(!mistakes_of(&one_line).is_empty());

    let braces = format!(
        "[codes.a]\nstatuses = [{}]\nmessage = '{}'",
        "400, ".repeat(MANY),
        "{ $".repeat(MANY)
    );
    assert!(!mistakes_of(&braces).is_empty());

    let broken = "a = [\n".repeat(MANY);
    assert!(!mistakes_of(&broken).is_empty());
}
