//! Whether what a client is told is true.
//!
//! The judge knows what each sentence claims, the document, and the shape of the type. It does not
//! know how the sentence came about.

use manila::{Fault, Source, Violation};
use manila_properties::json::Json;

use crate::claim::{Claim, allowed, repeats_input, shown};
use crate::document::{tokens, values_at};
use crate::shape::{Key, Kind, Reached, Shape, kind_of, reach};

/// Something false that is told: what kind of falsehood, and the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Falsehood {
    pub(crate) what: &'static str,
    pub(crate) told: String,
}

/// What is false in a fault about a document of JSON.
pub(crate) fn judge(shape: &Shape, document: &Json, fault: &Fault) -> Vec<Falsehood> {
    if fault.violations().is_empty() {
        return vec![Falsehood {
            what: "a document that is JSON is refused without a place",
            told: format!("{fault} {:?}", fault.details().collect::<Vec<_>>()),
        }];
    }
    let violations = fault.violations().iter();
    let judged = violations.filter_map(|violation| {
        let what = falsehood(shape, document, fault, violation)?;
        let told = shown(violation);
        Some(Falsehood { what, told })
    });
    judged.collect()
}

fn falsehood(
    shape: &Shape,
    document: &Json,
    fault: &Fault,
    violation: &Violation,
) -> Option<&'static str> {
    if repeats_input(violation) {
        return Some("the input is repeated");
    }
    let Some(Source::Pointer(pointer)) = violation.source() else {
        return Some("no pointer");
    };
    let path = tokens(pointer.as_str());
    if values_at(document, &path).is_empty() {
        return Some("the document has no such place");
    }
    let Some(claim) = Claim::of(violation) else {
        return Some("a sentence that the judge does not know, or that its details contradict");
    };
    if !has_its_code(&claim, fault, violation) {
        return Some("the code of another condition or rule");
    }
    let reached = reach(shape, document, &path);
    if allowed(violation).is_some_and(|names| !are_taken(&names, &reached)) {
        return Some("the names that are taken are others");
    }
    (!holds(&claim, shape, document, &path)).then(|| claim.falsehood())
}

/// Whether the violation has the code of what its sentence claims.
fn has_its_code(claim: &Claim, fault: &Fault, violation: &Violation) -> bool {
    match (violation.rule(), violation.condition()) {
        (Some(rule), _) => rule == "range" && claim.is_of_range(),
        (None, Some(told)) => claim.has_condition(&told.to_string()),
        (None, None) => claim.has_condition(&fault.to_string()),
    }
}

/// Whether a claim holds at a place.
fn holds(claim: &Claim, shape: &Shape, document: &Json, path: &[String]) -> bool {
    let reached = || reach(shape, document, path).into_iter();
    match claim {
        Claim::Missing(name) => is_missing(name.as_deref(), reached()),
        Claim::Unknown => reached().any(|it| matches!(it, Reached::UnknownMember)),
        Claim::Repeated => is_repeated(shape, document, path),
        Claim::Name => names_at(document, path).any(|name| {
            let path = [path, &[name]].concat();
            let mut reached = reach(shape, document, &path).into_iter();
            reached.any(|it| matches!(it, Reached::UnknownName))
        }),
        Claim::Inside(claim) => {
            let holds_at = |name| {
                let path = [path, &[name]].concat();
                holds(claim, shape, document, &path)
                    || holds(&Claim::Inside(claim.clone()), shape, document, &path)
            };
            // A member is missing inside of the object that lacks it.
            let holds_here = matches!(**claim, Claim::Missing(_));
            (holds_here && holds(claim, shape, document, path))
                || names_at(document, path).any(holds_at)
        }
        // No type is needed to refuse a number that nobody can read.
        Claim::OutOfRange if values_at(document, path).into_iter().any(is_unreadable) => true,
        claim => reached().any(|reached| is_true_of(claim, &reached)),
    }
}

/// The names and indices inside of the values at a place.
fn names_at(document: &Json, path: &[String]) -> impl Iterator<Item = String> {
    let names = values_at(document, path)
        .into_iter()
        .flat_map(|value| match value {
            Json::Object(members) => members.iter().map(|(name, _)| name.clone()).collect(),
            Json::Array(elements) => (0..elements.len()).map(|index| index.to_string()).collect(),
            _ => Vec::new(),
        });
    names.collect::<Vec<_>>().into_iter()
}

