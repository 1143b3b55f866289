//! The part that extractors and replies have in common: each is a newtype, and reads as its value.

/// Reads and changes the value inside without naming the field.
macro_rules! derefs {
    ($($name:ident),+) => {$(
        impl<T> std::ops::Deref for $name<T> {
            type Target = T;

            fn deref(&self) -> &T {
                &self.0
            }
        }

        impl<T> std::ops::DerefMut for $name<T> {
            fn deref_mut(&mut self) -> &mut T {
                &mut self.0
            }
        }
    )+};
}
pub(crate) use derefs;

/// [`derefs`], and makes it of the value.
macro_rules! newtype {
    ($name:ident) => {
        $crate::newtype::derefs!($name);

        impl<T> From<T> for $name<T> {
            fn from(value: T) -> Self {
                Self(value)
            }
        }
    };
}
pub(crate) use newtype;
