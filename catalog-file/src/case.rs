//! How the codes of a catalog are spelled.

use std::borrow::Cow;

use crate::words::words;

words! {
    /// The spelling of every code in a catalog.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Case;
    ///
    /// assert_eq!(Case::ScreamingSnake.spell("Plan limit exceeded"), "PLAN_LIMIT_EXCEEDED");
    /// assert_eq!(Case::Kebab.spell("PlanLimitExceeded"), "plan-limit-exceeded");
    /// assert!(Case::Snake.accepts("plan_limit_exceeded"));
    /// assert!(!Case::Snake.accepts("Plan_limit"));
    /// ```
    Case {
        /// `plan_limit_exceeded`
        Snake = "snake_case",
        /// `PLAN_LIMIT_EXCEEDED`
        ScreamingSnake = "SCREAMING_SNAKE_CASE",
        /// `PlanLimitExceeded`
        Pascal = "PascalCase",
        /// `plan-limit-exceeded`
        Kebab = "kebab-case",
        /// `planLimitExceeded`
        Camel = "camelCase",
        /// Letters, digits and `. _ : / -`, as in `auth/invalid-email` or `KV:Region:NotLeader`: for
        /// lists that no other spelling fits.
        Any = "any",
    }
}

impl Case {
    /// The cases that spell a name in one way: all but [`Any`](Self::Any).
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Case;
    ///
    /// assert!(Case::SPELLINGS.contains(&Case::Camel) && !Case::SPELLINGS.contains(&Case::Any));
    /// ```
    pub const SPELLINGS: &'static [Self] = &[
        Self::Snake,
        Self::ScreamingSnake,
        Self::Pascal,
        Self::Kebab,
        Self::Camel,
    ];

    /// Returns whether `name` has this spelling. A name is ASCII and starts with a letter.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Case;
    ///
    /// assert!(Case::Kebab.accepts("plan-limit-2"));
    /// assert!(!Case::Kebab.accepts("2-plans"));
    /// assert!(Case::Any.accepts("KV:Region:NotLeader"));
    /// ```
    #[must_use]
    pub fn accepts(self, name: &str) -> bool {
        let separator = self.separator();
        let fits = |c: char| match self {
            Self::Snake | Self::Kebab => c.is_ascii_lowercase() || c.is_ascii_digit(),
            Self::ScreamingSnake => c.is_ascii_uppercase() || c.is_ascii_digit(),
            Self::Pascal | Self::Camel => c.is_ascii_alphanumeric(),
            Self::Any => c.is_ascii_alphanumeric() || SIGNS.contains(&c),
        };
        let starts_well = name.starts_with(|c: char| match self {
            Self::Snake | Self::Kebab | Self::Camel => c.is_ascii_lowercase(),
            Self::ScreamingSnake | Self::Pascal => c.is_ascii_uppercase(),
            Self::Any => c.is_ascii_alphabetic(),
        });
        starts_well
            && match separator {
                Some(separator) => name
                    .split(separator)
                    .all(|word| !word.is_empty() && word.chars().all(fits)),
                None => name.chars().all(fits),
            }
    }

    /// Spells a name or a phrase, whatever its own spelling, in this case. What is not an ASCII
    /// letter or digit separates words. For [`Any`](Self::Any) the name stays as it is, but for a
    /// hyphen in the place of each character that no code can have.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Case;
    ///
    /// assert_eq!(Case::Snake.spell("HTTPRequestFailed"), "http_request_failed");
    /// assert_eq!(Case::Pascal.spell("http-request failed"), "HttpRequestFailed");
    /// ```
    #[must_use]
    pub fn spell(self, text: &str) -> String {
        if self == Self::Any {
            let fits = |c: char| c.is_ascii_alphanumeric() || SIGNS.contains(&c);
            return text.replace(|c| !fits(c), "-");
        }
        let mut spelled = String::with_capacity(text.len() + 8);
        for word in words_of(text) {
            if let (Some(separator), false) = (self.separator(), spelled.is_empty()) {
                spelled.push(separator);
            }
            match self {
                Self::Snake | Self::Kebab => spelled.push_str(&word.to_ascii_lowercase()),
                Self::ScreamingSnake => spelled.push_str(&word.to_ascii_uppercase()),
                Self::Camel if spelled.is_empty() => spelled.push_str(&word.to_ascii_lowercase()),
                Self::Pascal | Self::Camel | Self::Any => {
                    let (first, rest) = word.split_at(1);
                    spelled.push_str(&first.to_ascii_uppercase());
                    spelled.push_str(&rest.to_ascii_lowercase());
                }
            }
        }
        spelled
    }

    const fn separator(self) -> Option<char> {
        match self {
            Self::Snake | Self::ScreamingSnake => Some('_'),
            Self::Kebab => Some('-'),
            Self::Pascal | Self::Camel | Self::Any => None,
        }
    }
}