/// Whether a claim about a value holds for what is reached.
fn is_true_of(claim: &Claim, reached: &Reached<'_>) -> bool {
    let Reached::Shape(shape, value) = reached else {
        return matches!((claim, reached), (Claim::Invalid, Reached::UnknownName));
    };
    if shape.fits(value) {
        return false;
    }
    match claim {
        Claim::Kind(kind) => {
            let mut kinds = shape.kinds_of(value);
            if kinds.len() > 1 {
                kinds.retain(|kind| *kind != Kind::Null);
            }
            kinds == [*kind] && !kind.has(kind_of(value))
        }
        Claim::WrongType => !is_of_kind(shape, value) || is_composed(shape),
        Claim::Range { min, max } => is_outside(shape, value, min, max),
        Claim::OutOfRange => is_out_of_range(shape, value),
        Claim::NotAllowed => match shape.said(value) {
            Some(name) => !shape.takes_name(&name),
            None => !is_of_kind(shape, value) || is_composed(shape),
        },
        _ => true,
    }
}

/// Whether there is no number for what is spelled, whatever the type.
fn is_unreadable(value: &Json) -> bool {
    matches!(value, Json::Number(spelled) if spelled.parse().is_ok_and(f64::is_infinite))
}

/// Whether these are the least and the greatest number of 64 bits.
fn are_limits(min: &str, max: &str) -> bool {
    let is = |told: &str, limit: f64| told.parse() == Ok(limit);
    is(min, f64::MIN) && is(max, f64::MAX)
}

/// Whether a number is an integer that is spelled as a fraction, and out of bounds.
fn is_whole_outside(value: &Json, min: i128, max: u128) -> bool {
    let Json::Number(spelled) = value else {
        return false;
    };
    let number = spelled.parse::<f64>().ok();
    number
        .is_some_and(|number| number.fract() == 0.0 && (number < min as f64 || number > max as f64))
}

fn is_out_of_range(shape: &Shape, value: &Json) -> bool {
    match shape {
        Shape::Option(inner) | Shape::Refined(inner, _) => is_out_of_range(inner, value),
        Shape::Any(shapes) => shapes.iter().any(|shape| is_out_of_range(shape, value)),
        Shape::Integer { .. } if kind_of(value) == Kind::Integer => !shape.fits(value),
        Shape::Single => is_unreadable(value) || !shape.fits(value),
        Shape::Integer { min, max } => is_unreadable(value) || is_whole_outside(value, *min, *max),
        _ => is_unreadable(value),
    }
}

fn is_of_kind(shape: &Shape, value: &Json) -> bool {
    shape.kinds().iter().any(|kind| kind.has(kind_of(value)))
}

/// Whether values of one kind can be of the wrong type.
fn is_composed(shape: &Shape) -> bool {
    match shape {
        Shape::Option(inner) | Shape::Refined(inner, _) => is_composed(inner),
        Shape::External(variants) => variants.iter().any(|it| it.content.is_some()),
        Shape::Any(_) | Shape::Tagged { .. } => true,
        _ => false,
    }
}

fn is_outside(shape: &Shape, value: &Json, told_min: &str, told_max: &str) -> bool {
    match shape {
        Shape::Option(inner) | Shape::Refined(inner, _) => {
            !inner.fits(value) && is_outside(inner, value, told_min, told_max)
        }
        Shape::Any(shapes) => shapes
            .iter()
            .any(|shape| is_outside(shape, value, told_min, told_max)),
        Shape::Integer { min, max } => {
            is_out_of_range(shape, value)
                && min.to_string() == told_min
                && max.to_string() == told_max
        }
        Shape::Single => {
            let is = |told: &str, limit: f32| told.parse() == Ok(limit);
            is_out_of_range(shape, value) && is(told_min, f32::MIN) && is(told_max, f32::MAX)
        }
        Shape::Float => is_unreadable(value) && are_limits(told_min, told_max),
        _ => false,
    }
}

