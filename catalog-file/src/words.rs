//! The closed sets of words that an entry of a catalog may use.

use std::fmt;

/// Declares an enum whose variants are spelled in one way in catalog files.
///
/// The enum is `#[non_exhaustive]`, unless `closed` stands before its name.
macro_rules! words {
    (
        $(#[$meta:meta])*
        closed $name:ident { $($(#[doc = $doc:literal])* $variant:ident = $text:literal,)+ }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[doc = $doc])* $variant,)+
        }

        #[cfg(any(feature = "toml", feature = "json"))]
        impl $crate::words::Words for $name {
            const WORDS: &'static [$crate::words::Word] =
                &[$($crate::words::Word::new($text, concat!($($doc),*))),+];
        }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the word as catalog files spell it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// Returns the value that catalog files spell as `word`, or `None` if there is none.
            /// [`FromStr`](std::str::FromStr) does the same with an error that lists the words.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($text => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::words::UnknownWord;

            fn from_str(word: &str) -> Result<Self, $crate::words::UnknownWord> {
                Self::from_word(word).ok_or($crate::words::UnknownWord::new(&[$($text),+]))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
    (
        $(#[$meta:meta])*
        $name:ident { $($variants:tt)+ }
    ) => {
        words! {
            $(#[$meta])*
            #[non_exhaustive]
            closed $name { $($variants)+ }
        }
    };
}
pub(crate) use words;

/// The words of an enum, with what each means.
#[cfg(any(feature = "toml", feature = "json"))]
pub(crate) trait Words {
    const WORDS: &'static [Word];
}

/// A word of the format.
#[cfg(any(feature = "toml", feature = "json"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Word {
    /// The word.
    pub word: &'static str,
    meaning: &'static str,
}

#[cfg(any(feature = "toml", feature = "json"))]
impl Word {
    pub(crate) const fn new(word: &'static str, meaning: &'static str) -> Self {
        Self { word, meaning }
    }

    /// Returns what it means, in one sentence or two.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        // A doc comment begins with a space.
        self.meaning.trim_ascii_start()
    }
}

/// The error of parsing a word that is none of the expected ones.
///
/// ```
/// # use manila_catalog_file as manila;
/// let error = "sometimes".parse::<manila::Retry>().unwrap_err();
/// assert_eq!(error.to_string(), "expected one of: never, after, backoff, after_change");
/// assert_eq!(error.expected(), ["never", "after", "backoff", "after_change"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnknownWord {
    expected: &'static [&'static str],
}

impl UnknownWord {
    pub(crate) const fn new(expected: &'static [&'static str]) -> Self {
        Self { expected }
    }

    /// Returns the words that would have been accepted.
    #[must_use]
    pub const fn expected(self) -> &'static [&'static str] {
        self.expected
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected one of: {}", self.expected.join(", "))
    }
}

impl std::error::Error for UnknownWord {}

/// Returns the word that replaces one of an earlier version of the format.
#[cfg(feature = "rules")]
pub(crate) fn successor_of(word: &str) -> Option<&'static str> {
    match word {
        "fixed_first" => Some(Retry::AfterChange.as_str()),
        _ => None,
    }
}

words! {
    /// What is sent as the code of an entry.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Wire;
    ///
    /// assert_eq!(Wire::from_word("number"), Some(Wire::Number));
    /// assert_eq!(Wire::Name.as_str(), "name");
    /// ```
    Wire {
        /// The entry's name, as a string.
        Name = "name",
        /// The entry's number, as an integer.
        Number = "number",
    }
}

words! {
    /// Whether and when a client may repeat a request that failed.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Retry;
    ///
    /// let retry: Retry = "after_change".parse().unwrap();
    /// assert_eq!(retry, Retry::AfterChange);
    /// assert_eq!(retry.to_string(), "after_change");
    /// ```
    Retry {
        /// The request will fail again, whatever the client does.
        Never = "never",
        /// The same request can succeed after the time that the response gives.
        After = "after",
        /// The same request can succeed later; wait longer after each attempt.
        Backoff = "backoff",
        /// The request can succeed once the client has changed it.
        AfterChange = "after_change",
    }
}

