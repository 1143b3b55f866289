//! Codes of the workbench's own, spelled as the catalog of the service spells its codes.

use std::time::Duration;

use manila::{Fault, IntoFault};

use super::options::CatalogName;

/// How far ahead the moment of `/moment` is: a fraction, so that the whole seconds are seen to be
/// rounded up.
const AHEAD: Duration = Duration::from_millis(1500);

/// Declares the same codes in one spelling.
macro_rules! codes {
    (
        $module:ident, $case:literal, $wire:literal;
        $critical:literal, $error:literal, $warning:literal, $info:literal,
        $never:literal, $backoff:literal, $unadvised:literal, $upstream:literal
    ) => {
        mod $module {
            #[derive(Debug, thiserror::Error, manila::ErrorCode)]
            #[error_code(catalog = "workbench", case = $case, wire = $wire)]
            pub(super) enum Own {
                #[error("The request is refused.")]
                #[error_code(status = 400, number = $critical, severity = "critical")]
                SeverityCritical,
                #[error("The request is refused.")]
                #[error_code(status = 400, number = $error, severity = "error")]
                SeverityError,
                #[error("The request is refused.")]
                #[error_code(status = 400, number = $warning, severity = "warning")]
                SeverityWarning,
                #[error("The request is refused.")]
                #[error_code(status = 400, number = $info, severity = "info")]
                SeverityInfo,
                #[error("The service is not there.")]
                #[error_code(status = 503, number = $never, retry = "never")]
                AdviceNever,
                #[error("The service is not there.")]
                #[error_code(status = 503, number = $backoff, retry = "backoff")]
                AdviceBackoff,
                #[error("The service is not there.")]
                #[error_code(status = 503, number = $unadvised)]
                AdviceNone,
                #[error("{upstream} failed {times} times")]
                #[error_code(status = 502, number = $upstream)]
                UpstreamBroken { upstream: &'static str, times: u32 },
            }
        }
    };
}

codes! {
    screaming, "SCREAMING_SNAKE_CASE", "name";
    400901, 400902, 400903, 400904, 503901, 503902, 503903, 502901
}
codes! {
    snake, "snake_case", "name";
    400901, 400902, 400903, 400904, 503901, 503902, 503903, 502901
}
codes! {
    numbers, "PascalCase", "number";
    400901, 400902, 400903, 400904, 503901, 503902, 503903, 502901
}
codes! {
    negative, "PascalCase", "number";
    -400901, -400902, -400903, -400904, -503901, -503902, -503903, -502901
}

/// The fault of a code, in the spelling of a catalog.
macro_rules! own {
    ($catalog:expr, $($code:tt)+) => {
        match $catalog {
            CatalogName::Vibehost => screaming::Own::$($code)+.into_fault(),
            CatalogName::Mxcep | CatalogName::Credicorp => snake::Own::$($code)+.into_fault(),
            CatalogName::Codelibra => numbers::Own::$($code)+.into_fault(),
            CatalogName::Cpi => negative::Own::$($code)+.into_fault(),
        }
    };
}

/// `/severe/{severity}`; none for a severity that there is not.
pub(super) fn severe(catalog: CatalogName, severity: &str) -> Option<Fault> {
    Some(match severity {
        "critical" => own!(catalog, SeverityCritical),
        "error" => own!(catalog, SeverityError),
        "warning" => own!(catalog, SeverityWarning),
        "info" => own!(catalog, SeverityInfo),
        _ => return None,
    })
}

/// `/moment?advice=`; none for an advice that it does not know.
pub(super) fn moment(catalog: CatalogName, advice: &str) -> Option<Fault> {
    let fault = match advice {
        "never" => own!(catalog, AdviceNever),
        "backoff" => own!(catalog, AdviceBackoff),
        "none" => own!(catalog, AdviceNone),
        _ => return None,
    };
    Some(fault.with_retry_after(AHEAD))
}

/// `/variant`: values that no client may read, in the text of a variant.
pub(super) fn variant(catalog: CatalogName) -> Fault {
    own!(
        catalog,
        UpstreamBroken {
            upstream: "canary-variant",
            times: 7,
        }
    )
}
