//! The settings of Manila that a flag switches on.

use clap::Args;
use manila::Envelopes;

use super::languages;

/// Declares a flag for each setting, and what it does to the envelopes.
macro_rules! settings {
    ($($(#[$meta:meta])* $name:ident => $set:expr,)+) => {
        /// The settings of Manila, each off unless it is named.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Args)]
        pub struct Settings {
            $($(#[$meta])* #[arg(long)] pub $name: bool,)+
        }

        impl Settings {
            pub(super) fn apply(self, mut envelopes: Envelopes) -> Envelopes {
                $(if self.$name {
                    let set: fn(Envelopes) -> Envelopes = $set;
                    envelopes = set(envelopes);
                })+
                envelopes
            }
        }
    };
}

settings! {
    /// Answer gRPC requests with gRPC statuses; POST is taken wherever GET is.
    grpc => Envelopes::grpc,
    /// Name Manila's headers in `access-control-expose-headers`.
    expose_headers => Envelopes::expose_headers,
    /// Keep the texts of foreign responses from clients.
    hide_reasons => Envelopes::hide_reasons,
    /// Send no challenge of the service's own with a 401.
    no_challenge => Envelopes::no_www_authenticate,
    /// Write the request's id into the body of every error.
    request_id_in_body => Envelopes::request_id_in_body,
    /// Write the way out that the catalog knows into every error.
    remedies => Envelopes::remedies,
    /// Answer with Markdown where `accept` names it.
    markdown => Envelopes::markdown,
    /// Answer in the language that `accept-language` asks for, as far as the catalog is translated.
    languages => languages::set,
    /// Write the sentence of the catalog's own language beside a translated one.
    source_message => Envelopes::source_message,
    /// Write no log event.
    no_event => Envelopes::no_event,
    /// Drop the fields of foreign 5xx responses that may disclose what is inside.
    hide_foreign_headers => Envelopes::hide_foreign_headers,
    /// Leave the path out of what the log and observers are told.
    no_path => Envelopes::no_path,
    /// Keep the bodies of foreign responses out of the log.
    no_foreign_text => Envelopes::no_foreign_text,
}
