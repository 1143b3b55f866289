//! The size of a result, and JSON whatever a fault holds.

use manila::{Condition, Envelopes, Fault, Pointer, Violation};
use manila_mcp::{Call, McpErrors};
use serde_json::Value;

use super::{names, plain};

fn large() -> Fault {
    let violations = (0..1000).map(|index| {
        Violation::new(format!("Number {index} is {}.", "so ".repeat(40)))
            .with_pointer(Pointer::default().member("items").index(index))
    });
    let fault = Fault::condition(Condition::Validation).with_violations(violations);
    (0..100).fold(fault, |fault, index| {
        fault.with_detail(format!("detail_{index}"), "x".repeat(500))
    })
}

#[test]
fn a_result_is_within_the_limit_and_says_what_is_missing() {
    for limit in [1_500, 4_096, 16 * 1024, 64 * 1024] {
        let errors = McpErrors::new(Envelopes::ok_error().body_limit(limit));
        let result = errors.tool_result(large(), &Call::of_tool("publish"));
        assert!(
            result.as_json().len() <= limit,
            "{limit}: {}",
            result.as_json().len()
        );
        let value = result.to_value();
        assert_eq!(
            names(&value),
            ["content", "isError", "structuredContent"],
            "{limit}"
        );
        assert!(
            value["structuredContent"]["truncated"].as_i64().unwrap() > 0,
            "{limit}"
        );
        assert_eq!(value["structuredContent"]["code"], "unprocessable_content");

        let error = errors.rpc_error(large(), &Call::of_tool("publish"));
        assert!(error.data_json().len() <= limit, "{limit}");
        assert!(
            error.to_data()["truncated"].as_i64().unwrap() > 0,
            "{limit}"
        );
        assert_eq!(error.number(), -32602);
    }
}

#[test]
fn a_limit_that_nothing_fits_leaves_code_status_sentence_and_id() {
    for limit in [0, 1, 100, 200, 300] {
        let errors = McpErrors::new(Envelopes::ok_error().body_limit(limit));
        let result = errors.tool_result(large(), &Call::of_tool("publish"));
        let value = result.to_value();
        assert_eq!(value["isError"], true, "{limit}");
        assert_eq!(result.status(), 422, "{limit}");
        assert_eq!(value["structuredContent"]["status"], 422, "{limit}");
        assert!(value["structuredContent"]["code"].is_string(), "{limit}");
        assert_eq!(
            value["structuredContent"]["request_id"],
            result.request_id(),
            "{limit}"
        );
        assert!(!result.text().is_empty(), "{limit}");
        assert!(result.as_json().len() < 1024, "{limit}");

        let error = errors.rpc_error(large(), &Call::default());
        assert_eq!(error.number(), -32602, "{limit}");
        assert!(!error.message().is_empty(), "{limit}");
        assert_eq!(error.to_data()["status"], 422, "{limit}");
    }
}

#[test]
fn hostile_details_stay_json_on_one_line() {
    let texts = [
        "\"}],\"isError\":false,\"x\":[{\"",
        "\n{\"jsonrpc\":\"2.0\"}\n",
        "\u{2028}\u{2029}\0\u{1b}",
        "</script><script>",
        "\\u0000\\",
        "",
    ];
    for text in texts {
        let fault = Fault::condition(Condition::Conflict)
            .with_message(text.to_owned())
            .with_detail("value", text)
            .with_detail(text.to_owned(), text)
            .with_detail("isError", false)
            .with_detail("wide", u128::MAX)
            .with_reason(text)
            .with_violation(
                Violation::new(text)
                    .with_pointer(Pointer::default().member(text))
                    .with_detail("min", text),
            );
        let result = plain().tool_result(fault.clone(), &Call::of_tool(text));
        let json = result.as_json();
        assert!(!json.contains(['\n', '\r', '<', '>', '\u{2028}']), "{json}");
        let value: Value = serde_json::from_str(json).unwrap();
        assert_eq!(names(&value), ["content", "isError", "structuredContent"]);
        assert_eq!(value["isError"], true);
        let view = &value["structuredContent"];
        assert_eq!(view["details"]["value"], text);
        assert_eq!(view["violations"][0]["details"]["min"], text);
        // A number that no type of `serde_json` holds is written in all its digits.
        assert!(
            json.contains("340282366920938463463374607431768211455"),
            "{json}"
        );

        let error = plain().rpc_error(fault, &Call::of_method(text));
        let error: Value = serde_json::from_str(&serde_json::to_string(&error).unwrap()).unwrap();
        assert_eq!(names(&error), ["code", "data", "message"]);
        assert_eq!(error["data"]["details"]["value"], text);
    }
}
