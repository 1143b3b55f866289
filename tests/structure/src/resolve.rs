//! What a path leads to.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use proc_macro2::TokenTree;
use syn::{Item, ItemMacro};

use crate::imports::{Import, imports};
use crate::items::name_of;
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
    /// What each module defines, and whether it can contain what a path goes on to.
    items: Vec<BTreeMap<String, bool>>,
}

impl<'a> Names<'a> {
    pub(crate) fn of(tree: &'a Crate) -> Self {
        let modules = || tree.modules.iter();
        Self {
            tree,
            imports: modules().map(|module| imports(&module.items)).collect(),
            items: modules()
                .map(|module| module.items.iter().flat_map(defined).collect())
                .collect(),
        }
    }

    /// The items of a module that define a name, or may.
    pub(crate) fn items(&self, module: usize, name: &str) -> impl Iterator<Item = &'a Item> {
        let items = self.tree.modules[module].items.iter();
        items.filter(move |item| names_of(item).iter().any(|defined| defined == name))
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
        let item = self.items[module].get(first);
        if item.is_some_and(|has_parts| *has_parts || rest.is_empty()) {
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

fn defined(item: &Item) -> impl Iterator<Item = (String, bool)> {
    let has_parts = matches!(
        item,
        Item::Enum(_)
            | Item::Macro(_)
            | Item::Struct(_)
            | Item::Trait(_)
            | Item::Type(_)
            | Item::Union(_)
    );
    names_of(item)
        .into_iter()
        .map(move |name| (name, has_parts))
}

/// The names that an item defines. Which one a macro's call defines is not known: it may be any that
/// stands in its arguments, outside of brackets.
fn names_of(item: &Item) -> Vec<String> {
    match item {
        Item::Macro(call) if call.ident.is_none() => called_names(call),
        item => Vec::from_iter(name_of(item)),
    }
}

fn called_names(call: &ItemMacro) -> Vec<String> {
    let tokens = call.mac.tokens.clone().into_iter();
    let names = tokens.filter_map(|token| match token {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    });
    names.collect()
}
