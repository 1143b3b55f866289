//! What a path leads to.

use std::collections::{BTreeSet, HashSet};

use syn::Item;

use crate::imports::{Import, imports};
use crate::tree::Crate;

/// What a path leads to inside of its crate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// A module.
    Module(usize),
    /// An item, or what belongs to one, by the module that defines it and its name there.
    Item(usize, String),
}

/// The names of a crate.
#[derive(Debug)]
pub(crate) struct Names<'a> {
    tree: &'a Crate,
    imports: Vec<Vec<Import>>,
    items: Vec<BTreeSet<String>>,
}

impl<'a> Names<'a> {
    pub(crate) fn of(tree: &'a Crate) -> Self {
        let modules = || tree.modules.iter();
        Self {
            tree,
            imports: modules().map(|module| imports(&module.items)).collect(),
            items: modules()
                .map(|module| module.items.iter().filter_map(name_of).collect())
                .collect(),
        }
    }

    pub(crate) fn imports(&self, module: usize) -> &[Import] {
        &self.imports[module]
    }

    /// Whether a name of a module comes from its `use` lines or is a module inside of it.
    pub(crate) fn is_brought_in(&self, module: usize, name: &str) -> bool {
        self.tree.modules[module].children.contains_key(name)
            || self.imports[module]
                .iter()
                .any(|import| import.is_glob || import.name.as_deref() == Some(name))
    }

    /// What a path leads to that stands in a module; nothing if it leaves the crate.
    pub(crate) fn resolve(&self, module: usize, path: &[String]) -> BTreeSet<Target> {
        let mut found = BTreeSet::new();
        self.follow(module, path, &mut HashSet::new(), &mut found);
        found
    }

    fn follow(
        &self,
        mut module: usize,
        mut path: &[String],
        seen: &mut HashSet<(usize, usize)>,
        found: &mut BTreeSet<Target>,
    ) {
        while let Some((first, rest)) = path.split_first() {
            module = match &**first {
                "crate" | "$crate" => 0,
                "super" => self.tree.modules[module].parent,
                "self" => module,
                _ => break,
            };
            path = rest;
        }
        let Some((first, rest)) = path.split_first() else {
            found.insert(Target::Module(module));
            return;
        };
        if self.items[module].contains(first) {
            found.insert(Target::Item(module, first.clone()));
        }
        if let Some(child) = self.tree.modules[module].children.get(first) {
            self.follow(
                child.module,
                &concat(&["self".to_owned()], rest),
                seen,
                found,
            );
        }
        let named = |import: &&Import| import.name.as_deref() == Some(&**first);
        let before = found.len();
        for (at, import) in self.imports[module].iter().enumerate() {
            // `use self::a::a` brings in a function, and does not lead to itself.
            if named(&import) && seen.insert((module, at)) {
                self.follow(module, &concat(&import.path, rest), seen, found);
            }
        }
        if found.len() == before {
            for (at, glob) in self.imports[module].iter().enumerate() {
                if !glob.is_glob || !seen.insert((module, at)) {
                    continue;
                }
                let mut modules = BTreeSet::new();
                self.follow(module, &glob.path, seen, &mut modules);
                for target in modules {
                    if let Target::Module(of) = target {
                        self.follow(of, path, seen, found);
                    }
                }
            }
        }
    }
}

fn concat(one: &[String], other: &[String]) -> Vec<String> {
    [one, other].concat()
}

fn name_of(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => return item.ident.as_ref().map(ToString::to_string),
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}
