//! The tools, called by the client of the SDK.

use manila::{Condition, Envelopes};
use manila_mcp::{Call, McpErrors};
use mcp_notes::Notes;
use rmcp::handler::server::tool::IntoCallToolResult as _;
use rmcp::model::{CallToolRequestParams, CallToolResponse, CallToolResult};
use rmcp::service::{RoleClient, RunningService, ServiceError};
use rmcp::{ErrorData, ServiceExt as _};
use serde_json::{Value, json};

type Client = RunningService<RoleClient, ()>;

async fn client() -> Client {
    let (ours, theirs) = tokio::io::duplex(64 * 1024);
    tokio::spawn(async move {
        let served = Notes::default().serve(theirs).await.unwrap();
        served.waiting().await.unwrap();
    });
    ().serve(ours).await.unwrap()
}

async fn try_call(client: &Client, tool: &str, arguments: &Value) -> Result<CallToolResult, ServiceError> {
    let mut request = CallToolRequestParams::new(tool.to_owned());
    request.arguments = arguments.as_object().cloned();
    client.call_tool(request).await
}

/// The text of a result, and what it is as data.
async fn call(client: &Client, tool: &str, arguments: Value) -> (String, Value) {
    let result = try_call(client, tool, &arguments).await.unwrap();
    let text = result.content[0].as_text().unwrap().text.clone();
    let value = serde_json::to_value(result).unwrap();
    assert_eq!(value["isError"] == true, value["structuredContent"].is_object(), "{value}");
    (text, value["structuredContent"].clone())
}

#[tokio::test]
async fn a_tool_that_succeeds_says_so() {
    let client = client().await;
    let (text, failed) = call(&client, "add_note", json!({ "text": "Buy milk", "tags": ["shop"] })).await;
    assert_eq!((&*text, failed), ("Note 1 is added.", Value::Null));
    assert_eq!(call(&client, "list_notes", Value::Null).await.0, "1: Buy milk #shop\n");
    assert_eq!(call(&client, "first_word", json!({ "id": 1 })).await.0, "Buy");
    assert_eq!(call(&client, "delete_note", json!({ "id": 1 })).await.0, "Note 1 is deleted.");
}

#[tokio::test]
async fn a_failed_tool_says_the_code_the_details_and_the_way_out() {
    let client = client().await;
    for _ in 0..3 {
        call(&client, "add_note", json!({ "text": "Buy milk" })).await;
    }
    let (text, failed) = call(&client, "add_note", json!({ "text": "Buy bread" })).await;
    assert!(text.starts_with("NOTEBOOK_FULL (409): The notebook is full: it holds 3 notes.\n"), "{text}");
    assert!(text.contains("\n1. Ask the user which note can go.\n2. Delete that note.\n"), "{text}");
    assert!(text.contains("\nNext: delete_note\n"), "{text}");
    assert_eq!(failed["code"], "NOTEBOOK_FULL");
    assert_eq!(failed["details"], json!({ "limit": 3 }));
    assert_eq!(
        failed["remedy"],
        json!({
            "owner": "user",
            "steps": ["Ask the user which note can go.", "Delete that note.", "Add the new one again."],
            "next": "delete_note",
            "documentation": "https://notes.example/errors/NOTEBOOK_FULL",
        })
    );
    let id = failed["request_id"].as_str().unwrap();
    assert!(text.ends_with(&format!("\nRequest id: {id}")), "{text}");
}

#[tokio::test]
async fn arguments_that_are_not_valid_are_a_result_with_their_places() {
    let client = client().await;
    let cases = [
        (json!({ "text": "" }), "/text"),
        (json!({ "text": 7 }), "/text"),
        (json!({ "text": "a", "tags": ["b", ""] }), "/tags/1"),
        (json!({}), ""),
        (Value::Null, ""),
    ];
    for (arguments, place) in cases {
        let (text, failed) = call(&client, "add_note", arguments.clone()).await;
        assert_eq!(failed["code"], "INVALID_ARGUMENTS", "{arguments}");
        assert_eq!(failed["violations"][0]["pointer"], place, "{arguments}: {failed}");
        assert!(text.contains("\nProblems:\n- "), "{text}");
        assert!(text.contains("\n1. Correct the arguments that are named."), "{text}");
    }
}

#[tokio::test]
async fn a_panic_and_a_cause_are_not_told() {
    let client = client().await;
    call(&client, "add_note", json!({ "text": "   " })).await;
    let (text, failed) = call(&client, "first_word", json!({ "id": 1 })).await;
    assert_eq!((&failed["code"], &failed["status"]), (&json!("INTERNAL_SERVER_ERROR"), &json!(500)));
    assert!(!format!("{text}{failed}").contains("index out of bounds"), "{text}");

    let (text, failed) = call(&client, "back_up", Value::Null).await;
    assert_eq!((&failed["code"], &failed["status"]), (&json!("BACKUP_FAILED"), &json!(503)));
    assert_eq!(failed["message"], "Backups cannot be made at the moment.");
    assert_eq!(failed["retry"]["advice"], "backoff");
    assert!(!format!("{text}{failed}").contains("hunter2"), "{text}");

    // The server has survived both.
    assert_eq!(call(&client, "list_notes", Value::Null).await.0, "1:    \n");
}

#[tokio::test]
async fn a_tool_that_there_is_not_is_an_error_of_the_protocol() {
    let client = client().await;
    let error = try_call(&client, "fly", &Value::Null).await.unwrap_err();
    let ServiceError::McpError(ErrorData { code, message, data }) = error else { panic!("{error:?}") };
    assert_eq!((code.0, &*message), (-32000, "There is no such tool."));
    let data = data.unwrap();
    assert_eq!((&data["code"], &data["status"]), (&json!("TOOL_NOT_FOUND"), &json!(404)));
    assert_eq!(data["remedy"]["steps"], json!(["List the tools."]));
}

#[test]
fn a_result_is_what_a_tool_of_the_macros_returns_as_its_error() {
    let errors = McpErrors::new(Envelopes::ok_error());
    let failed = errors.tool_result(Condition::Gone, &Call::of_tool("note"));
    let returned: Result<String, CallToolResult> = Err(failed.into());
    let Ok(CallToolResponse::Complete(result)) = returned.into_call_tool_result() else { panic!("no result") };
    assert_eq!(result.is_error, Some(true));
    assert_eq!(result.structured_content.unwrap()["code"], "gone");
}
