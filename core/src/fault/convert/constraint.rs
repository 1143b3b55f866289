//! What a violated constraint of a database means.

use super::IntoFault;
use crate::fault::Fault;

/// An error of a database, which may name the constraint that was violated. Those of diesel, sea-orm and
/// sqlx do; for another crate's it is two lines:
///
/// ```
/// use manila::{Condition, IntoFault, NamesConstraint, OnConstraint};
///
/// #[derive(Debug, thiserror::Error)]
/// #[error("the table refuses it")]
/// struct Refused { constraint: Option<String> }
///
/// impl NamesConstraint for Refused {
///     fn constraint(&self) -> Option<&str> {
///         self.constraint.as_deref()
///     }
/// }
///
/// impl IntoFault for Refused {
///     fn to_fault(&self) -> manila::Fault {
///         Condition::Internal.to_fault().because_of(self)
///     }
/// }
///
/// let refused = Refused { constraint: Some("users_name_key".to_owned()) };
/// let told = Err::<(), _>(refused).on_constraint("users_name_key", Condition::Conflict);
/// assert_eq!(told.unwrap_err().into_fault().http_status(), 409);
/// ```
pub trait NamesConstraint {
    /// Returns the constraint's name, or what the database names in its place: SQLite the columns of a
    /// unique constraint (`notes.title`), MySQL the key behind its table (`notes.title_key`). SQLite
    /// names no foreign key.
    fn constraint(&self) -> Option<&str>;
}

/// Says which code the violation of a constraint is, on the result of a query.
///
/// Several constraints are named one behind the other. `?` makes of any other error what it is
/// without this.
///
/// ```
/// use manila::{Fault, IntoFault, NamesConstraint, OnConstraint, Pointer, Violation};
///
/// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
/// enum ApiError {
///     #[error("The name is taken.")]
///     #[error_code(status = 409)]
///     NameTaken,
///     #[error("There is no such team.")]
///     #[error_code(status = 422)]
///     NoSuchTeam,
/// }
///
/// fn created<E>(inserted: Result<u64, E>) -> Result<u64, Fault>
/// where
///     E: NamesConstraint + IntoFault + std::error::Error + Send + Sync + 'static,
/// {
///     let taken = Violation::new("Somebody has this name.").with_pointer(Pointer::root().member("name"));
///     let inserted = inserted
///         .on_constraint("users_name_key", ApiError::NameTaken.fault().with_violation(taken))
///         .on_constraint("users_team_fkey", ApiError::NoSuchTeam);
///     inserted.map_err(IntoFault::into_fault) // in a handler, `?` does this
/// }
/// ```
pub trait OnConstraint<T, E> {
    /// Makes the violation of the constraint of this name an occurrence of the code, or the fault, with
    /// the error as its cause.
    ///
    /// # Errors
    ///
    /// That of the result, which remembers what it is.
    #[track_caller]
    fn on_constraint(self, name: &str, code: impl IntoFault) -> Result<T, QueryError<E>>;
}

/// An error of a query that may have been told to be a code; see [`OnConstraint`]. `?` makes a fault of
/// it.
///
/// ```
/// use manila::{IntoFault, QueryError};
///
/// fn status<E: IntoFault>(error: QueryError<E>) -> u16 {
///     error.into_fault().http_status()
/// }
/// ```
#[derive(Debug)]
pub struct QueryError<E>(Known<E>);

#[derive(Debug)]
enum Known<E> {
    Fault(Fault),
    Error(E),
}

impl<T, E> OnConstraint<T, E> for Result<T, E>
where
    E: NamesConstraint + std::error::Error + Send + Sync + 'static,
{
    fn on_constraint(self, name: &str, code: impl IntoFault) -> Result<T, QueryError<E>> {
        match self {
            Ok(value) => Ok(value),
            Err(error) => Err(QueryError::of(error, name, code)),
        }
    }
}

impl<T, E> OnConstraint<T, E> for Result<T, QueryError<E>>
where
    E: NamesConstraint + std::error::Error + Send + Sync + 'static,
{
    fn on_constraint(self, name: &str, code: impl IntoFault) -> Self {
        match self {
            Err(QueryError(Known::Error(error))) => Err(QueryError::of(error, name, code)),
            told => told,
        }
    }
}

impl<E> QueryError<E>
where
    E: NamesConstraint + std::error::Error + Send + Sync + 'static,
{
    #[track_caller]
    fn of(error: E, name: &str, code: impl IntoFault) -> Self {
        if error.constraint() == Some(name) {
            return Self(Known::Fault(code.into_fault().because(error)));
        }
        Self(Known::Error(error))
    }
}

impl<E: IntoFault> IntoFault for QueryError<E> {
    fn into_fault(self) -> Fault {
        match self.0 {
            Known::Fault(fault) => fault,
            Known::Error(error) => error.into_fault(),
        }
    }

    fn to_fault(&self) -> Fault {
        match &self.0 {
            Known::Fault(fault) => fault.clone(),
            Known::Error(error) => error.to_fault(),
        }
    }
}

/// The constraint in the message of a database whose driver does not name it: that of SQLite
/// (`UNIQUE constraint failed: notes.title`) or of MySQL (`… for key 'notes.title_key'`, or
/// ``… a foreign key constraint fails (`db`.`notes`, CONSTRAINT `notes_user_fkey` FOREIGN KEY …``).
pub(super) fn in_message(message: &str) -> Option<&str> {
    if let Some((_, name)) = message.split_once(" constraint failed: ") {
        return Some(name);
    }
    if let Some((_, key)) = message.rsplit_once(" for key '") {
        return key.strip_suffix('\'');
    }
    let (_, table) = message.split_once(" a foreign key constraint fails (")?;
    let (_, name) = table.split_once(" CONSTRAINT `")?;
    Some(name.split_once('`')?.0)
}
