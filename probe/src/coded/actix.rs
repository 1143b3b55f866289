//! actix-web.

use actix_http::Request as Asked;
use actix_web::HttpResponse;
use actix_web::body::{MessageBody, to_bytes};
use actix_web::dev::{Service, ServiceResponse};

use super::callable::{Call, Exchange};
use crate::enveloped::Actix;
use crate::wire::{Request, Response};

/// An `Err` is what the server makes a response of, so that it is one here.
impl<S, B> Call<Actix, Asked> for S
where
    S: Service<Asked, Response = ServiceResponse<B>>,
    S::Error: Into<actix_web::Error>,
    B: MessageBody,
{
    async fn call(&self, request: Asked) -> Exchange {
        let uri = request.uri();
        let path = uri.path_and_query().map_or("*", |path| path.as_str());
        let sent = Request::new(request.method().as_str().to_owned(), path);
        let received = match Service::call(self, request).await {
            Ok(response) => read(response.into_parts().1).await,
            Err(error) => read(HttpResponse::from_error(error)).await,
        };
        (sent, received)
    }
}

async fn read<B: MessageBody>(response: HttpResponse<B>) -> Result<Response, String> {
    let headers = response.headers().iter().map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        (name.as_str().to_owned(), value.into_owned())
    });
    let (status, headers) = (response.status().as_u16(), headers.collect());
    let body = to_bytes(response.into_body()).await;
    let body = body.map_err(|error| format!("the body failed: {}", error.into()))?;
    Ok(Response {
        status,
        headers,
        body: body.to_vec(),
    })
}
