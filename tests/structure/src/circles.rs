//! Circles of files.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

use crate::arrows::{Arrow, Reach};

/// The circles of files that use each other, each as the arrows that lead around it once; a file is
/// in one of them at most, so that mending one may show another.
///
/// What a parent declares and re-exports of its children is its contents, and no arrow.
#[must_use]
pub fn circles(arrows: &BTreeSet<Arrow>) -> Vec<Vec<Arrow>> {
    let mut uses = BTreeMap::<&Path, Vec<&Arrow>>::new();
    for arrow in arrows.iter().filter(|arrow| arrow.reach == Reach::Item) {
        uses.entry(&arrow.from).or_default().push(arrow);
    }
    let mut found = Vec::<Vec<Arrow>>::new();
    for file in uses.keys() {
        let is_known = |circle: &Vec<Arrow>| circle.iter().any(|arrow| arrow.from == *file);
        if !found.iter().any(is_known) {
            found.extend(shortest_way_back(file, &uses));
        }
    }
    found
}

fn shortest_way_back(start: &Path, uses: &BTreeMap<&Path, Vec<&Arrow>>) -> Option<Vec<Arrow>> {
    let mut ways = VecDeque::from([(start, Vec::<Arrow>::new())]);
    let mut seen = BTreeSet::new();
    while let Some((file, way)) = ways.pop_front() {
        for arrow in uses.get(file).into_iter().flatten() {
            let way = [way.clone(), vec![(*arrow).clone()]].concat();
            if arrow.to == start {
                return Some(way);
            }
            if seen.insert(&*arrow.to) {
                ways.push_back((&arrow.to, way));
            }
        }
    }
    None
}
