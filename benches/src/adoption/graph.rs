//! The crates that a package is compiled with, and their features.

use std::collections::{BTreeMap, BTreeSet};

use super::Error;
use super::cargo::{cargo, output};

/// Each crate by its name and version, with its features.
pub(super) struct Graph(BTreeMap<String, BTreeSet<String>>);

impl Graph {
    /// What the package is compiled with on this machine, for it or for its macros and build
    /// scripts, without the package itself.
    ///
    /// `cargo tree` resolves features for this package alone; `cargo metadata` would for the whole
    /// workspace at once.
    pub(super) fn of(package: &str) -> Result<Self, Error> {
        let mut tree = cargo("tree");
        tree.args(["--package", package, "--edges", "normal,build"]);
        tree.args(["--prefix", "none", "--format", "{p}|{f}"]);
        let text = String::from_utf8(output(&mut tree)?)?;
        let mut crates: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for line in text.lines().skip(1) {
            // ` (*)` marks a crate whose dependencies stand further up.
            let line = line.trim_end_matches(" (*)");
            let (named, features) = line.split_once('|').unwrap_or((line, ""));
            let name: Vec<_> = named.split_whitespace().take(2).collect();
            let features = features.split(',').filter(|feature| !feature.is_empty());
            crates
                .entry(name.join(" "))
                .or_default()
                .extend(features.map(str::to_owned));
        }
        Ok(Self(crates))
    }

    pub(super) fn crates(&self) -> usize {
        self.0.len()
    }

    /// The features of crates that both have, which only this one has.
    pub(super) fn switched_on(&self, bare: &Self) -> Vec<String> {
        let shared = self
            .0
            .iter()
            .filter_map(|(name, features)| Some((name, features.difference(bare.0.get(name)?))));
        let switched = shared.flat_map(|(name, features)| {
            let name = name.split(' ').next().unwrap_or_default();
            features.map(move |feature| format!("{name}/{feature}"))
        });
        switched.collect()
    }
}
