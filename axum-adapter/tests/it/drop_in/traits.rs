//! The traits of the types: a row is compiled for the framework's type and for this crate's.

use std::fmt::Debug;
use std::ops::DerefMut;

use axum::extract::{FromRequest, FromRequestParts, OptionalFromRequest, OptionalFromRequestParts};
use axum::response::IntoResponse;
use manila_axum::{Form, Json, Path, Query, Reply};

use super::Seats;

trait ReadsAsValue: Debug + DerefMut<Target = Seats> {}
impl<T: Debug + DerefMut<Target = Seats>> ReadsAsValue for T {}

trait IsPlain: Clone + Copy + Default {}
impl<T: Clone + Copy + Default> IsPlain for T {}

trait FromBody: FromRequest<()> {}
impl<T: FromRequest<()>> FromBody for T {}

trait FromHead: FromRequestParts<()> {}
impl<T: FromRequestParts<()>> FromHead for T {}

/// Reads and changes the value by way of the wrapper alone.
fn drive(mut wrapped: impl ReadsAsValue) {
    assert_eq!(wrapped.seats, 7);
    wrapped.seats += 1;
    assert_eq!(*wrapped, Seats { seats: 8 });
    assert!(format!("{wrapped:?}").contains("Seats { seats: 8 }"));
}

fn like_json<T>(make: fn(Seats) -> T)
where
    T: ReadsAsValue + IsPlain + From<Seats> + IntoResponse + FromBody + OptionalFromRequest<()>,
{
    drive(make(Seats { seats: 7 }));
    drive(T::from(Seats { seats: 7 }));
    assert_eq!(*T::default(), Seats { seats: 0 });
}

fn like_form<T: ReadsAsValue + IsPlain + IntoResponse + FromBody>(make: fn(Seats) -> T) {
    drive(make(Seats { seats: 7 }));
}

fn like_query<T: ReadsAsValue + IsPlain + FromHead>(make: fn(Seats) -> T) {
    drive(make(Seats { seats: 7 }));
}

fn like_path<T: ReadsAsValue + FromHead + OptionalFromRequestParts<()>>(make: fn(Seats) -> T) {
    drive(make(Seats { seats: 7 }));
}

#[test]
fn what_the_frameworks_own_types_are_these_are_as_well() {
    like_json(axum::Json::<Seats>);
    like_json(Json::<Seats>);
    like_form(axum::Form::<Seats>);
    like_form(Form::<Seats>);
    like_query(axum::extract::Query::<Seats>);
    like_query(Query::<Seats>);
    like_path(axum::extract::Path::<Seats>);
    like_path(Path::<Seats>);
}

#[test]
fn a_reply_reads_as_its_data() {
    drive(Reply(Seats { seats: 7 }));
    drive(Reply::from(Seats { seats: 7 }));
}

#[test]
fn values_are_read_without_a_request_too() {
    let seats = Seats { seats: 7 };
    assert_eq!(
        *axum::Json::<Seats>::from_bytes(br#"{"seats":7}"#).unwrap(),
        seats
    );
    assert_eq!(
        *Json::<Seats>::from_bytes(br#"{"seats":7}"#).unwrap(),
        seats
    );
    let error = Json::<Seats>::from_bytes(br#"{"seats":"many"}"#).unwrap_err();
    assert_eq!(error.fault().violations().len(), 1);

    let uri = "/?seats=7".parse().unwrap();
    let theirs = axum::extract::Query::<Seats>::try_from_uri(&uri);
    assert_eq!(*theirs.unwrap(), seats);
    assert_eq!(*Query::<Seats>::try_from_uri(&uri).unwrap(), seats);
    let uri = "/?seats=many".parse().unwrap();
    let error = Query::<Seats>::try_from_uri(&uri).unwrap_err();
    assert_eq!(error.fault().violations().len(), 1);
}
