//! A type, pairs for it, and what is wrong with them.

use manila::Fault;
use manila_properties::json::Json;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any};
use proptest::strategy::BoxedStrategy;

use super::damage::{PairsDamage, damages, texts};
use super::fit::Pair;
use super::judge::{judge, name_of};
use super::read::{Source, spell};
use super::types::{PAIRS, PATHS, PairsType, PathType};
use crate::claim::{Claim, allowed, shown};
use crate::judge::Falsehood;
use crate::shape::{Field, Kind, Object, Rest, Shape, documents};

/// A type, and pairs that may not fit it.
#[derive(Debug, Clone)]
pub struct Pairs {
    of: Of,
    valid: Vec<Pair>,
    damages: Vec<PairsDamage>,
    spelling: u64,
}

#[derive(Debug, Clone, Copy)]
enum Of {
    Pairs(PairsType),
    Path(PathType),
}

impl Of {
    fn shape(&self) -> Object {
        match self {
            Self::Pairs(of) => (of.shape)(),
            Self::Path(of) => (of.shape)(),
        }
    }
}

/// Pairs of a query or a form, with this many mistakes.
pub fn pairs(mistakes: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Pairs> {
    (0..PAIRS.len()).prop_flat_map(move |at| {
        let of = PAIRS[at];
        let valid = objects(&(of.shape)()).prop_shuffle();
        cases(
            Of::Pairs(of),
            valid.boxed(),
            vec(damages(), mistakes.clone()).boxed(),
        )
    })
}

/// Parameters of a path, with this many mistakes.
pub fn paths(mistakes: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Pairs> {
    (0..PATHS.len()).prop_flat_map(move |at| {
        let of = PATHS[at];
        let valid = objects(&(of.shape)());
        cases(Of::Path(of), valid, vec(texts(), mistakes.clone()).boxed())
    })
}

fn cases(
    of: Of,
    valid: BoxedStrategy<Vec<Pair>>,
    damages: BoxedStrategy<Vec<PairsDamage>>,
) -> impl Strategy<Value = Pairs> {
    (valid, damages, any::<u64>()).prop_map(move |(valid, damages, spelling)| Pairs {
        of,
        valid,
        damages,
        spelling,
    })
}

/// Pairs that fit a shape, in the order of its fields.
fn objects(object: &Object) -> BoxedStrategy<Vec<Pair>> {
    let fields: Vec<_> = object.fields.iter().map(members).collect();
    let more = match &object.rest {
        Rest::Map(_) => vec((Just("more".to_owned()), Just("a b".to_owned())), 0..2).boxed(),
        Rest::Ignored | Rest::Refused => Just(Vec::new()).boxed(),
    };
    (fields, more)
        .prop_map(|(fields, more)| fields.into_iter().flatten().chain(more).collect())
        .boxed()
}

fn members(field: &Field) -> BoxedStrategy<Vec<Pair>> {
    let names = field.names.clone();
    let name = proptest::sample::select(names)
        .prop_map(str::to_owned)
        .boxed();
    match &field.shape {
        Shape::List(of) => vec((name, spelled(of)), 0..4).boxed(),
        shape if field.is_required => vec((name, spelled(shape)), 1).boxed(),
        shape => option::of((name, spelled(shape)))
            .prop_map(|member| member.into_iter().collect())
            .boxed(),
    }
}

/// Texts that fit a shape, none of them empty.
fn spelled(shape: &Shape) -> BoxedStrategy<String> {
    if let Shape::Option(inner) = shape {
        return spelled(inner);
    }
    let text = |value: Json| match value {
        Json::Text(text) if text.is_empty() => "canary".to_owned(),
        Json::Text(text) => text,
        value => value.to_string(),
    };
    documents(shape).prop_map(text).boxed()
}

impl Pairs {
    fn damaged(&self) -> (Vec<Pair>, Vec<String>) {
        let mut pairs = self.valid.clone();
        let mut scope = Vec::new();
        for damage in &self.damages {
            scope = damage.apply(&mut pairs);
        }
        (pairs, scope)
    }

    fn read(&self, pairs: &[Pair], source: Source) -> Result<(), Fault> {
        match (self.of, source) {
            (Of::Pairs(of), Source::Form) => (of.form)(&spell(pairs, self.spelling)),
            (Of::Pairs(of), _) => (of.query)(&spell(pairs, self.spelling)),
            (Of::Path(of), Source::ActixPath) => (of.actix)(pairs),
            (Of::Path(of), _) => (of.axum)(pairs),
        }
    }

    pub(crate) fn shown(&self) -> String {
        format!("{:?}: {:?}", self.of, self.damaged().0)
    }
}

/// Asserts that a type takes what it is said to take, and nothing else.
///
/// # Panics
///
/// If it does not.
pub fn check_what_is_taken(case: &Pairs, source: Source) {
    assert!(
        is_taken_as_said(case, source),
        "{source:?}, {}",
        case.shown()
    );
}

pub(crate) fn is_taken_as_said(case: &Pairs, source: Source) -> bool {
    let (pairs, _) = case.damaged();
    // Whether nothing is a value is a matter of the reader.
    let is_open = pairs.iter().any(|(_, text)| text.is_empty());
    is_open || case.of.shape().fits_pairs(&pairs) == case.read(&pairs, source).is_ok()
}

/// Asserts that nothing false is said of pairs.
///
/// # Panics
///
/// If something is.
pub fn check_what_is_told(case: &Pairs, source: Source) {
    let falsehoods = falsehoods(case, source);
    assert!(
        falsehoods.is_empty(),
        "{source:?}, {}\n{falsehoods:#?}",
        case.shown()
    );
}

pub(crate) fn falsehoods(case: &Pairs, source: Source) -> Vec<Falsehood> {
    let (pairs, _) = case.damaged();
    match case.read(&pairs, source) {
        Ok(()) => Vec::new(),
        Err(fault) => judge(&case.of.shape(), &pairs, &fault, source == Source::Form),
    }
}

/// Asserts that one mistake is told where it is, and with what the client needs to mend it.
///
/// # Panics
///
/// If it is not.
pub fn check_where_it_is_told(case: &Pairs, source: Source) {
    let misplaced = misplaced(case, source);
    assert!(
        misplaced.is_empty(),
        "{source:?}, {}\n{misplaced:#?}",
        case.shown()
    );
}

pub(crate) fn misplaced(case: &Pairs, source: Source) -> Vec<Falsehood> {
    let (pairs, scope) = case.damaged();
    let Err(fault) = case.read(&pairs, source) else {
        return Vec::new();
    };
    let object = case.of.shape();
    let mut misplaced = Vec::new();
    for violation in fault.violations() {
        let Some(name) = name_of(violation, source == Source::Form) else {
            continue;
        };
        let names = |name: &str| match object.field(name) {
            Some(field) => field.names.iter().map(|it| (*it).to_owned()).collect(),
            None => vec![name.to_owned()],
        };
        let shape = object.field(&name).map(|field| &field.shape);
        let text = pairs.iter().find(|(known, _)| *known == name);
        let text = text.map(|(_, text)| &**text);
        let what = if !scope.iter().any(|it| names(it).contains(&name)) {
            "a place that is not that of the mistake"
        } else if lacks_range(shape, text)
            && !matches!(Claim::of(violation), Some(Claim::Range { .. }))
        {
            "a number out of range, without the range"
        } else if lacks_names(shape, text) && allowed(violation).is_none() {
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

fn lacks_range(shape: Option<&Shape>, text: Option<&str>) -> bool {
    let (Some(shape), Some(text)) = (shape, text) else {
        return false;
    };
    let is_integer = matches!(super::fit::spelled_kind(shape), Some(Kind::Integer));
    is_integer && super::fit::spells(text, Kind::Integer) && !shape.fits_text(text)
}

fn lacks_names(shape: Option<&Shape>, text: Option<&str>) -> bool {
    let (Some(shape), Some(text)) = (shape, text) else {
        return false;
    };
    shape.is_enum() && !shape.fits_text(text)
}