fn is_missing<'s>(name: Option<&str>, mut reached: impl Iterator<Item = Reached<'s>>) -> bool {
    reached.any(|reached| {
        let Reached::Shape(shape, value @ Json::Object(members)) = reached else {
            return false;
        };
        let objects = shape.objects(value);
        let mut fields = objects.iter().flat_map(|object| &object.fields);
        fields.any(|field| {
            field.is_required
                && field.count(members) == 0
                && name.is_none_or(|name| field.names.contains(&name))
        })
    })
}

/// Whether a member's name, or another name of the same member, is there twice.
fn is_repeated(shape: &Shape, document: &Json, path: &[String]) -> bool {
    let Some((name, holder)) = path.split_last() else {
        return false;
    };
    let is_twice = values_at(document, holder).iter().any(|value| {
        let Json::Object(members) = value else {
            return false;
        };
        members.iter().filter(|(known, _)| known == name).count() > 1
    });
    let is_twice_by_alias = reach(shape, document, holder).iter().any(|reached| {
        let Reached::Shape(shape, value @ Json::Object(members)) = reached else {
            return false;
        };
        let objects = shape.objects(value);
        let fields = objects.iter().filter_map(|object| object.field(name));
        fields.into_iter().any(|field| field.count(members) > 1)
    });
    is_twice || is_twice_by_alias
}

/// Whether these are all the names that the type takes there.
fn are_taken(names: &[String], reached: &[Reached<'_>]) -> bool {
    let (mut primary, mut aliases) = (Vec::new(), Vec::new());
    for reached in reached {
        if let Reached::Shape(shape, _) = reached {
            shape.add_names(&mut primary, &mut aliases);
        }
    }
    let is_told = |name: &&str| names.iter().any(|told| told == name);
    let is_known = |name: &String| primary.contains(&&**name) || aliases.contains(&&**name);
    !primary.is_empty() && primary.iter().all(is_told) && names.iter().all(is_known)
}

impl Shape {
    /// The kinds of the values that may fit, given what a value already says.
    fn kinds_of(&self, value: &Json) -> Vec<Kind> {
        match (self, value) {
            (Self::Option(inner) | Self::Refined(inner, _), _) => inner.kinds_of(value),
            (Self::External(variants), Json::Text(name)) => {
                let meant = variants.iter().find(|it| it.names.contains(&&**name));
                match meant.and_then(|variant| variant.content.as_ref()) {
                    Some(_) => vec![Kind::Object],
                    None => self.kinds(),
                }
            }
            _ => self.kinds(),
        }
    }

    /// The names of which a value may be one.
    fn add_names(&self, primary: &mut Vec<&'static str>, aliases: &mut Vec<&'static str>) {
        match self {
            Self::Name(names) => primary.extend(names),
            Self::Map(Key::Name(names), _) => primary.extend(*names),
            Self::Option(inner) | Self::Refined(inner, _) => inner.add_names(primary, aliases),
            Self::Any(shapes) => shapes.iter().for_each(|it| it.add_names(primary, aliases)),
            Self::External(variants) => {
                for variant in variants {
                    primary.extend(variant.names.first());
                    aliases.extend(variant.names.iter().skip(1));
                }
            }
            Self::Tagged { tag, variants } => {
                let tags = variants.iter().filter_map(|variant| variant.field(tag));
                tags.for_each(|field| field.shape.add_names(primary, aliases));
            }
            _ => {}
        }
    }

    fn takes_name(&self, name: &str) -> bool {
        let (mut primary, mut aliases) = (Vec::new(), Vec::new());
        self.add_names(&mut primary, &mut aliases);
        primary.is_empty() || primary.contains(&name) || aliases.contains(&name)
    }

    /// The name that a value says.
    fn said(&self, value: &Json) -> Option<String> {
        match (self, value) {
            (_, Json::Text(name)) => Some(name.clone()),
            (Self::Tagged { tag, .. }, Json::Object(_)) => match value.get(tag) {
                Some(Json::Text(name)) => Some(name.clone()),
                _ => None,
            },
            (_, Json::Object(members)) => match &**members {
                [(name, _)] => Some(name.clone()),
                _ => None,
            },
            _ => None,
        }
    }
}
