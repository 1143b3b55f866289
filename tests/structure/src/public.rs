//! What is public, and under which signature.

use std::collections::BTreeMap;

use quote::ToTokens as _;
use syn::{Attribute, ImplItem, Item, ItemImpl, TraitItem, Visibility};

use crate::calls::{arguments, attributes_before, call, generated, parsed, parts};
use crate::docs::has_example;
use crate::entry::{Entry, Kind};
use crate::items::{attributes, is_public, name_of};
use crate::paths::paths_of;
use crate::resolve::{Names, Target};
use crate::signature::{field, implementation, of_trait, of_type, signature, variant};
use crate::tokens::{conditions, derived, is_hidden, text};
use crate::tree::Crate;

/// The public interface of a crate, in the order of its paths. What documentation hides is left out,
/// and so are the traits that a type has without saying so, as `Send`.
#[must_use]
pub fn surface(tree: &Crate) -> Vec<Entry> {
    let mut surface = Surface {
        tree,
        names: Names::of(tree),
        defined: BTreeMap::new(),
        entries: Vec::new(),
    };
    surface.walk(0, &tree.name, &[]);
    for module in 0..tree.modules.len() {
        for item in &tree.modules[module].items {
            surface.add_generated(module, item);
            for block in blocks(item) {
                surface.add_block(module, &block);
            }
        }
    }
    surface.entries.sort();
    surface.entries.dedup();
    surface.entries
}

struct Surface<'a> {
    tree: &'a Crate,
    names: Names<'a>,
    /// Where users find what a module defines.
    defined: BTreeMap<(usize, String), String>,
    entries: Vec<Entry>,
}

