//! Whether what a client is told of pairs is true.

use manila::{Fault, Source, Violation};

use super::fit::Pair;
use super::fit::{spelled_kind, spells};
use crate::claim::{Claim, allowed, repeats_input, shown};
use crate::document::tokens;
use crate::judge::Falsehood;
use crate::shape::{Copied, Kind, Object, Rest, Shape};

/// What is false in a fault about pairs.
pub(super) fn judge(
    object: &Object,
    pairs: &[Pair],
    fault: &Fault,
    is_form: bool,
) -> Vec<Falsehood> {
    if fault.violations().is_empty() {
        if object.has_lost_place(pairs) {
            return Vec::new();
        }
        return vec![Falsehood {
            what: "refused without a place",
            told: fault.to_string(),
        }];
    }
    let judged = fault.violations().iter().filter_map(|violation| {
        let what = falsehood(object, pairs, violation, is_form)?;
        let told = shown(violation);
        Some(Falsehood { what, told })
    });
    judged.collect()
}

/// The name that a violation is about: the empty place of a form is the form.
pub(super) fn name_of(violation: &Violation, is_form: bool) -> Option<String> {
    match violation.source()? {
        Source::Parameter(name) if !is_form => Some(name.clone().into_owned()),
        Source::Pointer(pointer) if is_form => match &*tokens(pointer.as_str()) {
            [] => match Claim::of(violation) {
                Some(Claim::Missing(name)) => name,
                _ => None,
            },
            [name] => Some(name.clone()),
            _ => None,
        },
        _ => None,
    }
}

fn falsehood(
    object: &Object,
    pairs: &[Pair],
    violation: &Violation,
    is_form: bool,
) -> Option<&'static str> {
    if repeats_input(violation) {
        return Some("the input is repeated");
    }
    let Some(name) = name_of(violation, is_form) else {
        let is_general = matches!(
            Claim::of(violation),
            Some(Claim::Invalid | Claim::Inside(_))
        );
        if is_general && object.has_lost_place(pairs) {
            return None;
        }
        return Some("no place, or one of another kind");
    };
    let Some(claim) = Claim::of(violation) else {
        return Some("a sentence that the judge does not know, or that its details contradict");
    };
    let field = object.field(&name);
    let texts: Vec<_> = pairs
        .iter()
        .filter(|(known, _)| *known == name)
        .map(|(_, text)| &**text)
        .collect();
    if let Claim::Missing(_) = claim {
        let is_missing = field.is_some_and(|it| it.is_required && it.count_pairs(pairs) == 0);
        return (!is_missing).then_some("a member is called missing and is not, or not demanded");
    }
    if texts.is_empty() {
        return Some("the request has no such name");
    }
    if let Some(names) = allowed(violation)
        && !field.is_some_and(|field| are_all(&field.shape, &names))
    {
        return Some("the names that are taken are others");
    }
    let is_true_of = |text: &&str| {
        let Some(field) = field else {
            return false;
        };
        !field.shape.fits_text(text) && is_true(&claim, &field.shape, text)
    };
    match &claim {
        Claim::Unknown => {
            let is_unknown = field.is_none() && matches!(object.rest, Rest::Refused);
            (!is_unknown).then_some("a member is called unknown and is not")
        }
        Claim::Repeated => {
            let count = field.map_or(texts.len(), |field| field.count_pairs(pairs));
            let is_list = field.is_some_and(|field| field.shape.is_list());
            (count < 2 || is_list).then_some("a member is called repeated and is not")
        }
        _ if texts.iter().any(is_true_of) => None,
        claim => Some(claim.falsehood()),
    }
}

impl Object {
    /// Whether what does not fit is read from a copy, so that its name is lost.
    fn has_lost_place(&self, pairs: &[Pair]) -> bool {
        self.has_repeated_rest(pairs) || self.has_lost_field(pairs)
    }

    /// Whether a value of the rest is there several times, and no list.
    fn has_repeated_rest(&self, pairs: &[Pair]) -> bool {
        let is_rest = |name: &str| self.field(name).is_none();
        let count = |name: &str| pairs.iter().filter(|(other, _)| other == name).count();
        matches!(&self.rest, Rest::Map(shape) if !shape.is_list())
            && pairs
                .iter()
                .any(|(name, _)| is_rest(name) && count(name) > 1)
    }

    fn has_lost_field(&self, pairs: &[Pair]) -> bool {
        let mut buffered = self
            .fields
            .iter()
            .filter(|field| field.copied != Copied::Never);
        buffered.any(|field| {
            let is_its = |name: &str| field.names.contains(&name);
            let mut its = pairs.iter().filter(|(name, _)| is_its(name));
            field.count_pairs(pairs) > 1 || its.any(|(_, text)| !field.shape.fits_text(text))
        })
    }
}

impl Shape {
    /// Whether it is an enum of names.
    pub(super) fn is_enum(&self) -> bool {
        match self {
            Self::Option(inner) | Self::List(inner) => inner.is_enum(),
            shape => matches!(shape, Self::External(_)),
        }
    }
}

fn is_true(claim: &Claim, shape: &Shape, text: &str) -> bool {
    match claim {
        Claim::Kind(kind) => spelled_kind(shape) == Some(*kind) && !spells(text, *kind),
        Claim::WrongType => spelled_kind(shape).is_none_or(|kind| !spells(text, kind)),
        Claim::Range { min, max } => is_outside(shape, text, min, max),
        Claim::OutOfRange => {
            matches!(spelled_kind(shape), Some(Kind::Integer)) && spells(text, Kind::Integer)
        }
        Claim::NotAllowed => shape.is_enum(),
        Claim::Name | Claim::Inside(_) => false,
        _ => true,
    }
}

fn is_outside(shape: &Shape, text: &str, told_min: &str, told_max: &str) -> bool {
    match shape {
        Shape::Option(inner) | Shape::List(inner) => is_outside(inner, text, told_min, told_max),
        Shape::Integer { min, max } => {
            spells(text, Kind::Integer)
                && min.to_string() == told_min
                && max.to_string() == told_max
        }
        _ => false,
    }
}

/// Whether these are all the names that the type takes.
fn are_all(shape: &Shape, names: &[String]) -> bool {
    match shape {
        Shape::Option(inner) | Shape::List(inner) => are_all(inner, names),
        Shape::External(variants) => {
            let known = variants.iter().flat_map(|variant| &variant.names);
            known.eq(names.iter())
        }
        _ => false,
    }
}