/// What stands between the words of a name that is spelled in no other case.
const SIGNS: [char; 5] = ['.', '_', ':', '/', '-'];

/// Returns a code as a part of an address, or of a file's name: `/`, `:` and `.` become `-`.
///
/// ```
/// use manila_catalog_file::address_of;
///
/// assert_eq!(address_of("auth/invalid-email"), "auth-invalid-email");
/// assert_eq!(address_of("PLAN_LIMIT"), "PLAN_LIMIT");
/// ```
#[must_use]
pub fn address_of(code: &str) -> Cow<'_, str> {
    const SIGNS: [char; 3] = ['/', ':', '.'];
    match code.contains(SIGNS) {
        true => Cow::Owned(code.replace(SIGNS, "-")),
        false => Cow::Borrowed(code),
    }
}

/// Returns the address of an operation below that of all operations in a reference: its words in lower case, with
/// hyphens between. Of several with one address, each but the first gets a number behind.
///
/// ```
/// use manila_catalog_file::operation_address_of;
///
/// assert_eq!(operation_address_of("POST /v1/apps/{id}"), "post-v1-apps-id");
/// assert_eq!(operation_address_of("All protected"), "all-protected");
/// assert_eq!(operation_address_of("…"), "operation");
/// ```
#[must_use]
pub fn operation_address_of(name: &str) -> String {
    // File systems take 255 bytes for a name.
    const LONGEST: usize = 120;
    let words = name.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let mut address = words.join("-").to_ascii_lowercase();
    address.truncate(LONGEST);
    match address.trim_end_matches('-') {
        "" => "operation".to_owned(),
        address => address.to_owned(),
    }
}

/// Returns the name of a code's message in Fluent files: `/`, `:` and `.` become `_`.
///
/// ```
/// use manila_catalog_file::message_id;
///
/// assert_eq!(message_id("auth/invalid-email"), "auth_invalid-email");
/// assert_eq!(message_id("PLAN_LIMIT"), "PLAN_LIMIT");
/// ```
#[must_use]
pub fn message_id(code: &str) -> Cow<'_, str> {
    const SIGNS: [char; 3] = ['/', ':', '.'];
    match code.contains(SIGNS) {
        true => Cow::Owned(code.replace(SIGNS, "_")),
        false => Cow::Borrowed(code),
    }
}

/// A code as an identifier of a programming language, in lower case.
#[cfg(feature = "rules")]
pub(crate) fn identifier_of(code: &str) -> String {
    code.replace(SIGNS, "_").to_ascii_lowercase()
}

/// The ASCII words of a name: runs of letters and digits, split where a lower-case letter or a
/// digit is followed by an upper-case one, and before the last capital of an acronym.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|run| !run.is_empty())
        .flat_map(|run| {
            let bytes = run.as_bytes();
            let mut starts = vec![0];
            for i in 1..bytes.len() {
                let begins = bytes[i].is_ascii_uppercase()
                    && (!bytes[i - 1].is_ascii_uppercase()
                        || bytes.get(i + 1).is_some_and(u8::is_ascii_lowercase));
                if begins {
                    starts.push(i);
                }
            }
            starts.push(run.len());
            starts
                .windows(2)
                .map(|pair| &run[pair[0]..pair[1]])
                .collect::<Vec<_>>()
        })
}

/// Returns a name in words, as a title: `PLAN_LIMIT_EXCEEDED` becomes `Plan limit exceeded`.
///
/// ```
/// assert_eq!(manila_catalog_file::title_of("PLAN_LIMIT_EXCEEDED"), "Plan limit exceeded");
/// assert_eq!(manila_catalog_file::title_of("UserNotFoundInDb"), "User not found in db");
/// ```
#[must_use]
pub fn title_of(name: &str) -> String {
    let mut title = words_of(name)
        .collect::<Vec<_>>()
        .join(" ")
        .to_ascii_lowercase();
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    title
}
