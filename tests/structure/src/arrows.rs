//! Which file of a crate uses which.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::paths::paths;
use crate::resolve::{Names, Target};
use crate::tree::Crate;

/// One file that names what another defines.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    /// The file that names it.
    pub from: PathBuf,
    /// The file that defines it, which re-exports lead to.
    pub to: PathBuf,
    /// The path as it is written.
    pub path: String,
    /// How far the path reaches.
    pub reach: Reach,
}

/// How far a path reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// The file uses an item of the other.
    Item,
    /// The file names the other as a module, to write shorter paths to what is in it.
    Module,
    /// The file shows its readers an item of the other, and does without it itself.
    Reexport,
}

/// The arrows between the files of a crate.
#[must_use]
pub fn arrows(tree: &Crate) -> BTreeSet<Arrow> {
    let names = Names::of(tree);
    let mut found = BTreeSet::new();
    for (position, module) in tree.modules.iter().enumerate() {
        let mut add = |path: &[String], is_reexport: bool| {
            for target in names.resolve(position, path) {
                let (to, reach) = match target {
                    _ if is_reexport => (module_of(&target), Reach::Reexport),
                    Target::Item(to, _) => (to, Reach::Item),
                    Target::Module(to) => (to, Reach::Module),
                };
                add_between(
                    &module.file,
                    &tree.modules[to].file,
                    path,
                    reach,
                    &mut found,
                );
            }
        };
        for import in names.imports(position) {
            add(&import.path, import.is_reexport);
        }
        for path in paths(&module.items) {
            let is_relative = matches!(&*path[0], "crate" | "$crate" | "super" | "self");
            if is_relative && path.len() > 1 || names.is_brought_in(position, &path[0]) {
                add(&path, false);
            }
        }
    }
    found
}

const fn module_of(target: &Target) -> usize {
    match target {
        Target::Module(module) | Target::Item(module, _) => *module,
    }
}

fn add_between(from: &Path, to: &Path, path: &[String], reach: Reach, found: &mut BTreeSet<Arrow>) {
    if from != to {
        found.insert(Arrow {
            from: from.to_owned(),
            to: to.to_owned(),
            path: path.join("::"),
            reach,
        });
    }
}
