//! Successes with another status than 200.

use utoipa::IntoResponses;
use utoipa::openapi::RefOr;

use manila_openapi::bindings::{STATUS, SUCCESS};

use crate::responses::{Responses, key_of};

/// Says among the responses of an operation that the success of `R` has this status rather than
/// 200: `responses(Status<201, Reply<App>>, ApiError)`.
///
/// ```
/// use manila_utoipa::{Document, Status};
/// use manila::Envelopes;
/// use utoipa::OpenApi;
///
/// # mod manila_axum {
/// #     pub struct Reply<T>(pub T);
/// #     impl<T: utoipa::ToSchema> utoipa::IntoResponses for Reply<T> {
/// #         fn responses() -> manila_utoipa::__private::Responses {
/// #             manila_utoipa::__private::reply::<T>()
/// #         }
/// #     }
/// # }
/// use manila_axum::Reply;
///
/// #[derive(utoipa::ToSchema)]
/// struct App { name: String }
///
/// #[utoipa::path(post, path = "/apps", responses(Status<201, Reply<App>>))]
/// async fn create_app() {}
///
/// #[derive(OpenApi)]
/// #[openapi(paths(create_app))]
/// struct Api;
///
/// let mut api = Api::openapi();
/// Envelopes::ok_error().document(&mut api)?;
/// let document = serde_json::to_value(&api).unwrap();
/// let created = &document["paths"]["/apps"]["post"]["responses"]["201"];
/// let schema = &created["content"]["application/json"]["schema"];
/// assert_eq!(schema["required"], serde_json::json!(["ok", "data"]));
/// assert_eq!(schema["properties"]["data"]["$ref"], "#/components/schemas/App");
/// # Ok::<(), manila_utoipa::Error>(())
/// ```
#[derive(Debug)]
pub struct Status<const STATUS: u16, R>(std::marker::PhantomData<R>);

impl<const CODE: u16, R: IntoResponses> IntoResponses for Status<CODE, R> {
    fn responses() -> Responses {
        let responses = R::responses().into_iter();
        responses
            .map(|(key, it)| with_status(CODE, key, it))
            .collect()
    }
}

fn with_status(
    status: u16,
    key: String,
    mut response: RefOr<utoipa::openapi::Response>,
) -> (String, RefOr<utoipa::openapi::Response>) {
    let RefOr::T(inner) = &mut response else {
        return (key, response);
    };
    let mark = inner.extensions.as_mut().and_then(|it| it.get_mut(SUCCESS));
    let Some(mark) = mark else {
        return (key, response);
    };
    let status = status.to_string();
    mark[STATUS] = status.clone().into();
    (key_of(&status), response)
}
