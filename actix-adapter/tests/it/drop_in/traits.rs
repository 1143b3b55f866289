//! The traits of the types: a row is compiled for the framework's type and for this crate's.

use std::cmp::Ordering;
use std::fmt::{Debug, Display};
use std::ops::DerefMut;

use actix_web::{FromRequest, Responder, web};
use manila_actix::{Form, Json, Path, Query, Reply};
use serde::Serialize;

use super::Seats;

trait ReadsAsValue: Debug + Display + DerefMut<Target = Seats> {}
impl<T: Debug + Display + DerefMut<Target = Seats>> ReadsAsValue for T {}

/// Reads, changes, shows and takes out the value by way of the wrapper alone.
fn drive<T: ReadsAsValue>(mut wrapped: T, into_inner: fn(T) -> Seats) {
    assert_eq!(wrapped.seats, 7);
    wrapped.seats += 1;
    assert_eq!(wrapped.to_string(), "8 seats");
    assert!(format!("{wrapped:?}").contains("Seats { seats: 8 }"));
    assert_eq!(into_inner(wrapped), Seats { seats: 8 });
}

const SEVEN: Seats = Seats { seats: 7 };

fn like_json<T>(made: T, into_inner: fn(T) -> Seats)
where
    T: ReadsAsValue + Serialize + Responder + FromRequest,
{
    assert_eq!(serde_json::to_string(&made).unwrap(), r#"{"seats":7}"#);
    drive(made, into_inner);
}

fn like_form<T>(made: T, into_inner: fn(T) -> Seats)
where
    T: ReadsAsValue + Serialize + Responder + FromRequest + Ord,
{
    like_json(made, into_inner);
}

fn like_query<T: ReadsAsValue + FromRequest + Clone + Ord>(made: T, into_inner: fn(T) -> Seats) {
    assert_eq!(made.clone().cmp(&made), Ordering::Equal);
    drive(made, into_inner);
}

fn like_path<T>(made: T, into_inner: fn(T) -> Seats)
where
    T: ReadsAsValue + FromRequest + Ord + AsRef<Seats> + From<Seats>,
{
    assert_eq!(*made.as_ref(), SEVEN);
    assert!(T::from(Seats { seats: 6 }) < made);
    drive(made, into_inner);
}

#[test]
fn what_the_frameworks_own_types_are_these_are_as_well() {
    like_json(web::Json(SEVEN), web::Json::into_inner);
    like_json(Json(SEVEN), Json::into_inner);
    like_form(web::Form(SEVEN), web::Form::into_inner);
    like_form(Form(SEVEN), Form::into_inner);
    like_query(web::Query(SEVEN), web::Query::into_inner);
    like_query(Query(SEVEN), Query::into_inner);
    like_path(web::Path::from(SEVEN), web::Path::into_inner);
    like_path(Path::from(SEVEN), Path::into_inner);
}

#[test]
fn a_reply_reads_as_its_data() {
    drive(Reply(SEVEN), Reply::into_inner);
}

#[test]
fn a_query_is_read_without_a_request_too() {
    assert_eq!(*web::Query::<Seats>::from_query("seats=7").unwrap(), SEVEN);
    assert_eq!(*Query::<Seats>::from_query("seats=7").unwrap(), SEVEN);
    let error = Query::<Seats>::from_query("seats=many").unwrap_err();
    assert_eq!(error.fault().violations().len(), 1);
}
