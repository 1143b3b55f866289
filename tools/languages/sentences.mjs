// Holds formatted messages against @fluent/bundle, and the messages of `manila export --format messages-json` against
// intl-messageformat. Numbers, plurals and dates are those of the ICU in Node.js, whose CLDR is printed.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { FluentBundle, FluentDateTime, FluentNumber, FluentResource } from "@fluent/bundle";
import { IntlMessageFormat } from "intl-messageformat";

const [answers, manila, root] = process.argv.slice(2);
console.log(`Node.js ${process.versions.node}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}`);

const numbers = [0, 1, 2, 3, 5, 11, 21, 22, 100, 1000, 1234, 12345, 1000000, 1.5, 0.5, 1234567.8915, -1, -4321.25];
const cases = [];
const add = (locale, ftl, id, args) => cases.push({ locale, ftl, id, args });

// Every message of the project.
const files = [["es", "mxcep"], ["es", "manila"], ["de", "vibehost"], ["de", "manila"]];
for (const [locale, name] of files) {
  const ftl = readFileSync(`${root}/catalogs/i18n/${locale}/${name}.ftl`, "utf8");
  for (const entry of new FluentResource(ftl).body) {
    const names = [...new Set(JSON.stringify(entry.value ?? "").matchAll(/"type":"var","name":"(\w+)"/g))].map((m) => m[1]);
    for (const number of names.length ? numbers : [0]) {
      add(locale, ftl, entry.id, Object.fromEntries(names.map((name) => [name, number])));
    }
  }
}

// What Fluent's guide has: plurals, options, terms, attributes, references, escapes, lines, literals.
const features = `
number = { $n }
plural = { $n ->
    [0] none
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] { $n } other
}
ordinal = { NUMBER($n, type: "ordinal") ->
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}
fraction = { NUMBER($n, minimumFractionDigits: 2) }
whole = { NUMBER($n, maximumFractionDigits: 0) }
padded = { NUMBER($n, minimumIntegerDigits: 3) }
significant = { NUMBER($n, maximumSignificantDigits: 3) }
least = { NUMBER($n, minimumSignificantDigits: 5) }
score = { NUMBER($n, minimumFractionDigits: 1) ->
    [0.0] zero points
   *[other] { NUMBER($n, minimumFractionDigits: 1) } points
}
-brand = Manila
    .gender = feminine
-cased = { $case ->
   *[upper] Manila
    [lower] manila
}
term = About { -brand }.
lower = About { -cased(case: "lower") }, { -cased }.
gender = { -brand.gender ->
    [masculine] he
   *[feminine] she
}
nested = { number }: { term }
attribute = { with.title }
with = Value
    .title = Title
quotes = { "{" } { "}" } { "\\u0041" } { "\\U01F602" } { "\\"" } { "" }
lines =
    one
      two

    three
literal = { 5 } { 5.0 } { 1000 }
text = { $kind ->
    [app] an app
   *[other] { $kind }
}
`;
for (const locale of ["en-US", "en-GB", "en-IN", "es", "es-MX", "de", "fr", "pl", "ru", "ar-EG", "cs", "pt-BR", "ja", "hi", "cy", "lt"]) {
  for (const entry of new FluentResource(features).body) {
    if (entry.id.startsWith("-")) continue;
    for (const n of numbers) add(locale, features, entry.id, { n, kind: n % 2 ? "app" : "domain" });
  }
  for (const style of ["short", "medium", "long", "full"]) {
    const ftl = `date = { DATETIME($d, dateStyle: "${style}") }\n`;
    for (const day of ["2026-01-31", "1999-12-09", "2024-02-29"]) add(locale, ftl, "date", { d: `${day}T14:05:09Z` });
  }
}

const asked = cases.map((it) => JSON.stringify(it)).join("\n") + "\n";
const run = spawnSync(answers, { input: asked, encoding: "utf8", maxBuffer: 1 << 28 });
if (run.status !== 0) throw new Error(run.stderr);
const said = run.stdout.trim().split("\n").map((line) => JSON.parse(line));

