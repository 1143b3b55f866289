//! The words of catalogs, as code and as text.

use std::collections::HashSet;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::str::FromStr;

use manila_catalog_file::{
    Applied, Case, Condition, DetailType, Impact, Level, Owner, Retry, RuleId, Scope, Severity,
    UnknownWord, Wire,
};

fn check<W>(all: &[W])
where
    W: FromStr<Err = UnknownWord> + Display + Debug + Eq + Hash + Copy,
{
    let spelled: Vec<String> = all.iter().map(W::to_string).collect();
    let words: Vec<&str> = spelled.iter().map(String::as_str).collect();
    for (value, word) in all.iter().zip(&words) {
        assert_eq!(word.parse::<W>(), Ok(*value));
        let error = format!("{word} ").parse::<W>().err();
        assert_eq!(error.map(UnknownWord::expected), Some(&*words));
        let text = format!("expected one of: {}", words.join(", "));
        assert_eq!(error.map(|error| error.to_string()), Some(text));
    }
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
}

#[test]
fn every_word_is_parsed_as_it_is_displayed() {
    check(Applied::ALL);
    check(Case::ALL);
    check(Condition::ALL);
    check(DetailType::ALL);
    check(Impact::ALL);
    check(Level::ALL);
    check(Owner::ALL);
    check(Retry::ALL);
    check(RuleId::ALL);
    check(Scope::ALL);
    check(Severity::ALL);
    check(Wire::ALL);
}
