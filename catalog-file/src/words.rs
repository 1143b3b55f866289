//! The closed sets of words that an entry of a catalog may use.

/// Declares an enum whose variants are spelled in one way in catalog files.
macro_rules! words {
    (
        $(#[$meta:meta])*
        $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+ }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as catalog files spell it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// The value that is spelled so, if there is one.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// What goes on the wire as the code of an entry.
    Wire {
        /// The entry's name, as a string.
        Name = "name",
        /// The entry's number, as an integer.
        Number = "number",
    }
}

words! {
    /// What a client may do about an error by itself.
    Retry {
        /// The same request will fail again.
        Never = "never",
        /// The same request can succeed after the time that the response gives.
        After = "after",
        /// The same request can succeed later; wait longer each time.
        Backoff = "backoff",
        /// The request has to be changed first.
        FixedFirst = "fixed_first",
    }
}

words! {
    /// Where a code may appear.
    Scope {
        /// As the code of a response.
        Response = "response",
        /// As the code of one violation inside a response.
        Violation = "violation",
        /// As the result of a job that runs after the response has left.
        Job = "job",
    }
}

words! {
    /// How grave an error is for whoever operates the service.
    Severity {
        /// Worth knowing.
        Info = "info",
        /// Worth a look.
        Warning = "warning",
        /// A request failed.
        Error = "error",
        /// The service itself is in danger.
        Critical = "critical",
    }
}

words! {
    /// The JSON type of a detail.
    DetailType {
        /// A string.
        String = "string",
        /// A number without a fraction.
        Integer = "integer",
        /// A number.
        Number = "number",
        /// `true` or `false`.
        Boolean = "boolean",
        /// A string: an instant as RFC 3339 writes it.
        DateTime = "date-time",
        /// A string: a day as RFC 3339 writes it.
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

/// The members of `details` that are Manila's own: no detail of a catalog may be called so.
pub const RESERVED_DETAILS: &[&str] = &["errors", "reason", "retry", "truncated"];

/// The version of the JSON that catalogs are exported as. A change that a reader of the old form
/// would misread gets a new one; a new member does not.
pub const EXPORT_SCHEMA: u32 = 1;