const NUMBER = ([value], options) => new FluentNumber(value.valueOf(), { ...value.opts, ...plain(options) });
const DATETIME = ([value], options) => new FluentDateTime(new Date(String(value)).getTime(), { timeZone: "UTC", ...plain(options) });
const plain = (options) => Object.fromEntries(Object.entries(options).map(([name, value]) => [name, value.valueOf()]));
// A sentence about an error rounds nothing by itself; ECMA-402 rounds to three digits.
const exact = (args) => Object.fromEntries(Object.entries(args).map(([name, value]) => [name, typeof value === "number" ? new FluentNumber(value, { maximumFractionDigits: 20 }) : value]));
const bundles = new Map();
const bundleOf = ({ locale, ftl }) => {
  const key = `${locale}\n${ftl}`;
  if (!bundles.has(key)) {
    const bundle = new FluentBundle(locale, { useIsolating: false, functions: { NUMBER, DATETIME } });
    bundle.addResource(new FluentResource(ftl));
    bundles.set(key, bundle);
  }
  return bundles.get(key);
};
let alike = 0;
const different = new Map();
cases.forEach((it, at) => {
  const bundle = bundleOf(it);
  const errors = [];
  const theirs = bundle.formatPattern(bundle.getMessage(it.id).value, exact(it.args), errors);
  if (theirs === said[at] && errors.length === 0) return void (alike += 1);
  const kind = `${it.locale} ${it.id}`;
  different.set(kind, [...(different.get(kind) ?? []), [JSON.stringify(it.args), said[at], theirs, ...errors.map(String)]]);
});
console.log(`${cases.length} messages in ${bundles.size} bundles: ${alike} alike`);

// Each with its reason: data of another CLDR, or a rule of ECMA-402 that a message has no way to ask for.
const known = JSON.parse(readFileSync(`${root}/tools/languages/differences.json`, "utf8"));
let unexplained = 0;
for (const [kind, list] of different) {
  const reason = known.find(({ kinds }) => kinds.some((pattern) => new RegExp(`^(${pattern})$`).test(kind)));
  console.log(`  ${list.length} of ${kind}: ${reason?.why ?? "unexplained"}; such as ${list[0].join(" | ")}`);
  unexplained += reason ? 0 : list.length;
}

// What a front end bundles is what the service says, where a library of ICU's syntax formats it.
let bundled = 0;
for (const [locale, name] of [["es", "mxcep"], ["de", "vibehost"]]) {
  const run = spawnSync(manila, ["export", `${root}/catalogs/${name}.toml`, "--format", "messages-json", "--locale", locale], { encoding: "utf8" });
  const { messages } = JSON.parse(run.stdout);
  const ftl = readFileSync(`${root}/catalogs/i18n/${locale}/${name}.ftl`, "utf8");
  const bundle = bundleOf({ locale, ftl });
  for (const [code, message] of Object.entries(messages)) {
    const pattern = bundle.getMessage(code.replace(/[/:.]/g, "_"))?.value;
    if (!pattern) continue;
    const args = Object.fromEntries([...message.matchAll(/\{(\w+)/g)].map((m) => [m[1], 12345]));
    const [theirs, ours] = [new IntlMessageFormat(message, locale).format(args), bundle.formatPattern(pattern, args)];
    if (theirs !== ours) (unexplained += 1), console.log(`  ${code}: ${theirs} | ${ours}`);
    bundled += 1;
  }
}
// Texts that are hard to write in that syntax are what the catalog says.
{
  const run = spawnSync(manila, ["export", `${root}/tools/languages/hostile.toml`, "--format", "messages-json", "--locale", "en"], { encoding: "utf8" });
  const data = spawnSync(manila, ["export", `${root}/tools/languages/hostile.toml`], { encoding: "utf8" });
  const { messages } = JSON.parse(run.stdout);
  for (const { name: code, message } of JSON.parse(data.stdout).codes) {
    const args = { count: 3, product: "<b>{it's}</b>" };
    const source = message.replace(/\{\s*\$(\w+)\s*\}/g, (_, name) => args[name]);
    const told = new IntlMessageFormat(messages[code], "en").format(args);
    if (told !== source) (unexplained += 1), console.log(`  ${code}: ${told} | ${source}`);
    bundled += 1;
  }
}
console.log(`${bundled} messages of front ends formatted`);
process.exit(unexplained ? 1 : 0);
