//! What Manila may cost, as ratios of what others cost on the same work in the same run.

mod list;
mod reasons;

/// How much of a count is the layout's: the same sources in a folder of another name are compiled to instructions
/// that differ by up to so much. Where a difference of two counts is judged, that is a large part of it.
const LAYOUT: f64 = 0.003;

/// A figure of Manila's that may not grow past a bound.
pub(crate) struct Budget {
    pub(crate) row: &'static str,
    work: &'static str,
    contender: &'static str,
    /// The contender whose cost is subtracted from both sides: what is told is what is added.
    base: Option<&'static str>,
    count: Count,
    bound: Bound,
    known: Option<Known>,
}

/// What is counted of a contender's work.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    Instructions,
    Allocations,
    /// Crates that are compiled.
    Crates,
    /// Features of crates that the bare service uses too, switched on for it.
    Features,
    /// Of the stripped program.
    Kilobytes,
    /// Of a build, or of a command.
    Seconds,
    /// Of `cargo check`.
    CheckSeconds,
    /// Of what macros write, for each code.
    ExpansionBytes,
}

#[derive(Clone, Copy)]
enum Bound {
    /// At most so many times what this contender costs.
    Times(f64, &'static str),
    /// At most so many.
    Most(f64),
}

/// A bound that is missed for a reason: then the figure may not grow past what it is.
#[derive(Clone, Copy)]
struct Known {
    figure: f64,
    why: &'static str,
}

/// What was measured, for budgets to be judged by.
pub(crate) trait Figures {
    /// The contender's figure, if it was measured.
    fn figure(&self, work: &str, contender: &str, count: Count) -> Option<f64>;
}

/// A budget, judged.
pub(crate) struct Verdict {
    pub(crate) row: &'static str,
    pub(crate) what: String,
    pub(crate) figure: f64,
    pub(crate) bound: f64,
    pub(crate) outcome: Outcome,
}

pub(crate) enum Outcome {
    Met,
    /// Past the bound, for this reason, and not past what it was.
    Missed(&'static str),
    Broken,
}

impl Verdict {
    pub(crate) const fn is_broken(&self) -> bool {
        matches!(self.outcome, Outcome::Broken)
    }
}

/// Judges every budget that the run has measured all parts of.
pub(crate) fn judge(figures: &impl Figures) -> Vec<Verdict> {
    list::BUDGETS
        .iter()
        .filter_map(|budget| budget.judge(figures))
        .collect()
}

/// Why bounds are missed: each reason with the rows that are missed for it.
pub(crate) fn reasons(verdicts: &[Verdict]) -> Vec<(&'static str, String)> {
    let mut reasons: Vec<(_, Vec<_>)> = Vec::new();
    for verdict in verdicts {
        let Outcome::Missed(why) = verdict.outcome else {
            continue;
        };
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, rows)) if rows.last() == Some(&verdict.row) => {}
            Some((_, rows)) => rows.push(verdict.row),
            None => reasons.push((why, vec![verdict.row])),
        }
    }
    let joined = reasons
        .into_iter()
        .map(|(why, rows)| (why, rows.join("; ")));
    joined.collect()
}

impl Budget {
    fn judge(&self, figures: &impl Figures) -> Option<Verdict> {
        let of = |contender| figures.figure(self.work, contender, self.count);
        let base = match self.base {
            Some(base) => of(base)?,
            None => 0.0,
        };
        let added = |contender| Some(of(contender)? - base);
        let own = added(self.contender)?;
        let layout = match self.count {
            Count::Instructions => of(self.contender)? * LAYOUT,
            _ => 0.0,
        };
        let (figure, least, bound, against) = match self.bound {
            Bound::Times(bound, other) => {
                // To as many digits as bounds have: the last instructions of thousands are the
                // layout's.
                let ratio = (own / added(other)? * 100.0).round() / 100.0;
                let least = (own - layout) / added(other)?;
                (ratio, least, bound, format!(" / {other}"))
            }
            Bound::Most(bound) => (own, own, bound, String::new()),
        };
        let count = self.count.name();
        let added = self
            .base
            .map_or(String::new(), |base| format!(", over {base}"));
        let outcome = match self.known {
            _ if figure <= bound => Outcome::Met,
            Some(known) if least <= known.figure * self.count.drift() => Outcome::Missed(known.why),

            _ => Outcome::Broken,
        };
        Some(Verdict {
            row: self.row,
            what: format!("{count}, {}{against}{added}", self.contender),
            figure,
            bound,
            outcome,
        })
    }
}

impl Count {
    const fn name(self) -> &'static str {
        match self {
            Self::Instructions => "instructions",
            Self::Allocations => "allocations",
            Self::Crates => "crates",
            Self::Features => "features switched on",
            Self::Kilobytes => "KB, stripped",
            Self::Seconds => "seconds",
            Self::CheckSeconds => "seconds of cargo check",
            Self::ExpansionBytes => "bytes of expansion for each code",
        }
    }

    /// How far a known figure may drift: compilers and their versions lay code out differently,
    /// and a machine is never idle.
    const fn drift(self) -> f64 {
        match self {
            Self::Crates | Self::Features => 1.0,
            Self::Seconds | Self::CheckSeconds => 1.25,
            _ => 1.05,
        }
    }
}