impl Surface<'_> {
    fn add(
        &mut self,
        kind: Kind,
        path: &str,
        signature: String,
        conditions: &[String],
        docs: &[Attribute],
    ) {
        let mut conditions = conditions.to_vec();
        conditions.sort();
        conditions.dedup();
        self.entries.push(Entry {
            path: path.to_owned(),
            signature,
            conditions,
            kind,
            has_example: has_example(docs),
        });
    }

    /// Adds what a module shows to everybody.
    fn walk(&mut self, module: usize, path: &str, outer: &[String]) {
        let tree = self.tree;
        for item in &tree.modules[module].items {
            if is_public(item) {
                self.add_item(module, item, path, outer);
            }
        }
        for (name, child) in &tree.modules[module].children {
            let declaration = &child.declaration;
            let is_public = matches!(declaration.vis, Visibility::Public(_));
            if is_public && !is_hidden(&declaration.attrs) {
                let inner = [outer, &conditions(&declaration.attrs)].concat();
                self.walk(child.module, &format!("{path}::{name}"), &inner);
            }
        }
        for import in self.names.imports(module).to_vec() {
            if !import.is_public || is_hidden(&import.attributes) {
                continue;
            }
            let outer = [outer, &conditions(&import.attributes)].concat();
            let name = import.name.clone().unwrap_or_default();
            let targets = self.names.resolve(module, &import.path);
            if targets.is_empty() {
                let line = format!("= {}", import.path.join("::"));
                let path = format!("{path}::{name}");
                self.add(Kind::Reexport, &path, line, &outer, &import.attributes);
            }
            for target in targets {
                match target {
                    Target::Module(of) => {
                        let outer = [&*outer, &self.conditions_of(of)].concat();
                        let inside = format!("{path}::{name}");
                        self.walk(of, if import.is_glob { path } else { &inside }, &outer);
                    }
                    Target::Item(of, original) => {
                        let outer = [&*outer, &self.conditions_of(of)].concat();
                        let items: Vec<_> = self.names.items(of, &original).collect();
                        for item in items {
                            self.add_named(of, item, &original, &format!("{path}::{name}"), &outer);
                        }
                    }
                }
            }
        }
    }

    /// The conditions under which a module is there.
    fn conditions_of(&self, mut module: usize) -> Vec<String> {
        let mut found = Vec::new();
        while module != 0 {
            let parent = self.tree.modules[module].parent;
            let declared = self.tree.modules[parent].children.values();
            for child in declared.filter(|child| child.module == module) {
                found.extend(conditions(&child.declaration.attrs));
            }
            module = parent;
        }
        found
    }

    fn add_item(&mut self, module: usize, item: &Item, parent: &str, outer: &[String]) {
        if let Some(inner) = parsed(item) {
            for item in inner.iter().filter(|item| is_public(item)) {
                self.add_item(module, item, parent, outer);
            }
            return;
        }
        let name = match item {
            Item::Macro(item) if item.ident.is_none() => {
                let line = text(item.mac.path.to_token_stream()) + "! " + &call(item);
                let outer = [outer, &conditions(&item.attrs)].concat();
                return self.add(Kind::Item, parent, line, &outer, &item.attrs);
            }
            item => name_of(item),
        };
        if let Some(name) = name {
            self.add_named(module, item, &name, &format!("{parent}::{name}"), outer);
        }
    }

    /// Adds an item of this crate, under the path where users find it.
    fn add_named(&mut self, module: usize, item: &Item, name: &str, path: &str, outer: &[String]) {
        let own = attributes(item);
        if is_hidden(own) {
            return;
        }
        let outer = [outer, &conditions(own)].concat();
        self.defined
            .entry((module, name.to_owned()))
            .or_insert_with(|| path.to_owned());
        if let Some(inner) = parsed(item) {
            for item in inner
                .iter()
                .filter(|item| name_of(item).as_deref() == Some(name))
            {
                self.add_named(module, item, name, path, &outer);
            }
            return;
        }
        if let Item::Macro(called) = item
            && called.ident.is_none()
        {
            return self.add_called(called, name, path, &outer);
        }
        if let Some(line) = signature(item) {
            self.add(Kind::Item, path, line, &outer, own);
        }
        for name in derived(own) {
            self.add(Kind::Trait, path, format!("impl {name}"), &outer, &[]);
        }
        self.add_parts(item, path, &outer);
    }

    fn add_parts(&mut self, item: &Item, path: &str, outer: &[String]) {
        let mut add = |name: &str, line: String, own: &[Attribute]| {
            if !is_hidden(own) {
                let outer = [outer, &conditions(own)].concat();
                self.add(Kind::Part, &format!("{path}::{name}"), line, &outer, own);
            }
        };
        match item {
            Item::Struct(item) => {
                for part in &item.fields {
                    if let Some((name, line)) = field(part) {
                        add(&name, line, &part.attrs);
                    }
                }
            }
            Item::Enum(item) => {
                for part in &item.variants {
                    add(&part.ident.to_string(), variant(part), &part.attrs);
                }
            }
            Item::Trait(item) => {
                for part in &item.items {
                    let own: &[Attribute] = match part {
                        TraitItem::Const(part) => &part.attrs,
                        TraitItem::Fn(part) => &part.attrs,
                        TraitItem::Type(part) => &part.attrs,
                        _ => &[],
                    };
                    if let Some((name, line)) = of_trait(part) {
                        add(&name, line, own);
                    }
                }
            }
            _ => {}
        }
    }

    /// Adds what the call of a macro defines, as it is written.
    fn add_called(&mut self, called: &syn::ItemMacro, name: &str, path: &str, outer: &[String]) {
        let of = text(called.mac.path.to_token_stream());
        let own = attributes_before(called, name);
        self.add(Kind::Item, path, format!("{of}! {name}"), outer, &own);
        for (part, line) in parts(called, name) {
            let path = format!("{path}::{part}");
            self.add(Kind::Part, &path, format!("{of}! {line}"), outer, &[]);
        }
    }

    /// Adds what the macros of the crate write wherever they are called.
    fn add_generated(&mut self, module: usize, item: &Item) {
        if let Item::Macro(item) = item
            && let Some(name) = &item.ident
            && self.is_called_for_items(&name.to_string())
        {
            let path = format!("{} ({name}!)", self.tree.name);
            let outer = self.conditions_of(module);
            for line in generated(item) {
                self.add(Kind::Part, &path, line, &outer, &[]);
            }
        }
    }

    /// Whether a macro is called where it defines something: between items, or between methods.
    fn is_called_for_items(&self, name: &str) -> bool {
        let items = self.tree.modules.iter().flat_map(|module| &module.items);
        items.into_iter().any(|item| match item {
            Item::Macro(item) if item.ident.is_none() => item.mac.path.is_ident(name),
            Item::Impl(block) => block.items.iter().any(|item| match item {
                ImplItem::Macro(item) => item.mac.path.is_ident(name),
                _ => false,
            }),
            _ => false,
        })
    }

    /// Adds what a block gives to a public type, or a public trait to other types.
    fn add_block(&mut self, module: usize, block: &ItemImpl) {
        let outer = [self.conditions_of(module), conditions(&block.attrs)].concat();
        let Some((of_trait, _)) = &block.trait_ else {
            for path in self.found_in(module, block.self_ty.to_token_stream()) {
                self.add_methods(block, &path, &outer);
            }
            return;
        };
        let written: Vec<_> = of_trait
            .segments
            .iter()
            .map(|part| part.ident.to_string())
            .collect();
        for target in self.names.resolve(module, &written) {
            if let Target::Item(of, name) = target
                && !self.defined.contains_key(&(of, name))
            {
                return;
            }
        }
        let types = self.found_in(module, block.self_ty.to_token_stream());
        let others = self.found_in(module, of_trait.to_token_stream());
        let Some(path) = types.first().or(others.first()) else {
            return;
        };
        if let Some(line) = implementation(block) {
            self.add(Kind::Trait, path, line, &outer, &[]);
        }
    }

    fn add_methods(&mut self, block: &ItemImpl, path: &str, outer: &[String]) {
        for item in &block.items {
            let own: &[Attribute] = match item {
                ImplItem::Const(item) => &item.attrs,
                ImplItem::Fn(item) => &item.attrs,
                ImplItem::Macro(called) => {
                    let of = text(called.mac.path.to_token_stream());
                    for line in arguments(called.mac.tokens.clone()) {
                        let path = format!("{path} ({of}!)");
                        self.add(Kind::Part, &path, line, outer, &[]);
                    }
                    continue;
                }
                _ => continue,
            };
            if is_hidden(own) {
                continue;
            }
            if let Some((name, line)) = of_type(item) {
                let outer = [outer, &conditions(own)].concat();
                self.add(Kind::Method, &format!("{path}::{name}"), line, &outer, own);
            }
        }
    }

    /// Where users find the public items that the tokens name.
    fn found_in(&self, module: usize, tokens: proc_macro2::TokenStream) -> Vec<String> {
        let mut found = Vec::new();
        for path in paths_of(tokens) {
            for target in self.names.resolve(module, &path) {
                if let Target::Item(of, name) = target {
                    found.extend(self.defined.get(&(of, name)).cloned());
                }
            }
        }
        found
    }
}

/// The blocks that an item is or contains.
fn blocks(item: &Item) -> Vec<ItemImpl> {
    match item {
        Item::Impl(block) => vec![block.clone()],
        item => parsed(item)
            .into_iter()
            .flatten()
            .flat_map(|item| blocks(&item))
            .collect(),
    }
}
