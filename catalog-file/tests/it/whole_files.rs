//! Files that are mistaken as a whole, and what is to be reported.

/// Whole files that are mistaken.
pub(crate) const FILES: &[(&str, &[&str])] = &[
    (
        "[catalog]\nname = 'a'\ncase = 'snake_case'\ndocumentation = ''\nbrands = ['b', '']\nfacts = { c = '', '' = 'd' }",
        &["text 4:17", "text 5:16", "text 6:11", "text 6:19"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'snake_case'\nhttp_case = 'any'\nbrands = 'b'\nfacts = { c = 1 }",
        &["unknown-word 4:13", "wrong-type 5:10", "wrong-type 6:15"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'camelCase'\n[codes.planLimit]\nstatus = 400\n[codes.PlanLimit]\nstatus = 400",
        &["spelling 6:8", "ambiguous-name 6:8"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'camelCase'\n[codes.planLimit]\nstatus = 400\n[codes.planlimit]\nstatus = 400",
        &["ambiguous-name 6:8"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'any'\n[codes.'auth/invalid-email']\nstatus = 400\n\
         [codes.'KV:Region:NotLeader']\nstatus = 503\n[codes.'auth.invalid_email']\nstatus = 400\n\
         [codes.'kv region']\nstatus = 400\n[codes.'2fa']\nstatus = 400",
        &["ambiguous-name 8:8", "spelling 10:8", "spelling 12:8"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'any'\n[codes.Index]\nstatus = 400\n[codes.'errors.JSON']\nstatus = 400\n\
         [codes.'http.status']\nstatus = 400",
        &["reserved-address 4:8", "reserved-address 6:8"],
    ),
    ("", &["missing-key 1:1"]),
    ("\u{feff}", &["missing-key 1:1"]),
    (
        "[catalgo]\nname = 'a'\ncase = 'snake_case'",
        &["unknown-key 1:2"],
    ),
    ("[catalog]", &["missing-key 1:1", "missing-key 1:1"]),
    ("catalog = 1", &["wrong-type 1:11"]),
    ("\n[catalog]\ncase = 'snake_case'", &["missing-key 2:1"]),
    (
        "[catalog]\nname = ''\ncase = 'snake_case'",
        &["catalog-name 2:8"],
    ),
    (
        "[catalog]\nname = '../a'\ncase = 'snake_case'",
        &["catalog-name 2:8"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'Pascal'\n[codes.NotFound]\nstatus = 404",
        &["unknown-word 3:8"],
    ),
    (
        "[catalog]\nname = 'a'\n[codes.NotFound]\nstatus = 404",
        &["missing-key 1:1"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'snake_case'\nwire = 'text'",
        &["unknown-word 4:8"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'snake_case'\ndigits = true",
        &["wrong-type 4:10"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'snake_case'\ntitle = ''",
        &["text 4:9"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'snake_case'\nlocales = ['en', '../x', 'EN', '']",
        &["locale 4:18", "locale 4:26", "locale 4:32"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'snake_case'\nexit_codes = { 300 = 1, 0400 = 1, 401 = 256 }",
        &[
            "status-range 4:16",
            "status-range 4:25",
            "out-of-range 4:41",
        ],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'snake_case'\nexit_codes = { 400 = 1, 401 = 0, 404 = 126 }",
        &["reserved-exit-code 4:25", "reserved-exit-code 4:34"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'snake_case'\nwire = 'number'\n[codes.a]\nstatus = 400",
        &["no-number 5:8"],
    ),
    (
        "[catalog]\nname = 'a'\ncase = 'snake_case'\ndigits = 'status'\n\
         [codes.a]\nstatus = 400\nnumber = 404001\n[codes.b]\nstatuses = [400, 404]\nnumber = -404002\n\
         [codes.c]\nstatus = 400\nnumber = 40",
        &["digits 7:10", "digits 13:10"],
    ),
    // One mistake, and not one for each line.
    (
        "{\n  \"schema\": 2,\n  \"name\": \"a\"\n}\n",
        &["syntax 1:1"],
    ),
    ("\n [\n  {\"code\": \"a\"}]", &["syntax 2:2"]),
    ("\u{feff}{}", &["syntax 1:1"]),
    // How codes are spelled is not known: no code is misspelled.
    (
        "[catalog]\nname = 'a'\ncase = 'snakecase'\n[codes.a_b]\nstatus = 404\n[codes.CD]\nstatus = 404\n[codes.ef-g]\nstatus = 404",
        &["unknown-word 3:8"],
    ),
    (
        "[catalog]\nname = 'a'\n[codes.a_b]\nstatus = 404\n[codes.CD]\nstatus = 404",
        &["missing-key 1:1"],
    ),
];
