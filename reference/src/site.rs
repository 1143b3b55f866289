//! The pages of a reference.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::OnceLock;

use bytes::Bytes;
use manila::adapter::is_request_id;

use crate::accept::format_for;
use crate::answer::{Answer, Sent, Vary, method_not_allowed, moved, not_found, send};
use crate::book::Book;
use crate::content::Content;
use crate::format::Format;
use crate::links::{Form, file_of};
use crate::pages;
use crate::request::Request;
use crate::route::{Route, Routes};
use crate::settings::Settings;

/// The pages of a [`Reference`](crate::Reference), as files and as answers to requests.
///
/// A page that is served is written when it is first asked for, and kept: a site costs little until then.
pub struct Site {
    book: Book,
    routes: Routes,
    /// The places of routes by their addresses in lower case, without a slash at the end.
    places: HashMap<String, usize>,
    /// What has been served, by the places of routes.
    written: Vec<OnceLock<Written>>,
}

/// A file of a [`Site`].
#[derive(Debug, Clone)]
pub struct File {
    path: String,
    format: Format,
    written: Written,
}

#[derive(Debug, Clone)]
struct Written {
    bytes: Bytes,
    etag: String,
}

impl Written {
    /// What is written, with a mark of what else tells it from another.
    fn new(bytes: Bytes, mark: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        if !mark.is_empty() {
            mark.hash(&mut hasher);
        }
        // Weak, as what compresses the response changes its bytes (RFC 9110 §8.8.1).
        let etag = format!("W/\"{:016x}-{:x}\"", hasher.finish(), bytes.len());
        Self { bytes, etag }
    }
}

impl File {
    /// Returns the path below the root of the site, with `/` between folders: `PLAN_LIMIT/index.html`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the media type.
    #[must_use]
    pub const fn media_type(&self) -> &'static str {
        self.format.media_type()
    }

    /// Returns the content.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.written.bytes
    }

    /// Returns an entity tag of the content, which is weak (RFC 9110 §8.8.3).
    #[must_use]
    pub fn etag(&self) -> &str {
        &self.written.etag
    }
}

impl Site {
    pub(crate) fn new(settings: Settings) -> Self {
        let book = Book::new(settings);
        let routes = Routes::of(&book);
        let mut places = HashMap::with_capacity(routes.0.len());
        let at_addresses = routes.0.iter().enumerate();
        for (place, route) in at_addresses.filter(|(_, route)| route.is_at_address()) {
            places.entry(key_of(&route.address)).or_insert(place);
        }
        let written = routes.0.iter().map(|_| OnceLock::new()).collect();
        Self {
            book,
            routes,
            places,
            written,
        }
    }

    /// Returns every file of the site, to be published below any address, or opened from a folder. Their order
    /// and their content are the same each time.
    ///
    /// ```
    /// use manila_reference::Reference;
    ///
    /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    /// let site = Reference::new(ApiError::CATALOG).site();
    /// let index = site.files().find(|file| file.path() == "index.html").unwrap();
    /// assert_eq!(index.media_type(), "text/html; charset=utf-8");
    /// assert!(index.bytes().starts_with(b"<!doctype html>"));
    /// ```
    pub fn files(&self) -> impl Iterator<Item = File> {
        let files = self.routes.0.iter().filter(|route| route.is_file());
        files.map(|route| File {
            path: file_of(&route.address),
            format: route.content.format(&self.book),
            written: self.write(route, Form::Files),
        })
    }

    /// Returns the answer to a request: a page in the format and in the language that the client asks for, the
    /// way to its proper address where the request has another spelling, or an error for the service's envelope.
    ///
    /// Where the reference has [translations](crate::Reference::translations), the address of a page is answered
    /// in the reader's language, by `accept-language`, with `content-language` and `vary`. The addresses in the
    /// folder of a language are answered in that.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila_reference::{Answer, Reference, Request};
    ///
    /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    /// let site = Reference::new(ApiError::CATALOG).site();
    ///
    /// let Answer::Reply(reply) = site.answer(&Request::new("GET", "/plan_limit_exceeded")) else {
    ///     unreachable!()
    /// };
    /// assert_eq!(reply.status(), 308);
    /// assert!(reply.header().any(|field| field == ("location", "PLAN_LIMIT_EXCEEDED")));
    ///
    /// let Answer::Refuse(fault) = site.answer(&Request::new("GET", "/NO_SUCH_CODE")) else {
    ///     unreachable!()
    /// };
    /// assert_eq!(Envelopes::ok_error().render(&fault, None).status(), 404);
    /// ```
    #[must_use]
    pub fn answer(&self, request: &Request<'_>) -> Answer {
        if !matches!(request.method, "GET" | "HEAD") {
            return method_not_allowed();
        }
        let path = request.path.strip_prefix('/').unwrap_or(request.path);
        let Some(&place) = self.places.get(&key_of(path)) else {
            return not_found();
        };
        let route = &self.routes.0[place];
        let address = self.own_address(route);
        if *address != *path {
            return lead(path, &address, request);
        }
        if request.path.is_empty() {
            let folder = request.mount.and_then(|mount| mount.rsplit('/').next());
            if let Some(folder) = folder.filter(|folder| is_segment(folder)) {
                return moved(with_id(format!("{folder}/"), request));
            }
        }
        self.send(place, route, request)
    }

