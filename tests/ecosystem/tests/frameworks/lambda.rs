//! lambda_http: the adapter takes an app of axum's as it takes a router.

use lambda_http::lambda_runtime::{Context, LambdaEvent};
use lambda_http::request::LambdaRequest;
use lambda_http::{Adapter, Service as _};
use manila_axum::RouterExt as _;
use manila_ecosystem::{ID, envelopes, router};

async fn ask(path: &str) -> serde_json::Value {
    let event = serde_json::json!({
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {"x-request-id": ID},
        "requestContext": {
            "accountId": "1", "apiId": "api", "domainName": "api.example", "stage": "$default",
            "requestId": "r", "routeKey": "$default", "time": "12/Mar/2020:19:03:58 +0000",
            "timeEpoch": 1_583_348_638_390_u64,
            "http": {"method": "GET", "path": path, "protocol": "HTTP/1.1",
                "sourceIp": "127.0.0.1", "userAgent": "test"}
        },
        "isBase64Encoded": false
    });
    let event: LambdaRequest = serde_json::from_value(event).unwrap();
    let mut adapter = Adapter::from(router().with_envelope(envelopes()));
    let answer = adapter
        .call(LambdaEvent::new(event, Context::default()))
        .await
        .unwrap();
    serde_json::to_value(answer).unwrap()
}

#[tokio::test]
async fn an_app_answers_the_events_of_a_gateway() {
    for (path, status, code) in [
        ("/fault", 402, "PLAN_LIMIT_EXCEEDED"),
        ("/missing", 404, "not_found"),
        ("/panic", 500, "internal_server_error"),
    ] {
        let answer = ask(path).await;
        assert_eq!(answer["statusCode"], status, "{answer}");
        assert_eq!(answer["headers"]["x-error-code"], code, "{answer}");
        assert_eq!(answer["headers"]["x-request-id"], ID, "{answer}");
        // JSON is sent as text, not in Base64.
        assert_eq!(answer["isBase64Encoded"], false, "{answer}");
        let body: serde_json::Value =
            serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
        assert_eq!(body["error"]["code"], code);
    }
    assert_eq!(ask("/ok").await["statusCode"], 200);
}
