/// Every case as a whole file.
pub(crate) fn cases() -> impl Iterator<Item = (String, &'static &'static [&'static str])> {
    let in_snake_case = IN_SNAKE_CASE.iter();
    let in_snake_case = in_snake_case.map(|(text, expected)| (format!("{text}{SNAKE}"), expected));
    let files = crate::whole_files::FILES
        .iter()
        .map(|(text, expected)| ((*text).to_owned(), expected));
    in_snake_case.chain(files)
}

/// What stands after each case of [`IN_SNAKE_CASE`].
pub(crate) const SNAKE: &str = "\n[catalog]\nname = 'test'\ncase = 'snake_case'\n";

/// Parts of a catalog in snake case that are mistaken, and what is to be reported.
const IN_SNAKE_CASE: &[(&str, &[&str])] = &[
    // Syntax.
    ("[codes.a\nstatus = 400", &["syntax 1:9"]),
    ("[codes.a]\nstatus = 40x", &["syntax 2:10"]),
    ("[codes.a]\nstatus = ", &["syntax 2:10"]),
    ("[codes.a]\nstatus", &["syntax 2:7"]),
    ("[codes.a]\nmessage = 'abc\nstatus = 400", &["syntax 2:15"]),
    (
        "[codes.a]\nstatuses = [400,\n401\n[codes.b]\nstatus = 402",
        &["syntax 2:12"],
    ),
    (
        "[codes.a]\nmessage = \"\"\"abc\nstatus = 400",
        &["syntax 2:11"],
    ),
    (
        "[codes.a]\nstatus = 4x\nretry = 4x",
        &["syntax 2:10", "syntax 3:9"],
    ),
    (
        "[codes.a]\nstatus = 4x\n[codes.b]\nstaus = 400",
        &["syntax 2:10", "unknown-key 4:1"],
    ),
    (
        "codes = 1\n[codes.a]\nstatus = 400",
        &["wrong-type 1:9", "syntax 2:2"],
    ),
    // The same thing twice.
    (
        "[codes.a]\nstatus = 400\nstatus = 401",
        &["duplicate-key 3:1"],
    ),
    (
        "[codes.a]\nstatus = 400\n[codes.a]\nstatus = 401",
        &["duplicate-key 3:8"],
    ),
    (
        "[codes.a]\nstatus = 400\n[codes.a]\nstatus = 7\n[codes.b]",
        &["duplicate-key 3:8", "no-status 5:8"],
    ),
    (
        "[codes.a]\nstatus = 400\nstatuses = [401]",
        &["exclusive-keys 3:12"],
    ),
    // Keys.
    ("extra = 1\n[codes.a]\nstatus = 400", &["unknown-key 1:1"]),
    (
        "[conditions]\ninternal = 'a'\n[code.a]\nstatus = 400",
        &["unknown-key 3:2"],
    ),
    ("[codes.a]\nstaus = 402", &["unknown-key 2:1"]),
    (
        "[codes.a]\nstatus = 402\ncolour = 'red'",
        &["unknown-key 3:1"],
    ),
    (
        "[codes.a]\nstatus = 402\nmessage = '{ $b }'\ndetail = { b = { type = 'any' } }",
        &["unknown-key 4:1"],
    ),
    (
        "[codes.a]\nstatus = 402\ndetails = { b = { tpye = 'any' } }",
        &["unknown-key 3:19"],
    ),
    (
        "[codes.a]\nstatus = 402\ndetails = { b = {} }",
        &["missing-key 3:13"],
    ),
    // Types.
    ("codes = 1", &["wrong-type 1:9"]),
    ("[conditions]\ninternal = 1", &["wrong-type 2:12"]),
    ("[codes]\na = 1", &["wrong-type 2:5"]),
    ("[[codes.a]]\nstatus = 400", &["wrong-type 1:1"]),
    ("[codes.a]\nstatus = '402'", &["wrong-type 2:10"]),
    ("[codes.a]\nstatus = 402.0", &["wrong-type 2:10"]),
    ("[codes.a]\nstatus = [402]", &["wrong-type 2:10"]),
    ("[codes.a]\nstatuses = 402", &["wrong-type 2:12"]),
    ("[codes.a]\nstatuses = [402, '403']", &["wrong-type 2:18"]),
    ("[codes.a]\nstatus = 402\ntitle = 3", &["wrong-type 3:9"]),
    (
        "[codes.a]\nstatus = 402\nsince = 2026-01-01",
        &["wrong-type 3:9"],
    ),
    (
        "[codes.a]\nstatus = 402\nderived = 'yes'",
        &["wrong-type 3:11"],
    ),
    (
        "[codes.a]\nstatus = 402\nrelated = 'a'",
        &["wrong-type 3:11"],
    ),
    ("[codes.a]\nstatus = 402\nscope = [1]", &["wrong-type 3:10"]),
    (
        "[codes.a]\nstatus = 402\ndetails = []\nmessage = '{ $b }'",
        &["wrong-type 3:11"],
    ),
    (
        "[codes.a]\nstatus = 402\ndetails = { b = 'uri' }\nmessage = '{ $b }'",
        &["wrong-type 3:17"],
    ),
    (
        "[codes.a]\nstatus = 402\nallow = { rule = true }",
        &["wrong-type 3:18"],
    ),
    ("[codes.a]\nstatus = 402\nclient = 7", &["wrong-type 3:10"]),
    (
        "[codes.a]\nstatus = 402\nserver = ['b', 7]",
        &["wrong-type 3:16"],
    ),
    (
        "[codes.a]\nstatus = 402\ncauses = 'b'",
        &["wrong-type 3:10"],
    ),
    (
        "[codes.a]\nstatus = 402\nsource = 'b'",
        &["wrong-type 3:10"],
    ),
    (
        "[codes.a]\nstatus = 402\noperations = 'GET /'",
        &["wrong-type 3:14"],
    ),
    (
        "[codes.a]\nstatus = 402\nnext = ['GET /']",
        &["wrong-type 3:8"],
    ),
    (
        "[codes.a]\nstatus = 402\nfacts = ['b']",
        &["wrong-type 3:9"],
    ),
    (
        "[codes.a]\nstatus = 402\nfacts = { b = ['c'], d = 2026-01-31, e = inf, f = 99999999999999999999 }",
        &[
            "wrong-type 3:15",
            "wrong-type 3:26",
            "out-of-range 3:42",
            "out-of-range 3:51",
        ],
    ),
    (
        "operations = ['GET /']\n[codes.a]\nstatus = 402",
        &["wrong-type 1:14"],
    ),
    (
        "[operations.'GET /']\ntitle = 1\ngroup = ['b']\n[codes.a]\nstatus = 402",
        &["wrong-type 2:9", "unknown-key 3:1"],
    ),
    (
        "[codes.a]\nstatus = 402\ndetails = { b = { type = 'any', required = 1, values = 'c' } }",
        &["wrong-type 3:44", "wrong-type 3:56"],
    ),
    // Words and numbers.
    (
        "[codes.a]\nstatus = 402\ndetails = { b = { type = 'array', items = 'strin' } }",
        &["unknown-word 3:43"],
    ),
    (
        "[codes.a]\nstatus = 402\nowner = 'usr'\napplied = 'maybe'",
        &["unknown-word 3:9", "unknown-word 4:11"],
    ),
    (
        "[codes.a]\nstatus = 402\ncause = ['b']",
        &["unknown-key 3:1"],
    ),
    (
        "[conditions]\nrate_limted = 'a'\n[codes.a]\nstatus = 429",
        &["unknown-word 2:1"],
    ),
    (
        "[codes.a]\nstatus = 402\nretry = 'nver'",
        &["unknown-word 3:9"],
    ),
    (
        "[codes.a]\nstatus = 402\nseverity = 'high'",
        &["unknown-word 3:12"],
    ),
    (
        "[codes.a]\nstatus = 402\nscope = ['response', 'page']",
        &["unknown-word 3:22"],
    ),
    (
        "[codes.a]\nstatus = 402\ndetails = { b = { type = 'str' } }",
        &["unknown-word 3:26"],
    ),
    (
        "[codes.a]\nstatus = 402\nnumber = 2147483648",
        &["out-of-range 3:10"],
    ),
    (
        "[codes.a]\nstatus = 402\nexit_code = 256",
        &["out-of-range 3:13"],
    ),
    (
        "[codes.a]\nstatus = 99999999999999999999",
        &["status-range 2:10"],
    ),
    ("[codes.a]\nstatus = -402", &["status-range 2:10"]),
    // Rules.
    ("[codes.a]\nstatus = 200", &["status-range 2:10"]),
    ("[codes.a]\nstatuses = [400, 600]", &["status-range 2:18"]),
    ("[codes.a]\nretry = 'never'", &["no-status 1:8"]),
    ("[codes.a]\nstatuses = []", &["no-status 2:12"]),
    (
        "[codes.a]\nstatuses = [400, 401, 400]",
        &["repeated-status 2:23"],
    ),
    ("[codes.PlanLimit]\nstatus = 402", &["spelling 1:8"]),
    ("[codes.\"\"]\nstatus = 402", &["spelling 1:8"]),
    ("[codes.schema]\nstatus = 402", &["reserved-address 1:8"]),
    ("[codes.index_page]\nstatus = 402", &[]),
    ("[codes.self]\nstatus = 402", &["variant-name 1:8"]),
    (
        "[codes.a_b]\nstatus = 402\n[codes.aB]\nstatus = 402",
        &["spelling 3:8", "variant-name 3:8"],
    ),
    (
        "[codes.a]\nstatus = 402\nnumber = 1\n[codes.b]\nstatus = 402\nnumber = 1",
        &["duplicate-number 6:10"],
    ),
    (
        "[codes.a]\nstatus = 402\nexit_code = 0\n[codes.b]\nstatus = 402\nexit_code = 127",
        &["reserved-exit-code 3:13", "reserved-exit-code 6:13"],
    ),
    (
        "[codes.a]\nstatus = 402\nexit_code = 124\n[codes.b]\nstatus = 402\nexit_code = 130",
        &[],
    ),
    (
        "[codes.a]\nstatus = 402\nnumber = -0",
        &["zero-number 3:10"],
    ),
    (
        "[codes.a]\nstatus = 402\nrelated = ['a', 'b']",
        &["unknown-related 3:17"],
    ),
    (
        "[codes.a]\nstatus = 402\nreplaced_by = 'b'",
        &["unknown-replacement 3:15"],
    ),
    (
        "[codes.a]\nstatus = 402\nreplaced_by = 'a'",
        &["replacement-cycle 3:15"],
    ),
    (
        "[codes.a]\nstatus = 402\nreplaced_by = 'c'\n[codes.b]\nstatus = 402\nreplaced_by = 'c'\n\
         [codes.c]\nstatus = 402\nreplaced_by = 'b'",
        &["replacement-cycle 6:15"],
    ),
    (
        "[conditions]\ninternal = 'b'\n[codes.a]\nstatus = 500",
        &["unknown-condition-code 2:12"],
    ),
    (
        "[conditions]\ninternal = 'a'\n[codes.a]\nstatus = 500\nretired = '2'",
        &["retired-condition-code 2:12"],
    ),
    (
        "[rules]\nemail = 'b'\n[codes.a]\nstatus = 422",
        &["unknown-rule-code 2:9"],
    ),
    (
        "[rules]\nemail = 'a'\n[codes.a]\nstatus = 422\nretired = '2'",
        &["retired-rule-code 2:9"],
    ),
    (
        "[rules]\nMaxLength = 'a'\n'' = 'a'\n[codes.a]\nstatus = 422",
        &["rule-name 2:13", "rule-name 3:6"],
    ),
    (
        "[rules]\nemail = 7\n[codes.a]\nstatus = 422",
        &["wrong-type 2:9"],
    ),
    ("[codes.a]\nstatus = 402\ntitle = ' '", &["text 3:9"]),
    (
        "[codes.a]\nstatus = 402\nmessage = \"é\\u0007\"\ntitle = \"a\\nb\"",
        &["text 3:11", "text 4:9"],
    ),
    (
        "[codes.a]\nstatus = 402\ndetails = { '' = { type = 'any' } }",
        &["text 3:13"],
    ),
    (
        "[codes.a]\nstatus = 402\nallow = { rule = '' }",
        &["text 3:11"],
    ),
    (
        "[codes.a]\nstatus = 402\noperations = ['GET /', ' ']\nnext = ''\nfacts = { b = '', '' = 1 }",
        &["text 3:24", "text 4:8", "text 5:11", "text 5:19"],
    ),
    (
        "[operations.'']\n[operations.b]\ntitle = ''\n[operations.c]\ngroups = ['']\n[codes.a]\nstatus = 402",
        &["text 1:13", "text 2:13", "text 4:13"],
    ),
    (
        "[codes.a]\nstatus = 402\ncauses = ['b', '']\nsource = [\"b\\nc\"]",
        &["text 3:16", "text 4:11"],
    ),
    (
        "[codes.a]\nstatus = 402\nmessage = 'é { $b } {$c}'",
        &["placeholder 3:11", "placeholder 3:11"],
    ),
    (
        "[codes.a]\nstatus = 402\nmessage = '{ $b'\ndetails = { b = { type = 'any' } }",
        &["placeholder 3:11"],
    ),
    (
        "[codes.a]\nstatus = 402\nmessage = 'as in {\"a\": {}}, at $5'",
        &[],
    ),
    (
        "[codes.a]\nstatus = 402\ndetails.retry.type = 'any'",
        &["reserved-detail 3:9"],
    ),
    (
        "[codes.a]\nstatus = 402\n[codes.a.details]\nb = { type = 'string', items = 'string' }\n\
         c = { type = 'integer', values = ['1'] }\nd = { type = 'array', values = ['1'] }\n\
         e = { type = 'string', values = ['1', '2', '1'] }\n\
         f = { type = 'array', items = 'integer', values = ['1'] }\n\
         g = { type = 'array', items = 'string', values = ['1'] }",
        &[
            "detail-values 4:1",
            "detail-values 5:1",
            "detail-values 6:1",
            "detail-values 7:1",
            "detail-values 8:1",
        ],
    ),
    // A column counts characters.
    (
        "codes.'ä' = { status = 402, titel = 'ß', rety = '' }",
        &["spelling 1:7", "unknown-key 1:29", "unknown-key 1:42"],
    ),
    // What shows a text in another order than it is written.
    (
        "[codes.a]\nstatus = 400\nmessage = \"a \\u202Eb\"\nmeaning = \"a \\u2066b\"\nclient = ['a', \"\\u202Ab\"]",
        &["text 3:11", "text 4:11", "text 5:16"],
    ),
    (
        "[codes.a]\nstatus = 400\nmessage = \"a \\u200F\\u061Cb\"",
        &[],
    ),
];
