//! Renames a code in the text of a catalog, and leaves the rest as it is.

use toml_edit::{DocumentMut, InlineTable, Item, Key, Table, TableLike, Value};

use super::super::tables::{append, last_suffix, set_last_suffix, with_line_ends_of};
use super::follow;

/// What is to become of a code.
pub(super) struct Plan<'p> {
    pub(super) old: &'p str,
    pub(super) new: &'p str,
    pub(super) since: Option<&'p str>,
    /// Whether the entry itself gets the name, or another one beside it.
    pub(super) is_in_place: bool,
    pub(super) moves_conditions: bool,
}

impl Plan<'_> {
    pub(super) fn apply(&self, text: &str) -> Result<String, String> {
        let parsed: Result<DocumentMut, _> = text.parse();
        let mut document = parsed.map_err(|error| error.message().to_owned())?;
        let codes = document.get_mut("codes").ok_or("it has no codes")?;
        follow::references(codes, self.old, self.new);
        self.rename(codes)?;
        if self.moves_conditions {
            for table in ["conditions", "rules"] {
                if let Some(table) = document.get_mut(table) {
                    follow::values(table, self.old, self.new);
                }
            }
        }
        Ok(with_line_ends_of(text, document.to_string()))
    }

    fn rename(&self, codes: &mut Item) -> Result<(), String> {
        match codes {
            Item::Table(table) => self.in_table(table),
            Item::Value(Value::InlineTable(table)) => self.in_inline_table(table),
            _ => return Err("`codes` is no table".to_owned()),
        }
        Ok(())
    }

    /// A table has no way in for an entry but its end, so all are put in again.
    fn in_table(&self, table: &mut Table) {
        let members = table.iter();
        let members = members.filter_map(|(name, item)| Some((table.key(name)?, item)));
        let members: Vec<(Key, Item)> = members
            .map(|(key, item)| (key.clone(), item.clone()))
            .collect();
        table.clear();
        for (key, mut item) in members {
            if key.get() != self.old {
                table.insert_formatted(&key, item);
                continue;
            }
            let renamed = self.key(&key);
            if self.is_in_place {
                table.insert_formatted(&renamed, item);
                continue;
            }
            let mut successor = item.clone();
            self.succeed(&mut successor);
            if let Item::Table(table) = &mut successor {
                let last = last_position(table);
                place(table, last);
            }
            self.deprecate(&mut item);
            table.insert_formatted(&key, item);
            table.insert_formatted(&renamed, successor);
        }
    }

    fn in_inline_table(&self, table: &mut InlineTable) {
        let members = table.iter();
        let members = members.filter_map(|(name, value)| Some((table.key(name)?, value)));
        let members: Vec<(Key, Value)> = members
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        table.clear();
        for (key, value) in members {
            if key.get() != self.old {
                table.insert_formatted(&key, value);
                continue;
            }
            let renamed = self.key(&key);
            if self.is_in_place {
                table.insert_formatted(&renamed, value);
                continue;
            }
            let suffix = value.decor().suffix().cloned();
            let (mut old, mut successor) = (Item::Value(value.clone()), Item::Value(value));
            self.deprecate(&mut old);
            self.succeed(&mut successor);
            if let (Item::Value(mut old), Item::Value(mut successor)) = (old, successor) {
                old.decor_mut().set_suffix("");
                if let Some(suffix) = suffix {
                    successor.decor_mut().set_suffix(suffix);
                }
                table.insert_formatted(&key, old);
                table.insert_formatted(&renamed, successor);
            }
        }
    }

    /// The key of the new code, with what stands around the old one.
    fn key(&self, old: &Key) -> Key {
        let key = Key::new(self.new);
        let key = key.with_leaf_decor(old.leaf_decor().clone());
        let mut key = key.with_dotted_decor(old.dotted_decor().clone());
        let has_comment = |prefix: &str| prefix.contains('#');
        let prefix = old.leaf_decor().prefix().and_then(|prefix| prefix.as_str());
        // What stands above the old code is about the old code, or about both.
        if !self.is_in_place && prefix.is_some_and(has_comment) {
            key.leaf_decor_mut().set_prefix("");
        }
        key
    }

    /// Makes a copy of the old entry the new one.
    fn succeed(&self, item: &mut Item) {
        let Some(entry) = item.as_table_like_mut() else {
            return;
        };
        // A number belongs to one code, and no version had this one before.
        for key in ["number", "since"] {
            remove(entry, key);
        }
        if let Some(since) = self.since {
            append(entry, [("since", since.into())]);
        }
    }

    fn deprecate(&self, item: &mut Item) {
        let Some(entry) = item.as_table_like_mut() else {
            return;
        };
        remove(entry, "replaced_by");
        let why = format!("renamed to {}", self.new);
        let why = match self.since {
            Some(since) => format!("{since}: {why}"),
            None => why,
        };
        append(
            entry,
            [("deprecated", why.into()), ("replaced_by", self.new.into())],
        );
    }
}

/// Takes a member out. The last one of an inline table has the blank before the brace.
fn remove(entry: &mut dyn TableLike, key: &str) {
    let suffix = last_suffix(entry);
    entry.remove(key);
    set_last_suffix(entry, suffix);
}

/// The place of the last table of an entry.
fn last_position(table: &Table) -> Option<isize> {
    let inner = table.iter().filter_map(|(_, item)| item.as_table());
    let inner = inner.filter_map(last_position);
    inner.chain(table.position()).max()
}

/// Puts an entry behind what has a place in the file. What stands above the old entry stays there alone.
fn place(table: &mut Table, position: Option<isize>) {
    if table.is_dotted() {
        if let Some((mut key, _)) = table.iter_mut().next() {
            key.leaf_decor_mut().set_prefix("");
        }
    } else {
        table.set_position(position);
        table.decor_mut().set_prefix("\n");
    }
    for (_, item) in table.iter_mut() {
        if let Item::Table(inner) = item {
            place(inner, position);
        }
    }
}