words! {
    /// Where a code may appear.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Scope;
    ///
    /// assert_eq!(Scope::from_word("job"), Some(Scope::Job));
    /// assert_eq!(Scope::Violation.as_str(), "violation");
    /// ```
    Scope {
        /// As the code of a response.
        Response = "response",
        /// As the code of one violation inside a response.
        Violation = "violation",
        /// As the result of a job that runs after the response was sent.
        Job = "job",
    }
}

words! {
    /// How serious an error is for whoever operates the service, in ascending order.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Severity;
    ///
    /// assert!(Severity::Critical > Severity::Warning);
    /// assert_eq!("error".parse(), Ok(Severity::Error));
    /// ```
    Severity {
        /// Worth knowing.
        Info = "info",
        /// Worth a look.
        Warning = "warning",
        /// A request failed.
        Error = "error",
        /// The service itself is at risk.
        Critical = "critical",
    }
}

words! {
    /// Who has to act for a request to succeed that failed with a code.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Owner;
    ///
    /// assert_eq!(Owner::from_word("user"), Some(Owner::User));
    /// assert_eq!(Owner::Operator.as_str(), "operator");
    /// ```
    Owner {
        /// The program that sent the request, or its author.
        Caller = "caller",
        /// The person who uses that program.
        User = "user",
        /// Whoever operates the service.
        Operator = "operator",
        /// Nobody: it passes by itself.
        Nobody = "nobody",
    }
}

words! {
    /// Whether a request that failed had its effect: a payment that failed after the charge must not
    /// be repeated.
    ///
    /// A catalog says it of a code, for readers of the error reference. `Fault::with_applied` of
    /// `manila` says it of one occurrence, to the client, in `retry.applied`.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Applied;
    ///
    /// assert_eq!(Applied::from_word("yes"), Some(Applied::Yes));
    /// assert_eq!(Applied::Unknown.as_str(), "unknown");
    /// ```
    Applied {
        /// It had none, and can be repeated.
        No = "no",
        /// It had its effect; repeating it may have it twice.
        Yes = "yes",
        /// The service cannot know, as after a timeout of the service behind it.
        Unknown = "unknown",
    }
}

words! {
    /// The JSON type of a detail.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::DetailType;
    ///
    /// assert_eq!(DetailType::from_word("date-time"), Some(DetailType::DateTime));
    /// assert_eq!(DetailType::Integer.as_str(), "integer");
    /// ```
    DetailType {
        /// A string.
        String = "string",
        /// A number without a fraction.
        Integer = "integer",
        /// A number.
        Number = "number",
        /// `true` or `false`.
        Boolean = "boolean",
        /// A string: a date and time as in RFC 3339, such as `2026-01-31T12:00:00Z`.
        DateTime = "date-time",
        /// A string: a date as in RFC 3339, such as `2026-01-31`.
        Date = "date",
        /// A string: a URI.
        Uri = "uri",
        /// A string: a UUID.
        Uuid = "uuid",
        /// An array.
        Array = "array",
        /// An object.
        Object = "object",
        /// Any JSON value.
        Any = "any",
    }
}

/// The members of `details` that Manila reserves for its own data: no detail of a catalog may have
/// one of these names.
pub const RESERVED_DETAILS: &[&str] = &[
    "errors",
    "more",
    "reason",
    "remedy",
    "retry",
    "source_message",
    "truncated",
];

/// The version of the JSON that catalogs are exported as. A change that a reader of the old form
/// would misread gets a new one; a new member does not.
pub const EXPORT_SCHEMA: u32 = 2;

/// The oldest version of the export that is read. In version 1 `client` and `server` are texts, and
/// not lists of steps.
pub const OLDEST_EXPORT_SCHEMA: u32 = 1;
