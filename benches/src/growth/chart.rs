//! The chart of growth, as SVG.

use std::fmt::Write as _;

use super::series::Series;
use crate::measure::Sheet;

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 460.0;
const LEFT: f64 = 70.0;
const TOP: f64 = 20.0;
/// The space right of the lines, for their names.
const RIGHT: f64 = 230.0;
const BOTTOM: f64 = 50.0;

/// The largest powers of ten on the axes.
const X_DECADES: i32 = 5;
const Y_DECADES: i32 = 9;

/// Colours that are told apart by people who see few of them, and on dark pages too.
const COLOURS: [&str; 6] = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9",
];

/// Instructions by size, both on a logarithmic scale: what grows linearly is parallel to the
/// diagonal, what does not grow is level.
pub(crate) fn chart(series: &[Series], sheet: &Sheet) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         font-family=\"sans-serif\" font-size=\"12\" fill=\"#888\">\n\
         <title>Instructions by size</title>\n"
    );
    write_axes(&mut svg);
    let mut lines: Vec<_> = series
        .iter()
        .zip(COLOURS)
        .filter_map(|(series, colour)| {
            let points: Vec<_> = series
                .costs(sheet)
                .iter()
                .map(|(size, cost)| place(*size as f64, cost.instructions))
                .collect();
            let end = *points.last()?;
            Some((series.name, colour, points, end))
        })
        .collect();
    lines.sort_by(|one, other| one.3.1.total_cmp(&other.3.1));
    // A name stands beside the end of its line, below the one before.
    let mut lowest = f64::MIN;
    for (name, colour, points, end) in lines {
        let path: Vec<_> = points
            .iter()
            .map(|(x, y)| format!("{x:.1},{y:.1}"))
            .collect();
        let y = (end.1 + 4.0).max(lowest + 16.0);
        lowest = y;
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n\
             <text x=\"{:.1}\" y=\"{y:.1}\" fill=\"{colour}\">{name}</text>",
            path.join(" "),
            WIDTH - RIGHT + 12.0,
        );
    }
    svg.push_str("</svg>\n");
    svg
}

fn write_axes(svg: &mut String) {
    let (right, bottom) = (WIDTH - RIGHT, HEIGHT - BOTTOM);
    for decade in 0..=X_DECADES {
        let (x, _) = place(10_f64.powi(decade), 1.0);
        let _ = writeln!(
            svg,
            "<path d=\"M{x:.1} {TOP}V{bottom}\" stroke=\"#8884\"/>\
             <text x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            bottom + 18.0,
            10_u64.pow(decade.unsigned_abs()),
        );
    }
    for decade in 2..=Y_DECADES {
        let (_, y) = place(1.0, 10_f64.powi(decade));
        let _ = writeln!(
            svg,
            "<path d=\"M{LEFT} {y:.1}H{right}\" stroke=\"#8884\"/>\
             <text x=\"{}\" y=\"{}\" text-anchor=\"end\">10<tspan dy=\"-5\" font-size=\"9\">\
             {decade}</tspan></text>",
            LEFT - 8.0,
            y + 4.0,
        );
    }
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">violations, bytes, codes or layers</text>\n\
         <text transform=\"translate(18 {}) rotate(-90)\" text-anchor=\"middle\">instructions</text>",
        (LEFT + right) / 2.0,
        HEIGHT - 12.0,
        (TOP + bottom) / 2.0,
    );
}

fn place(size: f64, instructions: f64) -> (f64, f64) {
    let along = size.log10() / f64::from(X_DECADES);
    let up = (instructions.log10() - 2.0) / f64::from(Y_DECADES - 2);
    let (width, height) = (WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    (LEFT + along * width, TOP + (1.0 - up) * height)
}
