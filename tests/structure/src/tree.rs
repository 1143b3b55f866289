//! The modules of a crate, as its files declare them.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::slice;

use quote::ToTokens as _;
use syn::{Item, ItemMod};

use crate::items::attributes;

/// The result of reading sources.
pub type Result<T> = std::result::Result<T, Error>;

/// Why sources could not be read.
#[derive(Debug)]
pub struct Error(String);

impl Error {
    /// Creates an error that says what went wrong with a file.
    pub fn new(file: &Path, why: impl fmt::Display) -> Self {
        Self(format!("{}: {why}", file.display()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// A crate: one root file and what it declares. Items for tests are left out.
#[derive(Debug)]
pub struct Crate {
    /// The name by which code refers to it.
    pub name: String,
    /// Its modules; the first is the root.
    pub modules: Vec<Module>,
}

/// A module, in a file of its own or inside one.
#[derive(Debug)]
pub struct Module {
    /// The names that lead to it from the root.
    pub path: Vec<String>,
    /// The file that it is written in.
    pub file: PathBuf,
    /// The position of its parent; the root is its own.
    pub parent: usize,
    /// What it declares, except modules.
    pub items: Vec<Item>,
    /// The positions of the modules that it declares, with their declarations.
    pub children: BTreeMap<String, Child>,
}

/// A module as its parent declares it.
#[derive(Debug)]
pub struct Child {
    /// The position of the module.
    pub module: usize,
    /// Its declaration, without its contents.
    pub declaration: ItemMod,
}

impl Crate {
    /// Reads a crate from its root file.
    ///
    /// # Errors
    ///
    /// A file is missing or is not Rust.
    pub fn read(name: &str, root: &Path) -> Result<Self> {
        let mut tree = Self {
            name: name.to_owned(),
            modules: Vec::new(),
        };
        let folder = root.parent().unwrap_or(Path::new("."));
        tree.add_file(root, folder, &[], 0)?;
        Ok(tree)
    }

    fn add_file(
        &mut self,
        file: &Path,
        folder: &Path,
        path: &[String],
        parent: usize,
    ) -> Result<usize> {
        let text = std::fs::read_to_string(file).map_err(|why| Error::new(file, why))?;
        let parsed = syn::parse_file(&text).map_err(|why| Error::new(file, why))?;
        self.add(file, folder, path, parent, parsed.items)
    }

    fn add(
        &mut self,
        file: &Path,
        folder: &Path,
        path: &[String],
        parent: usize,
        items: Vec<Item>,
    ) -> Result<usize> {
        let this = self.modules.len();
        self.modules.push(Module {
            path: path.to_owned(),
            file: file.to_owned(),
            parent,
            items: Vec::new(),
            children: BTreeMap::new(),
        });
        for item in items.into_iter().filter(|item| !is_for_tests(item)) {
            let Item::Mod(mut declaration) = item else {
                self.modules[this].items.push(item);
                continue;
            };
            let name = declaration.ident.to_string();
            let path = [path, slice::from_ref(&name)].concat();
            let inside = folder.join(&name);
            let module = match declaration.content.take() {
                Some((_, items)) => self.add(file, &inside, &path, this, items)?,
                None => self.add_file(&file_of(folder, &name), &inside, &path, this)?,
            };
            let child = Child {
                module,
                declaration,
            };
            self.modules[this].children.insert(name, child);
        }
        Ok(this)
    }
}

fn file_of(folder: &Path, name: &str) -> PathBuf {
    let file = folder.join(format!("{name}.rs"));
    if file.exists() {
        file
    } else {
        folder.join(name).join("mod.rs")
    }
}

fn is_for_tests(item: &Item) -> bool {
    attributes(item)
        .iter()
        .any(|attribute| attribute.to_token_stream().to_string() == "# [cfg (test)]")
}
