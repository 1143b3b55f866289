#![deny(warnings)]

mod outer {
    pub(crate) mod inner {
        #[derive(manila::ErrorCode)]
        pub(in crate::outer) enum Within {
            #[error_code(status = 500)]
            Failed,
        }

        #[derive(manila::ErrorCode)]
        enum Private {
            #[error_code(status = 500)]
            Failed,
            // Only Manila raises it, which is no dead code.
            #[error_code(status = 404, message = "No.", condition = "route_not_found")]
            NotFound,
        }

        manila::catalog! { pub(super) enum Parents = "fixtures/plans.toml" }

        pub(crate) fn statuses() -> (u16, u16) {
            (Private::Failed.fault().http_status(), Private::CATALOG.codes()[0].status().get())
        }
    }

    pub(crate) fn names() -> [&'static str; 3] {
        let [one, two] = [inner::Parents::PlanLimit, inner::Parents::NotFound];
        [inner::Within::Failed.code().name(), one.code().name(), two.code().name()]
    }
}

fn main() {
    #[derive(manila::ErrorCode)]
    enum Local {
        #[error_code(status = 500)]
        Failed,
    }

    manila::catalog! { enum LocalFile = "fixtures/plans.toml" }

    // Nobody has to use a constructor.
    manila::catalog! { enum LocalDetails = "fixtures/typed.toml" }
    assert_eq!([LocalDetails::PlanLimit, LocalDetails::Async].len(), 2);

    assert_eq!(Local::Failed.code().name(), "failed");
    assert_eq!(LocalFile::PlanLimit.code().name(), "PLAN_LIMIT");
    assert_eq!(LocalFile::NotFound.code().name(), "NOT_FOUND");
    assert_eq!(outer::inner::statuses(), (500, 500));
    assert_eq!(outer::names(), ["failed", "PLAN_LIMIT", "NOT_FOUND"]);
}
