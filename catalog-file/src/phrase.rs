//! How messages speak of what a catalog says.

use crate::{text::printable, words::successor_of};

/// Returns the candidate that a mistyped word was probably meant to be, or `None` if none is close.
///
/// Letter case and separators do not count, and a third of the letters may differ, but not all. Of
/// several candidates that are equally close, it is the first.
///
/// ```
/// use manila_catalog_file::nearest;
///
/// assert_eq!(nearest("staus", ["title", "status"]), Some("status"));
/// assert_eq!(nearest("PlanLimit", ["PLAN_LIMIT"]), Some("PLAN_LIMIT"));
/// assert_eq!(nearest("severity", ["title", "status"]), None);
/// ```
#[must_use]
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    // Nobody mistypes longer words than these, and the distance takes quadratic time.
    const LONGEST: usize = 128;
    if word.len() > LONGEST {
        return None;
    }
    let word = letters(word);
    let mut farthest = (word.len() / 3).max(1).min(word.len().saturating_sub(1));
    let mut best = None;
    for candidate in candidates {
        if candidate.len() > 2 * LONGEST {
            continue;
        }
        let Some(distance) = distance(&word, &letters(candidate), farthest) else {
            continue;
        };
        best = Some(candidate);
        let Some(nearer) = distance.checked_sub(1) else {
            break;
        };
        farthest = nearer;
    }
    best
}

/// Returns what to do about a word that is none of the expected ones: the one that replaces it, the
/// one that was probably meant, or all of them.
///
/// ```
/// use manila_catalog_file::help_for_word;
///
/// let words = ["never", "after", "backoff", "after_change"];
/// assert_eq!(help_for_word("fixed_first", words), "write `after_change`");
/// assert_eq!(help_for_word("nevr", words), "did you mean `never`?");
/// assert_eq!(
///     help_for_word("sometimes", words),
///     "expected `never`, `after`, `backoff` or `after_change`",
/// );
/// ```
#[must_use]
pub fn help_for_word<'w, W>(word: &str, expected: W) -> String
where
    W: IntoIterator<Item = &'w str> + Clone,
{
    let successor = successor_of(word);
    let mut words = expected.clone().into_iter();
    match successor.filter(|successor| words.any(|word| word == *successor)) {
        Some(successor) => format!("write {}", quoted(successor)),
        None => match nearest(word, expected.clone()) {
            Some(meant) => did_you_mean(meant),
            None => format!("expected {}", one_of(expected)),
        },
    }
}

fn letters(word: &str) -> Vec<char> {
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// How many letters have to be added, dropped, replaced or swapped with their neighbour, if they
/// are at most `farthest`.
fn distance(one: &[char], other: &[char], farthest: usize) -> Option<usize> {
    if one.is_empty() || one.len().abs_diff(other.len()) > farthest {
        return None;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    let mut row_before = row.clone();
    for i in 0..one.len() {
        let mut next = vec![i + 1];
        for j in 0..other.len() {
            let replaced = row[j] + usize::from(one[i] != other[j]);
            let mut least = replaced.min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && one[i] == other[j - 1] && one[i - 1] == other[j] {
                least = least.min(row_before[j - 1] + 1);
            }
            next.push(least);
        }
        if next.iter().min() > Some(&farthest) {
            return None;
        }
        row_before = std::mem::replace(&mut row, next);
    }
    row.last().copied().filter(|distance| *distance <= farthest)
}

/// Text of a catalog in a message: in backticks, on one line, and not without end.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 80;
    let mut shown = String::from("`");
    shown.extend(text.chars().take(LONGEST).flat_map(printable));
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown.push('`');
    shown
}

/// Several words in a message: `` `a`, `b` or `c` ``.
pub(crate) fn one_of<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let quoted: Vec<String> = words.into_iter().map(quoted).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

pub(crate) fn did_you_mean(word: &str) -> String {
    format!("did you mean {}?", quoted(word))
}
