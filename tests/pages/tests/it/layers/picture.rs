//! The order of layers as a picture: boxes within each other, in SVG 1.1.

use std::fmt::Write as _;

use super::place::{Side, Stack};

const WIDTH: u32 = 760;
/// The height of a box's own line, and the distance between the sides of two boxes.
const LINE: u32 = 26;
const GAP: u32 = 8;

/// Boxes from the outermost to the handlers.
pub(super) fn picture(stack: &Stack) -> String {
    let mut boxes: Vec<(&str, &str, bool)> = Vec::new();
    let (outside, inside): (Vec<_>, Vec<_>) = stack
        .places
        .iter()
        .partition(|place| place.side == Side::Outside);
    boxes.extend(outside.iter().map(|place| (place.layer, "", false)));
    boxes.push((
        "EnvelopeLayer",
        "every error from here inwards is an envelope",
        true,
    ));
    boxes.extend(inside.iter().map(|place| (place.layer, "", false)));
    boxes.push(("routes, extractors, handlers, 404 and 405", "", false));

    let depth = u32::try_from(boxes.len()).unwrap_or(u32::MAX);
    let height = depth * (LINE + GAP) + GAP;
    let mut picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"sans-serif\" \
         font-size=\"13\" fill=\"#888\">\n<title>The order of layers of {}</title>\n",
        stack.framework
    );
    for (level, (name, note, is_envelope)) in (0..).zip(boxes) {
        let offset = 1 + level * GAP;
        let top = 1 + level * LINE;
        let (width, box_height) = (WIDTH - 2 * offset, height - top - offset);
        let (stroke, fill, weight) = match is_envelope {
            true => ("#3a7", "#3a71", "bold"),
            false => ("#8888", "none", "normal"),
        };
        let _ = writeln!(
            picture,
            "<rect x=\"{offset}\" y=\"{top}\" width=\"{width}\" height=\"{box_height}\" rx=\"5\" fill=\"{fill}\" \
             stroke=\"{stroke}\"/><text x=\"{}\" y=\"{}\" font-weight=\"{weight}\">{name}</text>",
            offset + 10,
            top + 18
        );
        if !note.is_empty() {
            let _ = writeln!(
                picture,
                "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{note}</text>",
                WIDTH - offset - 10,
                top + 18
            );
        }
    }
    picture + "</svg>\n"
}
