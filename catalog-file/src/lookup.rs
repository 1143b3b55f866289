//! The tables that a program finds the codes of a catalog by.

use crate::{Catalog, hash_of};

impl Catalog {
    /// Returns the open-addressed table of the codes' positions by [`hash_of`] their names; `u16::MAX` where
    /// there is none. Half of it is empty, so that look-ups end soon.
    ///
    /// ```
    /// use manila_catalog_file::{Case, Catalog, Entry};
    ///
    /// let mut catalog = Catalog::new("plans", Case::Snake);
    /// catalog.codes = vec![Entry::new("plan_limit"), Entry::new("gone")];
    /// let mut table = catalog.name_table();
    /// table.sort_unstable();
    /// assert_eq!(table, [0, 1, u16::MAX, u16::MAX]);
    /// ```
    #[must_use]
    pub fn name_table(&self) -> Vec<u16> {
        let size = (self.codes.len() * 2).next_power_of_two();
        let mut table = vec![u16::MAX; size];
        for (index, code) in self.codes.iter().enumerate() {
            let start = usize::try_from(hash_of(&code.name) & (size as u64 - 1)).unwrap_or(0);
            let mut slots = (start..size).chain(0..start);
            let slot = slots.find(|slot| table[*slot] == u16::MAX);
            if let (Some(slot), Ok(index)) = (slot, u16::try_from(index)) {
                table[slot] = index;
            }
        }
        table
    }

    /// Returns the codes' positions by their numbers, in the order of these.
    #[must_use]
    pub fn number_table(&self) -> Vec<(i32, u16)> {
        let numbered = self.codes.iter().zip(0_u16..);
        let mut numbers: Vec<_> = numbered
            .filter_map(|(code, index)| Some((code.number?, index)))
            .collect();
        numbers.sort_unstable();
        numbers
    }

    /// Returns the position of the code of this name.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<u16> {
        let index = self.codes.iter().position(|code| code.name == name)?;
        u16::try_from(index).ok()
    }
}
