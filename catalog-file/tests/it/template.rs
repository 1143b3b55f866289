//! Which templates of paths are one.

use manila_catalog_file::Template;

#[test]
fn templates_are_equal_where_their_literals_are() {
    for group in [
        &[
            "/a/{id}",
            r"/a/{x:\d+}",
            "/a/:id",
            r"/a/{x:[0-9]{2}}",
            r"/a/{x:\}}",
        ][..],
        &[
            "/a/{*rest}",
            "/a/{tail:.*}",
            "/a/{tail:.+}",
            "/a/*rest",
            "/a/{tail}*",
        ],
        &["/a/{x}/b/{y}", "/a/:x/b/:y", r"/a/{y:\w+}/b/{x}"],
        &["/a/{name}.json", r"/a/{n:\w+}.json"],
        &["/", "/"],
        &["", ""],
        &["/a", "/a"],
        &["/A"],
        &["/a/"],
        &["/a/{{id}}"],
        &["/a/id"],
        &["/a/x:id"],
        &["/a/*"],
        &["/a/{id"],
        &["/a/{x}{y}"],
        &["/ä/{id}", "/ä/:ö"],
        &["/ä/{*ö}"],
    ] {
        for template in group {
            let same: Vec<_> = ALL
                .iter()
                .filter(|other| Template::of(other) == Template::of(template))
                .collect();
            assert!(
                same.iter().all(|same| group.contains(same)),
                "{template}: {same:?}"
            );
            for other in group {
                assert_eq!(Template::of(template), Template::of(other));
                let written = Template::of(other).to_string();
                assert_eq!(Template::of(&written), Template::of(other), "{written}");
            }
        }
    }
}

const ALL: [&str; 29] = [
    "/a/{id}",
    r"/a/{x:\d+}",
    "/a/:id",
    r"/a/{x:[0-9]{2}}",
    r"/a/{x:\}}",
    "/a/{*rest}",
    "/a/{tail:.*}",
    "/a/{tail:.+}",
    "/a/*rest",
    "/a/{tail}*",
    "/a/{x}/b/{y}",
    "/a/:x/b/:y",
    r"/a/{y:\w+}/b/{x}",
    "/a/{name}.json",
    r"/a/{n:\w+}.json",
    "/",
    "",
    "/a",
    "/A",
    "/a/",
    "/a/{{id}}",
    "/a/id",
    "/a/x:id",
    "/a/*",
    "/a/{id",
    "/a/{x}{y}",
    "/ä/{id}",
    "/ä/:ö",
    "/ä/{*ö}",
];

#[test]
fn a_template_is_written_as_openapi_has_it() {
    for (text, written) in [
        (r"/a/{x:\d+}/b", "/a/{x}/b"),
        ("/a/:id", "/a/{id}"),
        ("/a/{tail:.*}", "/a/{*tail}"),
        ("/a/{tail}*", "/a/{*tail}"),
        ("/a/{{id}}", "/a/{{id}}"),
        ("/a/{id", "/a/{{id"),
    ] {
        assert_eq!(Template::of(text).to_string(), written, "{text}");
    }
}

#[test]
fn a_template_is_above_those_with_more_segments() {
    for (above, below, expected) in [
        ("/v1", "/v1/apps", true),
        ("/v1/", "/v1/{*rest}", true),
        ("", "/v1", true),
        ("/v1", "/v1", false),
        ("/v1", "/v1/", false),
        ("/v1", "/v10/apps", false),
        ("/v1/{a}", "/v1/b/c", false),
        ("/v1/{a}", r"/v1/{x:\d+}/c", true),
        ("/v1/apps", "/v1", false),
    ] {
        assert_eq!(
            Template::of(above).is_above(&Template::of(below)),
            expected,
            "{above} {below}"
        );
    }
}
