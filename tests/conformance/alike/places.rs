//! The place of a mistake is one that the document has, and what is said there is true.

use super::row::Row;

const FORM: &str = "application/x-www-form-urlencoded";

pub(super) fn rows() -> Vec<Row> {
    let place = |place: &str| format!(r#""pointer":"{place}""#);
    let json = |path: &str, body: &str, told: &str| Row::json(path, body, 400, told);
    vec![
        // Flattened members, and those of tagged variants.
        json(
            "/flat",
            r#"{"name":"a","version":1,"level":0}"#,
            &place("/version"),
        ),
        json(
            "/flat",
            r#"{"name":"a","version":1,"level":0}"#,
            "Must be a string.",
        ),
        json(
            "/flat",
            r#"{"name":"a","version":"1","level":300}"#,
            r#""min":0,"max":255"#,
        ),
        json(
            "/flat",
            r#"{"name":"a","level":1,"x":{}}"#,
            r#""member":"version""#,
        ),
        json(
            "/flat",
            r#"{"name":"a","version":{},"level":{}}"#,
            &place("/version"),
        ),
        json(
            "/tagged",
            r#"{"type":"circle","radius":"x"}"#,
            &place("/radius"),
        ),
        json(
            "/tagged",
            r#"{"radius":-1,"type":"circle"}"#,
            "Must be between 0 and 4294967295.",
        ),
        json(
            "/tagged",
            r#"{"type":"hexagon","side":1}"#,
            r#""allowed":["circle","square"]"#,
        ),
        json(
            "/tagged/list",
            r#"{"shapes":[{"type":"square","side":1},{"type":"square"}]}"#,
            &place("/shapes/1"),
        ),
        // An array is no object.
        json("/alias", "[]", "Must be an object."),
        json("/alias", r#"["a@b.cd",20]"#, "Must be an object."),
        // Names that were sent, and none that were not.
        json("/alias", r#"{"mail":"x","age":20}"#, &place("/mail")),
        json(
            "/alias",
            r#"{"emailAddress":"x","age":20}"#,
            &place("/emailAddress"),
        ),
        json(
            "/alias",
            r#"{"emailAddress":"a@b.cd","mail":"a@b.cd"}"#,
            &place("/mail"),
        ),
        json("/alias", r#"{"mail":"a@b.cd"}"#, r#""member":"age""#),
        json(
            "/map",
            r#"{"r#type":{"max_value":101}}"#,
            &place("/r#type/max_value"),
        ),
        // Texts.
        Row::get("/small/300", 400, "Must be between 0 and 255."),
        Row::get("/small/-1", 400, "Must be between 0 and 255."),
        Row::get("/small/x", 400, "Must be an integer."),
        Row::get("/role/root", 400, r#""allowed":["admin","reader"]"#),
        Row::get(
            "/list?id=4294967296",
            400,
            "Must be between 0 and 4294967295.",
        ),
        Row::new(
            manila_probe::wire::Request::new("POST", "/form").body(FORM, "email=x&age=300"),
            400,
            "age",
        ),
    ]
}
