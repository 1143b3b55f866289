//! Where the paths of an OpenAPI document begin.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::operation::{is_path, shown};

/// A server of a document. What no probe has a use for is skipped.
#[derive(Deserialize)]
pub(super) struct Server {
    #[serde(default)]
    url: String,
    #[serde(default)]
    variables: BTreeMap<String, Variable>,
}

#[derive(Deserialize)]
struct Variable {
    default: Option<Value>,
}

/// The addresses of the servers of a document, with the defaults of their variables.
#[derive(Debug, Clone, Default)]
pub(super) struct Servers(Vec<String>);

impl Servers {
    pub(super) fn of(servers: &[Server]) -> Self {
        Self(servers.iter().map(Server::address).collect())
    }

    /// What stands before each path at a service of this host, whose own paths begin with `base`; and what
    /// is worth telling about it.
    pub(super) fn prefix(&self, authority: &str, base: &str) -> (String, Option<String>) {
        let Some(first) = self.0.first() else {
            return (String::new(), None);
        };
        let Some(path) = self.0.iter().find_map(|url| path_at(url, authority)) else {
            let note = format!(
                "the OpenAPI document is of another server, {}: its paths are called as they stand; \
                 if they begin otherwise here, name that in the address to probe",
                shown(first)
            );
            return (String::new(), Some(note));
        };
        let path = path.trim_end_matches('/');
        // Whoever names it in the address means it once.
        if path.is_empty() || base.ends_with(path) {
            return (String::new(), None);
        }
        if !is_path(path) || path.contains(['{', '}']) {
            let note = format!(
                "the path of the OpenAPI document's server, {}, is none that can be called: it is left out",
                shown(path)
            );
            return (String::new(), Some(note));
        }
        let note = format!(
            "the paths of the OpenAPI document are below {}, as its `servers` say",
            shown(&format!("{base}{path}"))
        );
        (path.to_owned(), Some(note))
    }
}

impl Server {
    fn address(&self) -> String {
        let mut address = self.url.clone();
        for (name, variable) in &self.variables {
            if let Some(default) = &variable.default {
                let default = default.as_str().map_or(default.to_string(), str::to_owned);
                address = address.replace(&format!("{{{name}}}"), &default);
            }
        }
        address
    }
}

/// The path of a server's address that is relative or of this host, from a slash on.
fn path_at(url: &str, authority: &str) -> Option<String> {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let url = &url[..end];
    let behind_scheme = match url.split_once("://") {
        Some((_, rest)) => Some(rest),
        None => url.strip_prefix("//"),
    };
    let Some(rest) = behind_scheme else {
        let relative = url.trim_start_matches("./").trim_start_matches('/');
        return Some(format!("/{relative}"));
    };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    host.eq_ignore_ascii_case(authority)
        .then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_begin_where_a_server_of_the_same_host_says() {
        let prefix = |urls: &[&str], base: &str| {
            let servers = Servers(urls.iter().map(|url| (*url).to_owned()).collect());
            servers.prefix("api.example:3000", base).0
        };
        for (url, path) in [
            ("/", ""),
            ("/api/v1", "/api/v1"),
            ("/api/v1/", "/api/v1"),
            ("api", "/api"),
            ("./api", "/api"),
            ("http://API.example:3000/v1", "/v1"),
            ("//api.example:3000/v1?a#b", "/v1"),
            ("http://api.example:3000", ""),
            ("https://other.example/v1", ""),
            ("/{version}", ""),
        ] {
            assert_eq!(prefix(&[url], ""), path, "{url}");
        }
        assert_eq!(prefix(&["https://other.example/v1", "/v2"], ""), "/v2");
        assert_eq!(prefix(&["/v1"], "/v1"), "");
        assert_eq!(prefix(&["/v1"], "/proxied"), "/v1");
        assert_eq!(prefix(&[], ""), "");
    }
}
