//! What a request is answered with.

use manila::Envelopes;
use manila_reference::{Answer, Reference, Request, Site};

use crate::kit::{field, get, reply};

manila::catalog! { enum ByName = "../catalogs/vibehost.toml" }
manila::catalog! { enum ByNumber = "../catalogs/cpi.toml" }

fn site() -> Site {
    Reference::new(ByName::CATALOG).site()
}

fn both() -> Site {
    Reference::of([ByName::CATALOG, ByNumber::CATALOG])
        .unwrap()
        .site()
}

#[test]
fn a_site_is_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>(value: T) -> T {
        value
    }
    let site = std::sync::Arc::new(shared(site()));
    let ask = |path: &'static str| {
        let site = std::sync::Arc::clone(&site);
        std::thread::spawn(move || get(&site, path).into_body())
    };
    let bodies = [ask("/CONFLICT"), ask("/CONFLICT")].map(|thread| thread.join().unwrap());
    assert_eq!(bodies[0], bodies[1]);
    // What is written once is handed on, and not copied.
    assert_eq!(
        bodies[0].as_ptr(),
        get(&site, "/CONFLICT").into_body().as_ptr()
    );
}

#[test]
fn each_spelling_of_an_address_leads_to_the_right_one() {
    for (site, cases) in [
        (
            site(),
            &[
                ("/plan_limit_exceeded", "PLAN_LIMIT_EXCEEDED"),
                ("/Plan_Limit_Exceeded.MD", "PLAN_LIMIT_EXCEEDED.md"),
                ("/plan_limit_exceeded.json", "PLAN_LIMIT_EXCEEDED.json"),
                ("/PLAN_LIMIT_EXCEEDED/", "../PLAN_LIMIT_EXCEEDED"),
                ("/PLAN_LIMIT_EXCEEDED/index.html", "../PLAN_LIMIT_EXCEEDED"),
                ("/index.html", "./"),
                ("/CATALOG.json", "catalog.json"),
                ("//", "../"),
            ][..],
        ),
        (
            Reference::new(ByNumber::CATALOG).site(),
            &[
                ("/Forbidden", "-403"),
                ("/FORBIDDEN", "-403"),
                ("/forbidden/", "../-403"),
            ][..],
        ),
        (
            both(),
            &[
                ("/vibehost", "vibehost/"),
                ("/VibeHost/conflict", "../vibehost/CONFLICT"),
                ("/cpi/forbidden", "../cpi/-403"),
                ("/vibehost/CONFLICT/", "../../vibehost/CONFLICT"),
            ][..],
        ),
    ] {
        for (path, location) in cases {
            let reply = get(&site, path);
            assert_eq!(reply.status(), 308, "{path}");
            assert_eq!(field(&reply, "location"), Some(*location), "{path}");
            assert!(reply.body().is_empty());
        }
    }
}

#[test]
fn what_is_no_page_is_refused_in_the_envelope() {
    let site = both();
    for (method, path, status, allow) in [
        ("GET", "/NO_SUCH_CODE", 404, None),
        ("GET", "/CONFLICT", 404, None),
        ("GET", "/vibehost/../cpi/-403", 404, None),
        ("GET", "/vibehost/CONFLICTindex.html", 404, None),
        ("GET", "/%2e%2e/etc/passwd", 404, None),
        ("GET", "/\u{202e}", 404, None),
        ("POST", "/vibehost/CONFLICT", 405, Some("GET, HEAD")),
        ("OPTIONS", "/", 405, Some("GET, HEAD")),
        ("get", "/", 405, Some("GET, HEAD")),
    ] {
        let Answer::Refuse(fault) = site.answer(&Request::new(method, path)) else {
            panic!("{method} {path} is answered");
        };
        let rendered = Envelopes::ok_error().render(&fault, None);
        assert_eq!(rendered.status(), status, "{method} {path}");
        let own = fault.headers().find(|(name, _)| *name == "allow");
        assert_eq!(own.map(|(_, value)| value), allow, "{method} {path}");
    }
}