    /// The address that a route is reached at, which that of a code's other name leads to.
    fn own_address<'a>(&'a self, route: &'a Route) -> Cow<'a, str> {
        match route.content {
            Content::Moved(volume, entry) => {
                let shelf = self.book.shelf(route.folder(&self.book));
                let entry = &self.book.volumes[volume].entries[entry];
                shelf.address(&entry.address).into()
            }
            _ => (&*route.address).into(),
        }
    }

    fn write(&self, route: &Route, form: Form) -> Written {
        let edition = route.edition(&self.book, form);
        // Two languages may have the same words for something, and are two representations all the same.
        let mark = self.book.folder(route.language);
        Written::new(route.content.write(&self.book, edition), mark)
    }

    /// The language of what is sent, where the site tells languages apart.
    fn language_of(&self, route: &Route) -> Option<&str> {
        let language = self.book.languages.get(route.language)?;
        match route.content.has_languages() {
            true => Some(&language.tag),
            false => route.content.own_language(&self.book),
        }
    }

    fn send(&self, place: usize, route: &Route, request: &Request<'_>) -> Answer {
        let in_languages = &route.in_languages;
        let mut place = place;
        if !in_languages.is_empty() {
            let language = self.book.languages.negotiate(request.accept_language);
            place = in_languages.get(language).copied().unwrap_or(place);
        }
        let mut format = route.content.format(&self.book);
        if let Some(twins) = self.routes.0[place].twins {
            format = format_for(request.accept);
            place = match format {
                Format::Markdown => twins.markdown,
                Format::Json => twins.json,
                _ => place,
            };
        }
        let chosen = &self.routes.0[place];
        let written = self.written[place].get_or_init(|| self.write(chosen, Form::Served));
        let id = id_of(request).filter(|_| matches!(chosen.content, Content::Code(..)));
        let written = match id {
            Some(id) => {
                let words = self.book.wording(chosen.language);
                let page = pages::with_request(&self.book, &written.bytes, id, words);
                Written::new(page, self.book.folder(chosen.language))
            }
            None => written.clone(),
        };
        send(Sent {
            format,
            language: self.language_of(chosen),
            bytes: written.bytes,
            etag: written.etag,
            vary: Vary {
                accept: route.twins.is_some(),
                accept_language: !in_languages.is_empty(),
            },
            is_hidden: self.book.settings.is_hidden,
            if_none_match: request.if_none_match,
        })
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site")
            .field("settings", &self.book.settings)
            .field("resources", &self.routes.0.len())
            .finish_non_exhaustive()
    }
}

fn lead(path: &str, address: &str, request: &Request<'_>) -> Answer {
    let up = "../".repeat(path.matches('/').count());
    let location = match format!("{up}{address}") {
        empty if empty.is_empty() => "./".to_owned(),
        location => location,
    };
    moved(with_id(location, request))
}

/// What an address is found by: one key for each spelling of it.
fn key_of(address: &str) -> String {
    let lower = address.to_ascii_lowercase();
    let folder = lower.strip_suffix("index.html").unwrap_or(&lower);
    // `PLAN_LIMITindex.html` is no spelling of `PLAN_LIMIT`.
    let is_folder = folder.is_empty() || folder.ends_with('/');
    let page = if is_folder { folder } else { &lower };
    page.strip_suffix('/').unwrap_or(page).to_owned()
}

/// The id that a request asks about, if it can be one.
fn id_of<'a>(request: &Request<'a>) -> Option<&'a str> {
    let mut members = request.query?.split('&');
    let id = members.find_map(|member| member.strip_prefix("request_id="))?;
    is_request_id(id.as_bytes()).then_some(id)
}

fn with_id(location: String, request: &Request<'_>) -> String {
    match id_of(request) {
        Some(id) => format!("{location}?request_id={id}"),
        None => location,
    }
}

/// Whether a text is a segment of a path that a relative link can begin with (RFC 3986 §3.3, §4.2).
fn is_segment(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "-._~%!$&'()*+,;=@".contains(c);
    !text.is_empty() && text.chars().all(fits)
}
