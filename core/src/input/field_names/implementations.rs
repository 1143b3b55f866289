//! `FieldNames` for types of the standard library that hold values of others.
//!
//! A list has elements, a map has keys; a set has neither on the wire, since its elements lose
//! their places when they are read.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use super::names::{FieldNames, Names};

macro_rules! field_names {
    ($([$($generics:tt)*] $type:ty = $names:expr;)*) => {$(
        impl<$($generics)*> FieldNames for $type {
            const NAMES: Names = $names;
        }
    )*};
}

field_names! {
    [T: FieldNames + ?Sized] &T = T::NAMES;
    [T: FieldNames + ?Sized] &mut T = T::NAMES;
    [T: FieldNames + ?Sized] Box<T> = T::NAMES;
    [T: FieldNames + ?Sized] Rc<T> = T::NAMES;
    [T: FieldNames + ?Sized] Arc<T> = T::NAMES;
    [T: FieldNames + ToOwned + ?Sized] Cow<'_, T> = T::NAMES;
    [T: FieldNames] Option<T> = T::NAMES;

    [T: FieldNames] [T] = Names::elements::<T>();
    [T: FieldNames, const N: usize] [T; N] = Names::elements::<T>();
    [T: FieldNames] Vec<T> = Names::elements::<T>();
    [T: FieldNames] VecDeque<T> = Names::elements::<T>();
    [T: FieldNames] LinkedList<T> = Names::elements::<T>();

    [T, S] HashSet<T, S> = Names::unordered();
    [T] BTreeSet<T> = Names::unordered();
    [T] BinaryHeap<T> = Names::unordered();

    [K, T: FieldNames, S] HashMap<K, T, S> = Names::keyed::<T>();
    [K, T: FieldNames] BTreeMap<K, T> = Names::keyed::<T>();
}
