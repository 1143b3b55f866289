//! What a catalog says of a code that the format has no key for.

use std::fmt;

/// The value of a fact that the format has no key of its own for: a column of a published list, say.
///
/// ```
/// # use manila_catalog_file as manila;
/// use manila::FactValue;
///
/// assert_eq!(FactValue::Text("internal, retries").to_string(), "internal, retries");
/// assert_eq!(FactValue::Number("0.5").to_string(), "0.5");
/// assert_eq!(FactValue::<&str>::Boolean(true).to_string(), "yes");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FactValue<T> {
    /// A text.
    Text(T),
    /// A number, as JSON writes it.
    Number(T),
    /// `true` or `false`, which people read as `yes` and `no`.
    Boolean(bool),
}

#[cfg(feature = "rules")]
impl FactValue<String> {
    /// Returns the number as a fact, or `None` if JSON has no number for it.
    ///
    /// ```
    /// use manila_catalog_file::FactValue;
    ///
    /// assert_eq!(FactValue::of_float(0.5), Some(FactValue::Number("0.5".to_owned())));
    /// assert_eq!(FactValue::of_float(f64::NAN), None);
    /// ```
    #[must_use]
    pub fn of_float(number: f64) -> Option<Self> {
        // `Debug` writes an exponent where `Display` would write hundreds of digits.
        number
            .is_finite()
            .then(|| Self::Number(format!("{number:?}")))
    }
}

impl<T: AsRef<str>> fmt::Display for FactValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text(text) | Self::Number(text) => text.as_ref(),
            Self::Boolean(true) => "yes",
            Self::Boolean(false) => "no",
        })
    }
}
