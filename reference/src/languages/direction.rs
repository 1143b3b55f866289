//! Which way a language is written.

/// The direction of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// The value of `dir`.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// The languages that are written from right to left, where their tag names no script.
const LANGUAGES: [&str; 10] = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"];

/// The scripts that are (ISO 15924).
const SCRIPTS: [&str; 9] = [
    "Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa",
];

/// The direction of the language with this tag (RFC 5646).
pub(crate) fn direction(tag: &str) -> Direction {
    let mut subtags = tag.split('-');
    let is_one_of = |known: &[&str], subtag: &str| {
        let mut known = known.iter();
        known.any(|known| known.eq_ignore_ascii_case(subtag))
    };
    let language = subtags.next().unwrap_or_default();
    // A script has four letters, and stands behind at most three extensions of the language (§2.2).
    let is_script =
        |subtag: &&str| subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_right_to_left = match subtags.take(4).find(is_script) {
        Some(script) => is_one_of(&SCRIPTS, script),
        None => is_one_of(&LANGUAGES, language),
    };
    match is_right_to_left {
        true => Direction::RightToLeft,
        false => Direction::LeftToRight,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_says_more_than_a_language() {
        for (tag, expected) in [
            ("en", "ltr"),
            ("ar", "rtl"),
            ("AR-eg", "rtl"),
            ("he-IL", "rtl"),
            ("fa-Latn", "ltr"),
            ("az-Arab", "rtl"),
            ("pa-arab-PK", "rtl"),
            ("ar-arb-Latn", "ltr"),
            ("de-1996", "ltr"),
            ("", "ltr"),
        ] {
            assert_eq!(direction(tag).as_str(), expected, "{tag}");
        }
    }
}
