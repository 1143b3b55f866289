//! What was measured with.

use std::fmt::Write as _;
use std::process::Command;

/// The packages whose versions matter to the figures.
const PACKAGES: [&str; 11] = [
    "actix-web",
    "axum",
    "http",
    "http-api-problem",
    "hyper",
    "problem_details",
    "serde_json",
    "toml",
    "tower",
    "tower-http",
    "uuid",
];

pub(super) fn write(page: &mut String) {
    let lock: toml::Table = include_str!("../../Cargo.lock").parse().unwrap_or_default();
    let listed = lock.get("package").and_then(toml::Value::as_array);
    let version = |name: &str| {
        let packages = listed.into_iter().flatten();
        let text = |package: &toml::Value, key| Some(package.get(key)?.as_str()?.to_owned());
        // Of several versions the highest is the one that is named in the manifest.
        packages
            .filter(|package| text(package, "name").as_deref() == Some(name))
            .filter_map(|package| text(package, "version"))
            .max()
            .unwrap_or_default()
    };
    let versions = PACKAGES.map(|name| format!("{name} {}", version(name)));
    let _ = writeln!(
        page,
        "With {}, {}, {} on {}; thin link-time optimization, one codegen unit.",
        versions.join(", "),
        env!("COMPILER"),
        valgrind(),
        std::env::consts::ARCH,
    );
}

fn valgrind() -> String {
    let output = Command::new("valgrind").arg("--version").output();
    output.map_or_else(
        |_| "valgrind".to_owned(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}
