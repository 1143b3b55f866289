//! Middleware that refuses.

use std::sync::Arc;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::ErrorInternalServerError;
use actix_web::middleware::Next;
use manila::{Condition, Fault};
use manila_actix::Error;
use tokio::sync::Semaphore;

use crate::workbench::routes;

pub(super) async fn timeout(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    match tokio::time::timeout(routes::TIMEOUT, next.call(request)).await {
        Ok(response) => response,
        Err(_) => Err(Error::from(Fault::condition(Condition::Timeout)).into()),
    }
}

pub(super) async fn one_at_a_time(
    turns: Arc<Semaphore>,
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    match turns.try_acquire() {
        Ok(_turn) => next.call(request).await,
        Err(_) => Err(Error::from(Fault::condition(Condition::Overloaded)).into()),
    }
}

pub(super) async fn failing(
    _: ServiceRequest,
    _: Next<impl MessageBody>,
) -> Result<ServiceResponse<actix_web::body::BoxBody>, actix_web::Error> {
    Err(ErrorInternalServerError("canary-middleware"))
}
