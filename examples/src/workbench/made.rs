//! What handlers make, described once for every framework.

use std::io;

use manila::{Condition, Fault};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::meddle::Change;
use super::options::Options;
use super::own;
use super::raw::{self, BodyKind, Raw};

/// What a handler makes of a request.
#[derive(Debug)]
pub(super) enum Made {
    Fault(Fault),
    /// The fault of a condition, in a response that the handler gave a status.
    Under(u16, Fault),
    /// A success that does not serialize, in a response that the handler gave a status.
    Unserializable(u16),
    Reply,
    Raw(Raw),
}

/// The paths of these routes, which axum and actix-web spell alike.
pub(super) const PATHS: [&str; 6] = [
    "/status-fault/{status}",
    "/variant",
    "/foreign-body/{status}",
    "/severe/{severity}",
    "/moment",
    "/not-allowed",
];

#[derive(Debug, Default, Deserialize)]
struct StatusFault {
    kind: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct ForeignBody {
    r#type: Option<BodyKind>,
}

#[derive(Debug, Default, Deserialize)]
struct Moment {
    advice: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct NotAllowed {
    allow: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Meddle {
    of: Option<Of>,
}

/// What the middleware of `/meddle` changes.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Of {
    #[default]
    Fault,
    Reply,
    Foreign,
}

impl Made {
    /// What stands at a path, by its segments; none where nothing does.
    pub(super) fn of(options: &Options, segments: &[&str], query: Option<&str>) -> Option<Self> {
        let catalog = options.catalog;
        Some(match segments {
            ["status-fault", status] => status_fault(status, &read::<StatusFault>(query)),
            ["foreign-body", status] => {
                let kind = read::<ForeignBody>(query).r#type.unwrap_or_default();
                let status = status.parse().unwrap_or_default();
                Self::Raw(raw::foreign_body(status, kind))
            }
            ["variant"] => Self::Fault(own::variant(catalog)),
            ["severe", severity] => Self::Fault(own::severe(catalog, severity)?),
            ["moment"] => {
                let advice = read::<Moment>(query).advice;
                let advice = advice.as_deref().unwrap_or("none");
                Self::Fault(own::moment(catalog, advice)?)
            }
            ["not-allowed"] => {
                let fault = Fault::condition(Condition::MethodNotAllowed);
                Self::Fault(match read::<NotAllowed>(query).allow {
                    Some(methods) => fault.with_allow(methods.split(',')),
                    None => fault,
                })
            }
            ["meddle", what] => {
                Change::at(what)?;
                to_be_changed(read::<Meddle>(query).of.unwrap_or_default())
            }
            _ => return None,
        })
    }

    /// The same, by the path that a router knows to be one of these.
    pub(super) fn at(options: &Options, path: &str, query: Option<&str>) -> Self {
        let path = path.strip_prefix("/nested").unwrap_or(path);
        let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
        Self::of(options, &segments, query)
            .unwrap_or_else(|| Self::Fault(Fault::condition(Condition::RouteNotFound)))
    }
}

/// What the handler of `/meddle` makes.
fn to_be_changed(of: Of) -> Made {
    match of {
        Of::Fault => Made::Fault(
            Fault::condition(Condition::Conflict)
                .with_detail("project", "canary-project")
                .because_text("canary-meddle"),
        ),
        Of::Reply => Made::Reply,
        Of::Foreign => Made::Raw(Raw::foreign(500)),
    }
}

fn status_fault(status: &str, query: &StatusFault) -> Made {
    let status = status.parse().unwrap_or_default();
    match query.kind.as_deref() {
        Some("json") => Made::Unserializable(status),
        _ => {
            let private = io::Error::other("canary-status-fault");
            Made::Under(
                status,
                Fault::condition(Condition::Conflict).because(private),
            )
        }
    }
}

/// The text that a service without Manila tends to answer a fault with.
pub(super) fn bare_text(fault: &Fault) -> String {
    let cause = fault.cause().map(manila::Cause::chain);
    cause.unwrap_or_else(|| fault.to_string())
}

/// The address that a redirection gets.
pub(super) fn location(status: u16) -> Option<&'static str> {
    (300..400).contains(&status).then_some("/ok")
}

/// The query, as far as it can be read.
pub(super) fn read<T: DeserializeOwned + Default>(query: Option<&str>) -> T {
    let query = query.map(|query| format!("/?{query}")).unwrap_or_default();
    let uri = query.parse().unwrap_or_default();
    axum::extract::Query::<T>::try_from_uri(&uri)
        .map(|query| query.0)
        .unwrap_or_default()
}
