//! Queries and paths.

use super::row::Row;

pub(super) fn rows() -> Vec<Row> {
    let mut rows = queries();
    rows.extend(lists());
    rows.extend(paths());
    rows
}

fn queries() -> Vec<Row> {
    let mut rows = vec![
        Row::get("/query?limit=1", 200, ""),
        Row::get("/query?limit=100&other=1", 200, ""),
        Row::get("/query?limit=%31", 200, ""),
        Row::get("/query?limit=+1", 400, "Must be an integer."),
        Row::get("/query?limit=0", 400, "Must be at least 1."),
        Row::get("/query?limit=101", 400, "Must be at most 100."),
        Row::get("/query?limit=-1", 400, "Must be at least 1."),
        Row::get("/query?limit=1&limit=2", 400, "appears more than once"),
        Row::get("/query?limit=9223372036854775808", 400, "limit"),
    ];
    for query in ["", "?", "?limi=1", "?LIMIT=1", "?&&", "?x=%FF"] {
        rows.push(Row::get(
            &format!("/query{query}"),
            400,
            "A required parameter is missing.",
        ));
    }
    for value in [
        "",
        "x",
        "1.5",
        "1e1",
        "0x1",
        "%FF",
        "%00",
        "1%20",
        "1+",
        "null",
        "[1]",
        "%E2%80%AE1",
    ] {
        rows.push(Row::get(
            &format!("/query?limit={value}"),
            400,
            "Must be an integer.",
        ));
    }
    rows
}

fn lists() -> Vec<Row> {
    let long = "n".repeat(2_000);
    vec![
        Row::get("/list", 200, ""),
        Row::get("/list?tag=a", 200, ""),
        Row::get("/list?tag=a&tag=b", 200, ""),
        Row::get("/list?tag=&tag=%20", 200, ""),
        Row::get("/list?id=1&tag=a&id=2", 200, ""),
        Row::get("/list?id=1&id=x", 400, "Must be an integer."),
        Row::get("/list?id=", 400, "Must be an integer."),
        Row::get("/list?id=1&id=-1", 400, "id"),
        Row::get("/list?id=4294967296", 400, "id"),
        Row::get("/list?id=1,2", 400, "Must be an integer."),
        Row::get("/list?tag%5B%5D=a", 400, "This parameter is not known."),
        Row::get("/list?tag[0]=a", 400, "This parameter is not known."),
        Row::get("/list?other=1&other=2", 400, "This parameter is not known."),
        Row::get(
            &format!("/list?{long}=1"),
            400,
            "This parameter is not known.",
        ),
    ]
}

fn paths() -> Vec<Row> {
    let mut rows = vec![
        Row::get("/path/7", 200, ""),
        Row::get("/path/%37", 200, ""),
        Row::get("/path/18446744073709551615", 200, ""),
        Row::get("/path/18446744073709551616", 400, "id"),
        Row::get("/path/-1", 400, "id"),
        Row::get("/path/%FF", 400, "The value is invalid."),
        Row::get("/path/1%FF", 400, "The value is invalid."),
        Row::get("/path/%C3%28", 400, "The value is invalid."),
        Row::get("/small/255", 200, ""),
        Row::get("/small/256", 400, "n"),
        Row::get("/small/-1", 400, "n"),
        Row::get("/small/x", 400, "Must be an integer."),
        Row::get("/role/admin", 200, ""),
        Row::get("/role/root", 400, "role"),
        Row::get("/role/Admin", 400, "role"),
        Row::get("/role/%72eader", 200, ""),
        Row::get("/role/%FF", 400, "role"),
        Row::get("/role/%EF%BF%BD", 400, "role"),
        Row::get("/pair/1/admin", 200, ""),
        Row::get("/pair/256/admin", 400, "n"),
        Row::get("/pair/x/root", 400, "Must be an integer."),
        Row::get("/pair/1/root", 400, "role"),
        Row::get("/pair/1/%FF", 400, "role"),
        Row::get("/pair/1", 404, ""),
        Row::get("/role/a/b", 404, ""),
        Row::get("/missing", 404, ""),
    ];
    for value in [
        "x",
        "1.5",
        "%20",
        "1%2F2",
        "%2531",
        "1%00",
        "+1x",
        "0x1",
        "%E2%80%AE",
        "%zz",
        "%",
    ] {
        rows.push(Row::get(
            &format!("/path/{value}"),
            400,
            "Must be an integer.",
        ));
    }
    rows
}
