//! What changed from each version to the next.

use manila_catalog_file::{Catalog, Impact, compare};

use super::release::read;
use super::{Releases, Step, Told};

impl Releases {
    /// What changed with each version of a catalog, the newest first. The public is told nothing of what is for
    /// operators, which is taken out before anything is compared.
    pub(crate) fn steps_of(
        &self,
        catalog: &'static manila::Catalog,
        version: Option<&str>,
        is_for_operators: bool,
    ) -> Vec<Step> {
        let seen = |catalog: &Catalog| match is_for_operators {
            true => catalog.clone(),
            false => public(catalog),
        };
        let of_it = self.older.iter();
        let older: Vec<_> = of_it
            .filter(|release| release.catalog.name == catalog.name())
            .collect();
        let Some(newest) = older.last() else {
            return Vec::new();
        };
        let mut steps: Vec<_> = older
            .iter()
            .zip(&older[1..])
            .map(|(before, after)| {
                step(
                    Some(after.version.clone()),
                    after.date.clone(),
                    &before.version,
                    &seen(&before.catalog),
                    &seen(&after.catalog),
                )
            })
            .collect();
        // `Reference::older` has read it before.
        if let Ok(current) = read(&catalog.to_json()) {
            steps.push(step(
                version.map(str::to_owned),
                self.date.clone(),
                &newest.version,
                &seen(&newest.catalog),
                &seen(&current),
            ));
        }
        steps.reverse();
        steps
    }
}

fn step(
    version: Option<String>,
    date: Option<String>,
    since: &str,
    before: &Catalog,
    after: &Catalog,
) -> Step {
    let changes = compare(before, after).into_iter().map(|change| Told {
        is_breaking: change.impact == Impact::Breaking,
        code: change.code,
        message: change.message,
        why: change.why,
    });
    let mut changes: Vec<_> = changes.collect();
    changes.sort_by_key(|change| !change.is_breaking);
    Step {
        version,
        date,
        since: since.to_owned(),
        changes,
    }
}

/// The catalog without what is for operators.
fn public(catalog: &Catalog) -> Catalog {
    let mut public = catalog.clone();
    public.facts.clear();
    for entry in &mut public.codes {
        entry.server.clear();
        entry.source.clear();
        entry.facts.clear();
        entry.allow.clear();
    }
    public
}
