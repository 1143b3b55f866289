//! Other frameworks, each behind the tower layer.

mod lambda;
mod poem;
mod salvo;
mod warp;
mod xitca;
