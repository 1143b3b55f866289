//! The part that extractors and replies have in common: each is a newtype, and reads as its value.

/// Reads, changes and takes out the value inside without naming the field.
macro_rules! derefs {
    ($($name:ident),+) => {$(
        impl<T> $name<T> {
            /// Takes the value out.
            pub fn into_inner(self) -> T {
                self.0
            }
        }

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

        impl<T: std::fmt::Display> std::fmt::Display for $name<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
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

/// Hands the value on to whoever serializes the newtype.
#[cfg(feature = "extract")]
macro_rules! serializes {
    ($name:ident) => {
        impl<T: serde::Serialize> serde::Serialize for $name<T> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }
    };
}
#[cfg(feature = "extract")]
pub(crate) use serializes;
