//! The unions of errors that stand among the schemas: what they are of, and what they are called.

use std::collections::{BTreeSet, HashMap};

use manila::Case;

use crate::kinds::Kinds;
use crate::plan::{Group, Set};
use crate::shape::Shape;
use crate::walk::Operation;

/// The names of unions, by what they are of.
pub(crate) type Names = HashMap<Vec<usize>, String>;

/// The name of a union that several operations have. Not `Errors`: in a class of the name of its member `errors`,
/// generators confuse the two.
pub(crate) const SHARED: &str = "OperationErrors";

/// Returns the errors that the schema of a response is a union of.
pub(crate) fn errors_of(set: &Set, kinds: &Kinds, shape: Shape) -> Vec<usize> {
    let mut errors: BTreeSet<_> = set.union.iter().copied().collect();
    // An error document of JSON:API has the codes of what is wrong with places, and not that of the whole.
    let is_of_place = |status: &u16| kinds.violation_statuses.contains(status);
    let has_places = shape == Shape::JsonApi
        && match set.of {
            Group::Status(_) => set.errors.iter().any(|(status, _)| is_of_place(status)),
            // One union for all statuses: some generators take no other.
            _ => {
                let mut union = set.union.iter().map(|at| &kinds.all[*at].statuses);
                union.any(|statuses| statuses.iter().any(is_of_place))
            }
        };
    if has_places {
        errors.extend(&kinds.violations);
    }
    errors.into_iter().collect()
}

/// Returns the names of the unions that one operation has: that of the operation, so that no other operation of the
/// document has a say in it. Those that several have are left out.
pub(crate) fn names_of<'a>(
    operations: impl Iterator<Item = (&'a Operation<'a>, &'a Vec<Set>)>,
    kinds: &Kinds,
    shape: Shape,
) -> Names {
    let mut owners: HashMap<_, (usize, Option<String>)> = HashMap::new();
    for (at, (operation, sets)) in operations.enumerate() {
        for set in sets {
            if set.union.is_empty() || matches!(set.of, Group::Status(_)) {
                continue;
            }
            let owner = owners
                .entry(errors_of(set, kinds, shape))
                .or_insert_with(|| (at, name_of(operation)));
            if owner.0 != at {
                owner.1 = None;
            }
        }
    }
    let named = owners.into_iter();
    named
        .filter_map(|(errors, (_, name))| Some((errors, name?)))
        .collect()
}

/// The name of an operation's union: by its id, else by what requests it.
fn name_of(operation: &Operation<'_>) -> Option<String> {
    let called = match operation.called.id {
        Some(id) => Case::Pascal.spell(id),
        None => Case::Pascal.spell(&format!("{} {}", operation.called.method, operation.path)),
    };
    // Some ids are in letters that a name of a component cannot have.
    (!called.is_empty()).then(|| format!("{called}Errors"))
}
