//! What codes and operations are called in a program.

use std::collections::HashSet;

use manila_catalog_file::Case;

/// The names of a program, of which each stands for one thing.
pub(super) struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// The names that a language and what holds for every catalog have taken.
    pub(super) fn new(reserved: [&str; 2]) -> Self {
        let reserved = reserved.iter().flat_map(|words| words.split(' '));
        Self {
            taken: reserved.map(str::to_owned).collect(),
        }
    }

    /// The name itself; where it is taken, with `_` behind it, then `_2`, `_3`, … A name of a code has no `_`
    /// otherwise, so that a code keeps its name whichever codes are added.
    pub(super) fn take(&mut self, name: String) -> String {
        if self.taken.insert(name.clone()) {
            return name;
        }
        let mut number = 1;
        loop {
            let other = match number {
                1 => format!("{name}_"),
                number => format!("{name}_{number}"),
            };
            if self.taken.insert(other.clone()) {
                return other;
            }
            number += 1;
        }
    }

    /// The name of an operation: `POST /apps/{id}` is `PostAppsId`.
    pub(super) fn take_operation(&mut self, operation: &str) -> String {
        let name = Case::Pascal.spell(operation);
        let name = match name.chars().next() {
            None => "Operation".to_owned(),
            Some(first) if first.is_ascii_digit() => format!("Operation{name}"),
            Some(_) => name,
        };
        self.take(name + "Error")
    }
}
