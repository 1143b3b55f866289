//! The settings of Manila that a flag switches on.

use clap::Args;
use manila::Envelopes;

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
}
