//! The exit code of a command that ends with the error.

use manila::{Catalog, Status, default_exit_code};

use super::RemoteError;
use crate::class::Class;

impl RemoteError {
    /// Returns the exit code of a command that ends with this error, which is never that of a success:
    ///
    /// - that of the code, if the decoder's catalog has it: its own, else the catalog's for the status;
    /// - for any other code the catalog's for the status, else for its class: 400 stands for the client's
    ///   errors, 500 for all else;
    /// - without a catalog, or where it says none of these, the nearest one of `sysexits.h`.
    ///
    /// ```
    /// use manila_catalogs::Vibehost;
    /// use manila_client::{Decoder, decode};
    ///
    /// let decoder = Decoder::new().catalog(Vibehost::CATALOG);
    /// let exit_code = |status| decoder.decode(status, [("server", "nginx")], b"").exit_code();
    /// assert_eq!(exit_code(503), 4);
    /// assert_eq!(exit_code(418), exit_code(400));
    /// assert_eq!(decode(503, [("server", "nginx")], b"").exit_code(), 75); // EX_TEMPFAIL
    /// ```
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        let status = Status::new(self.status());
        let known = self.catalog_code().map(|code| {
            let declared = status.filter(|status| code.statuses().contains(status));
            code.exit_code_with(declared.unwrap_or(code.status()))
        });
        let of_status = || {
            let catalog = self.0.catalog?;
            let own = status.and_then(|status| catalog.own_exit_code(status));
            own.or_else(|| of_class(catalog, self.class()))
        };
        known
            .or_else(of_status)
            .unwrap_or_else(|| default_exit_code(self.status()))
            .max(1)
    }
}

fn of_class(catalog: &Catalog, class: Class) -> Option<u8> {
    let status = match class {
        Class::Client => 400,
        Class::Informational | Class::Successful | Class::Redirection | Class::Server => 500,
    };
    catalog.own_exit_code(Status::new(status)?)
}
