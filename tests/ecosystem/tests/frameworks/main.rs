//! Other frameworks, each behind the tower layer.

mod lambda;
mod loco;
mod poem;
mod salvo;
mod viz;
mod warp;
mod xitca;
