//! What a request is, by its number alone.

use std::time::Duration;

use fastrand::Rng;
use manila_examples::workbench::Framework;

use crate::routes::{FAULTS, FINE, Route};

/// What the mix is made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mix {
    pub(crate) framework: Framework,
    pub(crate) seed: u64,
    pub(crate) faults: u8,
    pub(crate) cancelled: u8,
}

/// One request.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) number: u64,
    pub(crate) route: &'static Route,
    /// The values of `x-request-id`, byte by byte.
    pub(crate) ids: Vec<Vec<u8>>,
    /// The id that the server is to take.
    pub(crate) sent: Option<String>,
    pub(crate) cancel: Option<Cancel>,
}

/// Where the client gives up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cancel {
    /// After half of the body.
    InRequest,
    /// After so long a wait for the response.
    After(Duration),
    /// After the response's head.
    InResponse,
}

impl Plan {
    /// The path and the query.
    pub(crate) fn target(&self) -> String {
        let number = self.number.to_string();
        self.route.target.replace("{number}", &number)
    }

    /// The text that the answer repeats, which no other request has.
    pub(crate) fn mark(&self) -> Option<String> {
        let is_marked = self.route.target.contains("n{number}.");
        is_marked.then(|| format!("n{}.", self.number))
    }
}

impl Mix {
    /// The request of that number.
    pub(crate) fn plan(&self, number: u64) -> Plan {
        // Numbers that follow each other must not give sequences that resemble each other.
        let mut rng = Rng::with_seed(self.seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let fails = rng.u8(0..100) < self.faults;
        let route = self.route(&mut rng, if fails { FAULTS } else { FINE });
        let cancel = (rng.u8(0..100) < self.cancelled).then(|| cancel(&mut rng, route));
        // What a request that nobody waits for has done can be told by its own id alone.
        let kind = if cancel.is_some() { 0 } else { rng.u8(0..100) };
        let (ids, sent) = match kind {
            0..55 => {
                let id = format!("soak-{}-{number}", self.seed);
                (vec![id.clone().into_bytes()], Some(id))
            }
            55..70 => (hostile(&mut rng, number), None),
            _ => (Vec::new(), None),
        };
        Plan {
            number,
            route,
            ids,
            sent,
            cancel,
        }
    }

    fn route(&self, rng: &mut Rng, routes: &'static [Route]) -> &'static Route {
        let routes = || routes.iter().filter(|route| route.is_on(self.framework));
        let mut at = rng.u32(0..routes().map(|route| route.weight).sum());
        for route in routes() {
            match at.checked_sub(route.weight) {
                Some(rest) => at = rest,
                None => return route,
            }
        }
        unreachable!("the number is below the sum of all weights")
    }
}

fn cancel(rng: &mut Rng, route: &Route) -> Cancel {
    match rng.u8(0..4) {
        0 if !route.body.is_empty() => Cancel::InRequest,
        0 | 1 => Cancel::InResponse,
        2 => Cancel::After(Duration::ZERO),
        _ => Cancel::After(Duration::from_micros(rng.u64(50..2_000))),
    }
}

/// Ids that the server must not take (wire.md §4).
fn hostile(rng: &mut Rng, number: u64) -> Vec<Vec<u8>> {
    let one = |id: String| vec![id.into_bytes()];
    match rng.u8(0..7) {
        0 => one(format!("hostile {number}")),
        1 => one(format!("<b>{number}</b>")),
        2 => one(format!("{number}\"}},{{\"")),
        3 => one("x".repeat(129)),
        4 => one(format!("{number}-ü")),
        5 => one(String::new()),
        _ => vec![
            format!("first-{number}").into_bytes(),
            format!("second-{number}").into_bytes(),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mix(seed: u64) -> Mix {
        Mix {
            framework: Framework::Axum,
            seed,
            faults: 30,
            cancelled: 3,
        }
    }

    #[test]
    fn the_same_seed_sends_the_same_requests() {
        let words = |seed| -> Vec<String> {
            (0..100)
                .map(|number| format!("{:?}", mix(seed).plan(number)))
                .collect()
        };
        assert_eq!(words(1), words(1));
        assert_ne!(words(1), words(2));
    }

    #[test]
    fn as_many_requests_fail_and_are_cancelled_as_was_asked_for() {
        let plans: Vec<Plan> = (0..100_000).map(|number| mix(1).plan(number)).collect();
        let count = |is: fn(&Plan) -> bool| plans.iter().filter(|plan| is(plan)).count();
        let is_fault = |plan: &Plan| FAULTS.iter().any(|route| std::ptr::eq(plan.route, route));
        assert!((29_500..30_500).contains(&count(is_fault)));
        assert!((2_900..3_100).contains(&count(|plan| plan.cancel.is_some())));
    }

    #[test]
    fn every_route_is_taken() {
        let plans: Vec<Plan> = (0..100_000).map(|number| mix(1).plan(number)).collect();
        for route in FINE.iter().chain(FAULTS) {
            assert!(
                plans.iter().any(|plan| std::ptr::eq(plan.route, route)),
                "{route:?}"
            );
        }
    }
}
