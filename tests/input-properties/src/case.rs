//! A type, a document for it, and what is wrong with the document.

use manila::{Fault, Source};
use manila_properties::json::Json;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};

use crate::claim::{Claim, allowed, shown};
use crate::damage::{Damage, Damaged, Scope, damages, unreadable_members};
use crate::document::{spell, tokens};
use crate::judge::{Falsehood, judge};
use crate::shape::{Kind, Reached, Shape, documents, is_buffered, kind_of, reach};
use crate::types::{Type, all};

/// A type, and a document that may not fit it.
#[derive(Debug, Clone)]
pub struct Case {
    pub(crate) of: Type,
    valid: Json,
    damages: Vec<Damage>,
    pub(crate) spelling: u64,
}

/// What reads a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// [`manila::extract::json`], which stops at the first mistake.
    Json,
    /// [`manila::extract::json_all`], which goes on.
    JsonAll,
}

impl Reader {
    fn read(self, of: &Type, text: &str) -> Result<(), Fault> {
        match self {
            Self::Json => (of.json)(text.as_bytes()),
            Self::JsonAll => (of.json_all)(text.as_bytes()),
        }
    }
}

/// Cases with this many mistakes.
pub fn cases(mistakes: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Case> {
    of_any_type(move |of| cases_of(of, mistakes.clone()))
}

/// Cases with a number that no reader has, as a member that an object has no use for.
pub fn cases_with_an_unreadable_member() -> impl Strategy<Value = Case> {
    of_any_type(|of| cases_with(of, vec(unreadable_members(), 1)))
}

fn of_any_type<S: Strategy<Value = Case>>(
    cases: impl Fn(Type) -> S,
) -> impl Strategy<Value = Case> {
    let types = all();
    (0..types.len()).prop_flat_map(move |at| cases(types[at]))
}

pub(crate) fn cases_of(
    of: Type,
    mistakes: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = Case> {
    cases_with(of, vec(damages(), mistakes))
}

fn cases_with(
    of: Type,
    damages: impl Strategy<Value = Vec<Damage>>,
) -> impl Strategy<Value = Case> {
    let documents = documents(&(of.shape)());
    (documents, damages, any::<u64>()).prop_map(move |(valid, damages, spelling)| Case {
        of,
        valid,
        damages,
        spelling,
    })
}

impl Case {
    /// The document with its mistakes.
    pub(crate) fn document(&self) -> Json {
        self.damages
            .iter()
            .fold(self.valid.clone(), |document, damage| {
                damage
                    .apply(&document)
                    .map_or(document, |damaged| damaged.document)
            })
    }

    pub(crate) fn shape(&self) -> Shape {
        (self.of.shape)()
    }

    /// The document with its one mistake.
    fn damaged(&self) -> Option<Damaged> {
        match &*self.damages {
            [damage] => damage.apply(&self.valid),
            _ => None,
        }
    }

    pub(crate) fn shown(&self) -> String {
        format!("{}: {}", self.of.name, spell(&self.document(), 0))
    }
}

/// Asserts that a type takes what it is said to take, and nothing else.
///
/// # Panics
///
/// If it does not.
pub fn check_what_is_taken(case: &Case, reader: Reader) {
    assert!(
        is_taken_as_said(case, reader),
        "{reader:?}, {}",
        case.shown()
    );
}

pub(crate) fn is_taken_as_said(case: &Case, reader: Reader) -> bool {
    let document = case.document();
    let text = spell(&document, case.spelling);
    case.shape().fits(&document) == reader.read(&case.of, &text).is_ok()
}

/// Asserts that nothing false is said of a document.
///
/// # Panics
///
/// If something is.
pub fn check_what_is_told(case: &Case, reader: Reader) {
    let falsehoods = falsehoods(case, reader);
    assert!(
        falsehoods.is_empty(),
        "{reader:?}, {}\n{falsehoods:#?}",
        case.shown()
    );
}

pub(crate) fn falsehoods(case: &Case, reader: Reader) -> Vec<Falsehood> {
    let document = case.document();
    let text = spell(&document, case.spelling);
    match reader.read(&case.of, &text) {
        Ok(()) => Vec::new(),
        Err(fault) => judge(&case.shape(), &document, &fault),
    }
}

/// Asserts that nothing false is told where a framework's own reader has nothing but a sentence: it is
/// what the extractor here tells, or something more general.
///
/// # Panics
///
/// If it is not.
pub fn check_plain(case: &Case) {
    let text = spell(&case.document(), case.spelling);
    let plain = (case.of.plain)(text.as_bytes());
    let (Err(plain), Err(fault)) = (plain, Reader::Json.read(&case.of, &text)) else {
        return;
    };
    let (told, known) = (plain.to_string(), fault.to_string());
    // A type's own text may begin like one of the reader's.
    if known == "invalid_value" && fault.cause().is_some() {
        return;
    }
    // The reader has "expected value" for what is no JSON and for a value that is no enum alike.
    let is_general = told == "invalid_value" || told == "invalid_json";
    // The reader takes an array for a struct, and then lacks what is behind its end.
    let is_of_array = told == "missing_field" && known == "wrong_type";
    assert!(
        is_general || is_of_array || told == known,
        "{told}, and it is {known}: {}",
        case.shown()
    );
}

/// Asserts that one mistake is told where it is, and with what the client needs to mend it.
///
/// # Panics
///
/// If it is not.
pub fn check_where_it_is_told(case: &Case, reader: Reader) {
    let misplaced = misplaced(case, reader);
    assert!(
        misplaced.is_empty(),
        "{reader:?}, {}\n{misplaced:#?}",
        case.shown()
    );
}

pub(crate) fn misplaced(case: &Case, reader: Reader) -> Vec<Falsehood> {
    let Some(Damaged { document, scope }) = case.damaged() else {
        return Vec::new();
    };
    let shape = case.shape();
    let text = spell(&document, case.spelling);
    let Err(fault) = reader.read(&case.of, &text) else {
        return Vec::new();
    };
    let scope = scope.widened(&shape, &case.valid);
    let is_lost = |place: &Vec<String>| is_too_long(place) || is_buffered(&shape, &document, place);
    let is_lost = scope.places.iter().chain(&scope.inside).any(is_lost);
    let mut misplaced = Vec::new();
    for violation in fault.violations() {
        let Some(Source::Pointer(pointer)) = violation.source() else {
            continue;
        };
        let told = tokens(pointer.as_str());
        let reached = reach(&shape, &document, &told);
        let what = if !scope.allows(&told, is_lost) {
            "a place that is not that of the mistake"
        } else if lacks_range(&reached)
            && !matches!(Claim::of(violation), Some(Claim::Range { .. }))
        {
            "a number out of range, without the range"
        } else if lacks_names(&reached) && allowed(violation).is_none() {
            "an unknown variant, without those that are known"
        } else {
            continue;
        };
        misplaced.push(Falsehood {
            what,
            told: shown(violation),
        });
    }
    misplaced
}

/// Whether the names of a place are more than a response repeats.
fn is_too_long(place: &[String]) -> bool {
    place.iter().map(|token| token.len() + 1).sum::<usize>() > 1024
}

/// Whether all that is wrong with an integer is its amount.
fn lacks_range(reached: &[Reached<'_>]) -> bool {
    matches!(reached, [Reached::Shape(shape @ Shape::Integer { .. }, value)]
        if kind_of(value) == Kind::Integer && !shape.fits(value))
}

/// Whether all that is wrong with a value is that it names no variant.
fn lacks_names(reached: &[Reached<'_>]) -> bool {
    let [Reached::Shape(Shape::External(variants), value)] = reached else {
        return false;
    };
    match value {
        Json::Text(text) => !variants.iter().any(|it| it.names.contains(&&**text)),
        Json::Object(_) => false,
        _ => true,
    }
}

impl Scope {
    /// Another tag makes another variant, so that anything beside it may be wrong.
    fn widened(mut self, shape: &Shape, document: &Json) -> Self {
        let places: Vec<_> = self.places.iter().chain(&self.inside).cloned().collect();
        for place in places {
            let Some((name, holder)) = place.split_last() else {
                continue;
            };
            let is_tag = |reached: &Reached<'_>| match reached {
                Reached::Shape(shape, _) => shape.has_tag(name),
                _ => false,
            };
            if reach(shape, document, holder).iter().any(is_tag) {
                self.inside = Some(holder.to_vec());
            }
        }
        self
    }
}

impl Shape {
    fn has_tag(&self, name: &str) -> bool {
        match self {
            Self::Tagged { tag, .. } => *tag == name,
            Self::Option(inner) | Self::Refined(inner, _) => inner.has_tag(name),
            Self::Any(shapes) => shapes.iter().any(|shape| shape.has_tag(name)),
            _ => false,
        }
    }
}
