//! The shapes of the standard library's types.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use super::model::{Key, Shape, Shaped};

/// A type that a map has as its key.
pub(crate) trait Keyed {
    const KEY: Key;
}

macro_rules! integers {
    ($($type:ty)*) => {$(
        impl Shaped for $type {
            fn shape() -> Shape {
                Shape::Integer { min: <$type>::MIN as i128, max: <$type>::MAX as u128 }
            }
        }

        impl Keyed for $type {
            const KEY: Key = Key::Integer { min: <$type>::MIN as i128, max: <$type>::MAX as u128 };
        }
    )*};
}

integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! shaped {
    ($([$($generics:tt)*] $type:ty = $shape:expr;)*) => {$(
        impl<$($generics)*> Shaped for $type {
            fn shape() -> Shape {
                $shape
            }
        }
    )*};
}

shaped! {
    [] () = Shape::Null;
    [] bool = Shape::Boolean;
    [] f32 = Shape::Single;
    [] f64 = Shape::Float;
    [] char = Shape::Character;
    [] String = Shape::Text;
    [] serde_json::Value = Shape::Anything;
    [] std::num::NonZeroU8 = Shape::Integer { min: 1, max: u8::MAX.into() };
    [T: Shaped] Box<T> = T::shape();
    [T: Shaped] Option<T> = Shape::Option(Box::new(T::shape()));
    [T: Shaped] Vec<T> = Shape::List(Box::new(T::shape()));
    [T: Shaped] VecDeque<T> = Shape::List(Box::new(T::shape()));
    [T: Shaped] BTreeSet<T> = Shape::List(Box::new(T::shape()));
    [T: Shaped] HashSet<T> = Shape::List(Box::new(T::shape()));
    [T: Shaped, const N: usize] [T; N] = Shape::Tuple(vec![T::shape(); N]);
    [A: Shaped] (A,) = Shape::Tuple(vec![A::shape()]);
    [A: Shaped, B: Shaped] (A, B) = Shape::Tuple(vec![A::shape(), B::shape()]);
    [A: Shaped, B: Shaped, C: Shaped] (A, B, C) = Shape::Tuple(vec![A::shape(), B::shape(), C::shape()]);
    [K: Keyed, T: Shaped] BTreeMap<K, T> = Shape::Map(K::KEY, Box::new(T::shape()));
    [K: Keyed, T: Shaped] HashMap<K, T> = Shape::Map(K::KEY, Box::new(T::shape()));
}

impl Keyed for String {
    const KEY: Key = Key::Text;
}

impl Keyed for bool {
    const KEY: Key = Key::Boolean;
}