#[test]
fn the_format_follows_from_the_address_and_from_accept() {
    let site = site();
    for (path, accept, content_type, vary) in [
        (
            "/CONFLICT",
            None,
            "text/html; charset=utf-8",
            Some("accept"),
        ),
        (
            "/CONFLICT",
            Some("*/*"),
            "text/html; charset=utf-8",
            Some("accept"),
        ),
        (
            "/CONFLICT",
            Some("text/*"),
            "text/html; charset=utf-8",
            Some("accept"),
        ),
        (
            "/CONFLICT",
            Some("image/png"),
            "text/html; charset=utf-8",
            Some("accept"),
        ),
        (
            "/CONFLICT",
            Some("text/markdown"),
            "text/markdown; charset=utf-8",
            Some("accept"),
        ),
        (
            "/CONFLICT",
            Some("application/json"),
            "application/json",
            Some("accept"),
        ),
        (
            "/CONFLICT.md",
            Some("text/html"),
            "text/markdown; charset=utf-8",
            None,
        ),
        (
            "/CONFLICT.json",
            Some("text/html"),
            "application/json",
            None,
        ),
        (
            "/",
            Some("text/markdown"),
            "text/markdown; charset=utf-8",
            Some("accept"),
        ),
        (
            "/",
            Some("application/json"),
            "application/json",
            Some("accept"),
        ),
        ("/llms.txt", None, "text/plain; charset=utf-8", None),
        ("/style.css", None, "text/css; charset=utf-8", None),
        ("/script.js", None, "text/javascript; charset=utf-8", None),
    ] {
        let mut request = Request::new("GET", path);
        if let Some(accept) = accept {
            request = request.accept(accept);
        }
        let reply = reply(&site, &request);
        assert_eq!(reply.status(), 200, "{path} {accept:?}");
        assert_eq!(
            field(&reply, "content-type"),
            Some(content_type),
            "{path} {accept:?}"
        );
        assert_eq!(field(&reply, "vary"), vary, "{path} {accept:?}");
    }
}

#[test]
fn what_the_client_has_is_not_sent_again() {
    let site = site();
    for path in ["/", "/CONFLICT", "/CONFLICT.md", "/style.css"] {
        let first = get(&site, path);
        let etag = field(&first, "etag").unwrap().to_owned();
        let strong = etag.trim_start_matches("W/").to_owned();
        for (known, status) in [
            (etag.clone(), 304),
            (format!("\"other\", {etag}"), 304),
            (strong, 304),
            ("*".to_owned(), 304),
            ("\"other\"".to_owned(), 200),
            ("garbage".to_owned(), 200),
        ] {
            let request = Request::new("GET", path).if_none_match(&known);
            let reply = reply(&site, &request);
            assert_eq!(reply.status(), status, "{path} {known}");
            assert_eq!(reply.body().is_empty(), status == 304);
            assert_eq!(field(&reply, "etag"), Some(&*etag));
        }
    }
    // A format is known by its own tag.
    let html = get(&site, "/CONFLICT");
    let markdown = reply(
        &site,
        &Request::new("GET", "/CONFLICT").accept("text/markdown"),
    );
    assert_ne!(field(&html, "etag"), field(&markdown, "etag"));
}

#[test]
fn pages_may_load_their_own_files_and_nothing_else() {
    let site = site();
    for path in ["/", "/CONFLICT", "/llms.txt", "/icon.svg"] {
        let reply = get(&site, path);
        let policy = field(&reply, "content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self'"));
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(field(&reply, "x-content-type-options"), Some("nosniff"));
    }
}

#[test]
fn a_request_is_shown_where_its_id_can_be_one() {
    let site = Reference::new(ByName::CATALOG)
        .request_link("https://logs.example/?a=1&id={request_id}")
        .unwrap()
        .site();
    let long = "a".repeat(129);
    for (query, shown) in [
        ("request_id=01a1-fca2.x_y", Some("01a1-fca2.x_y")),
        ("q=1&request_id=abc", Some("abc")),
        ("request_id=", None),
        ("request_id=a%20b", None),
        ("request_id=<script>", None),
        ("request_id=\"onload=", None),
        (&*format!("request_id={long}"), None),
        ("other=abc", None),
    ] {
        let reply = reply(&site, &Request::new("GET", "/CONFLICT").query(query));
        let page = std::str::from_utf8(reply.body()).unwrap();
        assert_eq!(page.contains("Your request"), shown.is_some(), "{query}");
        if let Some(id) = shown {
            assert!(page.contains(&format!("<code>{id}</code>")), "{query}");
            let link = format!("href=\"https://logs.example/?a=1&amp;id={id}\"");
            assert!(page.contains(&link), "{query}");
        }
    }
    // The way to the right spelling keeps it, and nothing else.
    let request = Request::new("GET", "/conflict").query("x=1&request_id=abc");
    let location = reply(&site, &request);
    assert_eq!(
        field(&location, "location"),
        Some("CONFLICT?request_id=abc")
    );
    // Another format has no place for it.
    let request = Request::new("GET", "/CONFLICT.md").query("request_id=abc");
    assert_eq!(
        field(&reply(&site, &request), "etag"),
        field(&get(&site, "/CONFLICT.md"), "etag")
    );
}

#[test]
fn a_mount_point_without_a_slash_leads_to_the_one_with_it() {
    let site = site();
    let bare = Request::new("GET", "");
    assert_eq!(reply(&site, &bare).status(), 200);
    let mounted = reply(&site, &bare.mount("/v1/errors"));
    assert_eq!(mounted.status(), 308);
    assert_eq!(field(&mounted, "location"), Some("errors/"));
    assert_eq!(
        reply(&site, &Request::new("GET", "/").mount("/v1/errors")).status(),
        200
    );
    // What could be read as a scheme leads nowhere.
    assert_eq!(reply(&site, &bare.mount("/a:b")).status(), 200);
}
