//! The `use` lines of a module, taken apart.

use syn::{Attribute, Item, ItemUse, UseTree, Visibility};

/// One name that a `use` line brings in.
#[derive(Debug, Clone)]
pub(crate) struct Import {
    /// What is brought in: `["crate", "fault", "Fault"]`.
    pub(crate) path: Vec<String>,
    /// The name that it gets; none for a glob and for `as _`.
    pub(crate) name: Option<String>,
    /// Whether everything that the path contains is brought in.
    pub(crate) is_glob: bool,
    /// Whether others can see it here.
    pub(crate) is_reexport: bool,
    /// Whether everybody can see it here.
    pub(crate) is_public: bool,
    pub(crate) attributes: Vec<Attribute>,
}

/// The names that the `use` lines of a module bring in.
pub(crate) fn imports(items: &[Item]) -> Vec<Import> {
    let lines = items.iter().filter_map(|item| match item {
        Item::Use(line) => Some(line),
        _ => None,
    });
    lines.flat_map(imports_of).collect()
}

/// The names that one `use` line brings in.
pub(crate) fn imports_of(line: &ItemUse) -> Vec<Import> {
    let mut found = Vec::new();
    // `use ::name` means a crate, whatever is in scope; no module has an empty name.
    let mut path = Vec::from_iter(line.leading_colon.map(|_| String::new()));
    take_apart(&line.tree, &mut path, line, &mut found);
    found
}

fn take_apart(tree: &UseTree, path: &mut Vec<String>, line: &ItemUse, found: &mut Vec<Import>) {
    let import = |path: Vec<String>, name: Option<String>, is_glob| Import {
        path,
        name,
        is_glob,
        is_reexport: !matches!(line.vis, Visibility::Inherited),
        is_public: matches!(line.vis, Visibility::Public(_)),
        attributes: line.attrs.clone(),
    };
    match tree {
        UseTree::Path(step) => {
            path.push(step.ident.to_string());
            take_apart(&step.tree, path, line, found);
            path.pop();
        }
        UseTree::Name(name) if name.ident == "self" => {
            found.push(import(path.clone(), path.last().cloned(), false));
        }
        UseTree::Name(name) => {
            let name = name.ident.to_string();
            found.push(import(joined(path, &name), Some(name), false));
        }
        UseTree::Rename(rename) => {
            let new = rename.rename.to_string();
            let full = joined(path, &rename.ident.to_string());
            found.push(import(full, (new != "_").then_some(new), false));
        }
        UseTree::Glob(_) => found.push(import(path.clone(), None, true)),
        UseTree::Group(group) => {
            for tree in &group.items {
                take_apart(tree, path, line, found);
            }
        }
    }
}

fn joined(path: &[String], name: &str) -> Vec<String> {
    let mut path = path.to_vec();
    path.push(name.to_owned());
    path
}
