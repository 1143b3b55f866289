//! The reference that the arguments ask for.

use std::path::Path;
use std::sync::Arc;

use manila::{Catalog, Envelopes};
use manila_openapi::Contract;
use manila_reference::{Error, Logo, Reference, Release};

use super::languages::Languages;
use crate::args::{Audience, Docs, StyleName};
use crate::catalogs::{catalog, faultless};
use crate::commands::json::json;
use crate::core_catalog::core_catalog;
use crate::input::{Input, default_catalog, stdin_once};
use crate::outcome::Failure;
use crate::shown::shown;

/// The reference, and the languages that its pages are in, where it has translations.
pub(super) fn reference(args: &Docs) -> Result<(Reference, Vec<String>), Failure> {
    let named = match &args.catalogs[..] {
        [] => vec![default_catalog()?.to_owned()],
        named => named.to_vec(),
    };
    let older: Vec<_> = args.older.iter().map(|older| Older::of(older)).collect();
    let of_older: Vec<_> = older.iter().map(|older| older.catalog.to_owned()).collect();
    stdin_once(named.iter().chain(&of_older))?;

    let inputs = named.iter().map(|named| Input::open(named));
    let inputs = inputs.collect::<Result<Vec<_>, _>>()?;
    let read = inputs.iter().map(|input| {
        let source = faultless(input)?;
        Ok((core_catalog(source.catalog())?, source))
    });
    let read = read.collect::<Result<Vec<_>, Failure>>()?;
    let catalogs: Vec<_> = read.iter().map(|(catalog, _)| *catalog).collect();
    let mut reference = told(Reference::of(catalogs.iter().copied()))?;
    let languages = match args.no_translations {
        true => None,
        false => {
            let known = inputs.iter().zip(&read);
            let known = known.map(|(input, (catalog, source))| (input, *catalog, source.catalog()));
            Languages::read(known, args.translations.as_deref())?.map(Arc::new)
        }
    };
    let styles = match &args.styles[..] {
        [] => &[StyleName::OkError],
        styles => styles,
    };
    for (at, style) in styles.iter().enumerate() {
        let (name, envelopes) = in_style(*style);
        let contract = contract(&envelopes, &catalogs);
        if at == 0 {
            reference = reference.openapi(json(&contract.document()));
        }
        reference = told(reference.json_schema(name, json(&contract.json_schema())))?;
        reference = reference.envelopes(match &languages {
            Some(languages) => envelopes.shared_translations(languages.clone()),
            None => envelopes,
        });
    }
    if args.audience == Audience::Operators {
        reference = reference.for_operators();
    }
    if args.noindex {
        reference = reference.hide_from_robots();
    }
    if let Some(title) = &args.title {
        reference = reference.title(title.clone());
    }
    if let Some(version) = &args.api_version {
        reference = reference.version(version.clone());
    }
    if let Some(file) = &args.logo {
        reference = reference.logo(logo(file)?);
    }
    if let Some(url) = &args.url {
        reference = told(reference.url(url))?;
    }
    if let Some(accent) = &args.accent {
        reference = told(reference.accent(accent))?;
    }
    if let Some(template) = &args.request_link {
        reference = told(reference.request_link(template.clone()))?;
    }
    if let Some(date) = &args.date {
        reference = told(reference.date(date))?;
    }
    for older in older {
        reference = told(reference.older(older.release()?))?;
    }
    let Some(languages) = languages else {
        return Ok((reference, Vec::new()));
    };
    let tags = languages.tags().to_vec();
    Ok((reference.translations(languages), tags))
}

fn in_style(style: StyleName) -> (&'static str, Envelopes) {
    match style {
        StyleName::OkError => ("ok-error", Envelopes::ok_error()),
        StyleName::JsonApi => ("json-api", Envelopes::json_api()),
        StyleName::CodeData => ("code-data", Envelopes::code_data()),
        StyleName::Problem => ("problem", Envelopes::problem()),
    }
}

/// The contract of a service that raises the codes of these catalogs; the first one answers for conditions.
fn contract(envelopes: &Envelopes, catalogs: &[&'static Catalog]) -> Contract {
    let envelopes = match catalogs.first() {
        Some(first) => envelopes.clone().catalog(first),
        None => envelopes.clone(),
    };
    let contract = Contract::from_envelopes(&envelopes);
    catalogs
        .iter()
        .fold(contract, |contract, catalog| contract.and_catalog(catalog))
}

fn told<T>(result: Result<T, Error>) -> Result<T, Failure> {
    result.map_err(|error| Failure(error.to_string()))
}

fn logo(file: &Path) -> Result<Logo, Failure> {
    let named = shown(&file.to_string_lossy());
    let bytes = std::fs::read(file)
        .map_err(|error| Failure(format!("cannot read the logo {named}: {error}")))?;
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    Logo::new(&ending, bytes).map_err(|error| Failure(format!("{named}: {error}")))
}

/// An older version, as it is named: `VERSION@DATE=CATALOG`.
struct Older<'a> {
    version: &'a str,
    date: Option<&'a str>,
    catalog: &'a str,
}

impl<'a> Older<'a> {
    fn of(named: &'a str) -> Self {
        let Some((version, catalog)) = named.split_once('=') else {
            return Self {
                version: version_of(named),
                date: None,
                catalog: named,
            };
        };
        let (version, date) = match version.rsplit_once('@') {
            Some((version, date)) => (version, Some(date)),
            None => (version, None),
        };
        Self {
            version,
            date,
            catalog,
        }
    }

    fn release(&self) -> Result<Release, Failure> {
        let read = core_catalog(&catalog(self.catalog)?)?;
        let release = told(Release::new(self.version, &read.to_json()))?;
        match self.date {
            Some(date) => told(release.date(date)),
            None => Ok(release),
        }
    }
}

/// What a catalog tells of its version by where it is: the revision, or the name of the file.
fn version_of(named: &str) -> &str {
    let revision = named.strip_prefix("git:");
    let revision = revision.and_then(|rest| rest.rsplit_once(':'));
    let file = || Path::new(named).file_stem().and_then(|stem| stem.to_str());
    match revision {
        Some((revision, _)) => revision,
        None => file().unwrap_or(named),
    }
}
