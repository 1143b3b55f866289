//! The arguments of `manila docs`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use super::style::StyleName;

const EXAMPLES: &str = "\
Examples:
  manila docs errors.toml --out site
  manila docs errors.toml --out site --style problem --url https://docs.example/errors
  manila docs errors.toml --out site --older v1.4.0@2025-06-30=git:v1.4.0:errors.toml
  manila docs errors.toml --out site --check
  manila docs billing.toml shop.toml --out site --title 'Example Inc.' --accent '#7c3aed'

docs/reference.md of Manila's repository says what is on the pages, and how they are published.";

/// Write the error reference of catalogs: pages for people, Markdown and JSON for programs.
///
/// The pages are files whose links are relative: they work on any host, below any path, and opened from a folder.
/// Several catalogs are folders under one index.
///
/// A folder that has been written is written again by the same command: pages of codes that are gone are removed, and
/// files that are not the reference's stay.
#[derive(Debug, ClapArgs)]
#[command(after_long_help = EXAMPLES, after_help = "`--help` has examples.")]
pub(crate) struct Docs {
    /// The catalogs; by default `errors.toml`.
    pub(crate) catalogs: Vec<String>,
    /// The folder to write to.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Write the pages in the languages of this folder too, LOCALE/NAME.ftl; by default those of `i18n` beside the
    /// catalog's file.
    #[arg(long, value_name = "FOLDER", conflicts_with = "no_translations")]
    pub(crate) translations: Option<PathBuf>,
    /// Write the pages in the language of the catalog alone.
    #[arg(long)]
    pub(crate) no_translations: bool,
    /// Write nothing; exit with 1 if the folder is not up to date.
    #[arg(long)]
    pub(crate) check: bool,
    /// Write into a folder that has other files.
    #[arg(long, conflicts_with = "check")]
    pub(crate) force: bool,
    /// Who reads it. The public is not told what a catalog has in `server`, `source` and `facts`.
    #[arg(long, value_enum, default_value_t = Audience::Public)]
    pub(crate) audience: Audience,
    /// A style of the service's errors, by default `ok-error`. Can be repeated.
    #[arg(long = "style", value_enum, value_name = "STYLE")]
    pub(crate) styles: Vec<StyleName>,
    /// The address that the reference is public at; by default the catalog's `documentation`.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) url: Option<String>,
    /// Where a reader finds their request: an address with `{request_id}` in it.
    #[arg(long, value_name = "TEMPLATE")]
    pub(crate) request_link: Option<String>,
    /// Ask search engines to leave the pages out.
    #[arg(long)]
    pub(crate) noindex: bool,
    /// The name of the service; by default the title of the first catalog.
    #[arg(long, value_name = "TEXT", help_heading = LOOK)]
    pub(crate) title: Option<String>,
    /// The colour of links: `#rrggbb`.
    #[arg(long, value_name = "COLOUR", help_heading = LOOK)]
    pub(crate) accent: Option<String>,
    /// The picture beside the name: svg, png, webp, jpg or gif.
    #[arg(long, value_name = "FILE", help_heading = LOOK)]
    pub(crate) logo: Option<PathBuf>,
    /// Say what changed since this version of a catalog: a file, or `git:REV:PATH`. Can be repeated, the oldest
    /// first.
    #[arg(long, value_name = "[VERSION[@DATE]=]CATALOG", help_heading = CHANGES)]
    pub(crate) older: Vec<String>,
    /// The version of the API.
    #[arg(long, value_name = "VERSION", help_heading = CHANGES)]
    pub(crate) api_version: Option<String>,
    /// The day on which this version came out, as `2026-01-31`. A feed is written where each version has a day.
    #[arg(long, value_name = "DATE", help_heading = CHANGES)]
    pub(crate) date: Option<String>,
}

const LOOK: &str = "Look";
const CHANGES: &str = "Changes";

/// Who reads a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Audience {
    /// Everybody.
    Public,
    /// Those who operate the service.
    Operators,
}
