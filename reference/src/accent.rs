//! The colour of links and of what is chosen.
//!
//! A service sets one colour. Text of it has to be readable (WCAG 2.2, 1.4.3: a contrast of 4.5 at least) on the
//! light page as well as on the dark one, so that either gets the nearest shade that is.

use crate::error::{Error, shown};

/// What texts of the accent stand on: the darkest of the light surfaces, and the lightest of the dark ones, as
/// `templates/style.css` has them.
const LIGHT: Rgb = Rgb(0xf1, 0xf3, 0xf6);
const DARK: Rgb = Rgb(0x22, 0x27, 0x30);

/// WCAG's 4.5, and what rounding may cost.
const CONTRAST: f64 = 4.6;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rgb(u8, u8, u8);

/// The accent, in a shade for each scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Accent {
    pub(crate) light: String,
    pub(crate) dark: String,
}

impl Default for Accent {
    fn default() -> Self {
        Self::of(Rgb(0x1f, 0x5f, 0xd6))
    }
}

impl Accent {
    /// Reads `#rgb` or `#rrggbb`.
    pub(crate) fn read(text: &str) -> Result<Self, Error> {
        let digits = text.strip_prefix('#').unwrap_or_default();
        let digits: Option<Vec<u8>> = digits
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|digit| digit.try_into().ok()))
            .collect();
        let rgb = match digits.as_deref() {
            Some([r, g, b]) => Rgb(r * 17, g * 17, b * 17),
            Some([r, s, g, h, b, c]) => Rgb(r * 16 + s, g * 16 + h, b * 16 + c),
            _ => {
                let text = shown(text);
                let help = "write it as `#rrggbb` or `#rgb`: `#1f5fd6`, say";
                return Err(Error::new(format!(
                    "the accent {text} is no colour; {help}"
                )));
            }
        };
        Ok(Self::of(rgb))
    }

    fn of(rgb: Rgb) -> Self {
        Self {
            light: readable(rgb, Rgb(0, 0, 0), LIGHT).hex(),
            dark: readable(rgb, Rgb(255, 255, 255), DARK).hex(),
        }
    }
}

impl Rgb {
    fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Relative luminance (WCAG 2.2, "relative luminance").
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.0722f64.mul_add(
            linear(self.2),
            0.2126f64.mul_add(linear(self.0), 0.7152 * linear(self.1)),
        )
    }

    fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// This colour with a share of another, in hundredths.
    fn mixed(self, other: Self, share: u16) -> Self {
        let mix = |one: u8, other: u8| {
            let sum = u16::from(one) * (100 - share) + u16::from(other) * share;
            u8::try_from(sum / 100).unwrap_or(u8::MAX)
        };
        Self(
            mix(self.0, other.0),
            mix(self.1, other.1),
            mix(self.2, other.2),
        )
    }
}

/// The shade on the way to an end that is the first to be readable on a surface.
fn readable(rgb: Rgb, end: Rgb, surface: Rgb) -> Rgb {
    let mut shades = (0..=100).map(|share| rgb.mixed(end, share));
    shades
        .find(|shade| shade.contrast(surface) >= CONTRAST)
        .unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_accent_is_readable_in_both_schemes() {
        for text in [
            "#000", "#fff", "#ff0", "#1f5fd6", "#00ff00", "#808080", "#F0a",
        ] {
            let accent = Accent::read(text).unwrap();
            for (shade, surface) in [(&accent.light, LIGHT), (&accent.dark, DARK)] {
                let channel = |at: usize| u8::from_str_radix(&shade[at..at + 2], 16).unwrap();
                let shade = Rgb(channel(1), channel(3), channel(5));
                assert!(shade.contrast(surface) >= 4.5, "{text}: {shade:?}");
            }
        }
    }
}
