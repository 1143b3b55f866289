//! Resources of one method.

use actix_web::{FromRequest, Handler, Resource, Responder, web};

use crate::workbench::options::Options;

/// A resource that answers 405 to other methods; HEAD stands beside GET, and gRPC's POST where the
/// service speaks it.
pub(super) fn get<F, Args>(options: &Options, path: &str, handler: F) -> Resource
where
    F: Handler<Args> + Clone,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let resource = web::resource(path)
        .route(web::get().to(handler.clone()))
        .route(web::head().to(handler.clone()));
    if options.settings.grpc {
        resource.route(web::post().to(handler))
    } else {
        resource
    }
}

/// A resource that answers 405 to every method but POST.
pub(super) fn post<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    web::resource(path).route(web::post().to(handler))
}
