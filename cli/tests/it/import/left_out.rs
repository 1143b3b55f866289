//! What a catalog cannot have.

use super::{CASE, Case, check};

#[test]
fn what_cannot_be_in_a_catalog_is_told_with_its_line() {
    let case = |list, catalog, told| Case {
        list,
        code: 1,
        catalog,
        told,
        ..CASE
    };
    for case in [
        case(
            "code,status\nA,400\nB,200\nC,\nA,404\nD,4xx\nE,400-499\nF,99999\nG,\"404, 200\"\nH,404 or 410\n",
            &[
                "[codes.A]\nstatus = 400\n",
                "[codes.G]\nstatus = 404\n",
                "[codes.H]\nstatuses = [404, 410]\n",
            ],
            &[
                "errors.csv:3: left out: `B`: 200 is not an error status (400–599)",
                "errors.csv:4: left out: `C` has no status; `--status 422` sets one",
                "errors.csv:5: left out: duplicate code `A`: already in line 2",
                "errors.csv:6: left out: `status`: `4xx` is not a status",
                "errors.csv:7: left out: `status`: `400-499` is not a status",
                "errors.csv:9: left out: `G`: 200 is not an error status",
                "3 of 9 codes were imported",
            ],
        ),
        case(
            "code,number,status\nA,1,400\nB,1,400\nC,0,400\nD,x,400\nE,3000000000,400\n",
            &["[codes.E]\nstatus = 400\n"],
            &[
                "errors.csv:3: left out: `B`: duplicate number 1",
                "errors.csv:4: left out: `C`: the number of code `C` is 0",
                "errors.csv:5: left out: `number`: `x` is not an integer",
                "errors.csv:6: left out: `number`: `3000000000` is not an integer",
            ],
        ),
        case(
            "code,status,message,severity\nA,400,{ $x },loud\nB,400,\u{7}Bell.\u{1b}[2J,error\nC,400,\"=cmd\"\"\"\"\u{202e}\",error\n",
            &[
                "[codes.A]\nstatus = 400\n\n",
                "[codes.B]\nstatus = 400\nseverity",
                "[codes.C]\nstatus = 400\nseverity",
            ],
            &[
                "errors.csv:2: left out: `A`: placeholder `{ $x }`",
                "errors.csv:2: left out: `severity`: unknown word `loud`",
                "errors.csv:3: left out: `message`: the text contains a control character, U+0007",
                "errors.csv:4: left out: `C`: the message contains U+202E",
            ],
        ),
        case(
            "code,status\nA B,400\nNOT_FOUND,404\nnot-found,404\nindex,400\n9,400\n,400\nC,400,more\n",
            &["case = \"any\"", "[codes.NOT_FOUND]"],
            &[
                "errors.csv:2: left out: `A B` is no code",
                "errors.csv:4: left out: `NOT_FOUND` and `not-found` would both be named",
                "errors.csv:5: left out: code `index` has the address of a page",
                "errors.csv:6: left out: `9` is no code",
                "errors.csv:7: left out: the row has no code",
                "errors.csv:8: left out: the line has 3 cells, and the header 2",
                "`--case SCREAMING_SNAKE_CASE` spells it `A_B`",
            ],
        ),
    ] {
        check(&case);
    }
    check(&Case {
        format: "json",
        list: "[{\"code\": \"A\", \"status\": 400, \"message\": \"One.\", \"message\": \"Two.\"},\n7,\n{\"code\": \"B\\u0000\", \"status\": 400},\n{\"code\": [1], \"status\": 400},\n{\"code\": \"C\", \"status\": 400, \"nested\": {\"a\": 1}}]",
        code: 1,
        catalog: &[
            "[codes.A]\nstatus = 400\nmessage = \"One.\"\n",
            "[codes.C]\n",
        ],
        told: &[
            "errors.json:1: left out: `message`: the row has this twice",
            "errors.json:2: left out: expected an object",
            "errors.json:3: left out: `B\\u{0}` is no",
            "errors.json:4: left out: `code`: a code is a text",
            "left out: the column `nested` has objects",
            "2 of 5 codes were imported",
        ],
        ..CASE
    });
}
