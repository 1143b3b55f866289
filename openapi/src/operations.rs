//! Which codes an operation can come with, by what the catalogs call operations.

use std::collections::{BTreeSet, HashMap};

use manila::Catalog;
use manila_catalog_file::{OperationPattern, Template};

use crate::kinds::Kinds;

/// What the codes of a catalog say of operations.
#[derive(Debug)]
pub(crate) struct Index {
    /// By the template of the path: the method, if one is named, and the codes.
    of_path: HashMap<Template, Vec<Named>>,
    /// The same for all paths under one: `/admin/*`.
    of_paths: Vec<(Template, Named)>,
    /// By an operation's id, or the name of a group, in lower case.
    of_name: HashMap<String, Vec<usize>>,
    /// What codes call operations, each with its codes.
    names: Vec<(&'static str, Vec<usize>)>,
}

#[derive(Debug, Clone)]
struct Named {
    method: Option<String>,
    name: usize,
}

/// What an operation is called.
pub(crate) struct Called<'a> {
    pub(crate) method: &'a str,
    /// The path, and the path behind that of each server.
    pub(crate) paths: Vec<Template>,
    pub(crate) id: Option<&'a str>,
    pub(crate) tags: Vec<&'a str>,
}

impl Index {
    pub(crate) fn new(catalog: &'static Catalog, kinds: &Kinds) -> Self {
        let mut index = Self {
            of_path: HashMap::new(),
            of_paths: Vec::new(),
            of_name: HashMap::new(),
            names: Vec::new(),
        };
        let mut places = HashMap::new();
        for at in kinds.of_catalog(catalog) {
            let entry = kinds.all[*at].entry;
            for name in entry.into_iter().flat_map(|entry| entry.operations()) {
                let place = *places.entry(*name).or_insert_with(|| {
                    index.names.push((*name, Vec::new()));
                    index.names.len() - 1
                });
                index.names[place].1.push(*at);
            }
        }
        for place in 0..index.names.len() {
            let name = index.names[place].0;
            index.add(name, place);
        }
        // A group that codes name stands for the operations that the catalog counts among it.
        let groups: HashMap<_, _> = index.of_name.clone();
        for operation in catalog.operations() {
            for group in operation.groups() {
                for place in groups.get(&group.to_lowercase()).into_iter().flatten() {
                    index.add(operation.name(), *place);
                }
            }
        }
        index
    }

    fn add(&mut self, name: &str, place: usize) {
        let Some(pattern) = OperationPattern::of(name) else {
            let name = name.trim().to_lowercase();
            self.of_name.entry(name).or_default().push(place);
            return;
        };
        let named = Named {
            method: pattern.method().map(str::to_owned),
            name: place,
        };
        let template = pattern.template().clone();
        match pattern.is_start() {
            true => self.of_paths.push((template, named)),
            false => self.of_path.entry(template).or_default().push(named),
        }
    }

    /// The codes whose words name the operation; none if no code does. What named it is noted.
    pub(crate) fn codes_of(
        &self,
        called: &Called<'_>,
        used: &mut BTreeSet<&'static str>,
    ) -> BTreeSet<usize> {
        let mut places = BTreeSet::new();
        for path in &called.paths {
            let exact = self.of_path.get(path).into_iter().flatten();
            let above = self.of_paths.iter();
            let above = above.filter(|(above, _)| above.is_above(path));
            let named = exact.chain(above.map(|(_, named)| named));
            let named = named.filter(|named| {
                let mut method = named.method.iter();
                method.all(|method| method.eq_ignore_ascii_case(called.method))
            });
            places.extend(named.map(|named| named.name));
        }
        for name in called.id.iter().chain(&called.tags) {
            places.extend(self.of_name.get(&name.to_lowercase()).into_iter().flatten());
        }
        let mut codes = BTreeSet::new();
        for place in places {
            let (name, named) = &self.names[place];
            used.insert(name);
            codes.extend(named);
        }
        codes
    }

    /// What codes call operations.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.iter().map(|(name, _)| *name)
    }
}
