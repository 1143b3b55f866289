//! A work in several sizes.

use crate::budgets::{Outcome, Verdict};
use crate::measure::{Cost, Runs, Sheet};
use crate::work::{Answer, Body, Contender, Expected, Work};

/// How much steeper a cost may grow than it did before, and how much more a flat one may be.
const SLACK: f64 = 1.25;

/// A work in several sizes, from the smallest to the largest.
pub(crate) struct Series {
    pub(crate) name: &'static str,
    /// What is counted.
    pub(crate) unit: &'static str,
    pub(crate) shape: Shape,
    pub(crate) sizes: &'static [usize],
    pub(crate) works: Vec<Work>,
}

/// How a cost may grow.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// One more costs no more among many than among few.
    Linear,
    /// It costs the same among many and among few.
    Flat,
}

impl Series {
    /// A series of works that are each begun anew: `begin` makes what is worked on and returns what
    /// does the work once, and tells something of what came out.
    pub(super) fn new<W: Fn() -> usize + 'static>(
        name: &'static str,
        unit: &'static str,
        shape: Shape,
        sizes: &'static [usize],
        begin: fn(usize) -> W,
    ) -> Self {
        let works = sizes.iter().map(|&size| {
            let answer = move || Answer {
                status: 200,
                header: Vec::new(),
                body: (begin(size)() >= size).to_string().into_bytes(),
            };
            let repeat = move |times| {
                let work = begin(size);
                for _ in 0..times {
                    std::hint::black_box(work());
                }
            };
            Work {
                name: format!("growth: {name}, {size}").into(),
                runs: Runs::cold((4000 / size.max(1)).clamp(1, 500) as u32),
                contenders: vec![Contender::new("manila", EXPECTED, answer, repeat)],
            }
        });
        Self {
            name,
            unit,
            shape,
            sizes,
            works: works.collect(),
        }
    }

    /// The size and the cost of every work.
    pub(crate) fn costs(&self, sheet: &Sheet) -> Vec<(usize, Cost)> {
        let costs = self.works.iter().zip(self.sizes);
        costs
            .filter_map(|(work, size)| Some((*size, sheet.cost(&work.name, "manila")?)))
            .collect()
    }

    /// Whether it grows as it may.
    pub(crate) fn judge(&self, sheet: &Sheet) -> Option<Verdict> {
        let costs: Vec<_> = self
            .costs(sheet)
            .iter()
            .map(|(size, cost)| (*size as f64, cost.instructions))
            .collect();
        let (what, figure) = match self.shape {
            Shape::Flat => {
                let (first, last) = (costs.first()?, costs.last()?);
                ("instructions, the largest / the smallest", last.1 / first.1)
            }
            Shape::Linear => {
                let slopes = costs
                    .windows(2)
                    .map(|pair| (pair[1].1 - pair[0].1) / (pair[1].0 - pair[0].0));
                let slopes: Vec<_> = slopes.collect();
                let (last, before) = slopes.split_last()?;
                let steepest = before.iter().copied().fold(f64::MIN, f64::max);
                (
                    "instructions for one more, at the end / before",
                    last / steepest,
                )
            }
        };
        Some(Verdict {
            row: self.name,
            what: what.to_owned(),
            figure,
            bound: SLACK,
            outcome: if figure <= SLACK {
                Outcome::Met
            } else {
                Outcome::Broken
            },
        })
    }
}

/// What comes out is as large as what went in.
const EXPECTED: Expected = Expected {
    status: 200,
    body: Body::Text("true"),
    header: &[],
};
