// Raises every code of a catalog on a workbench, and asserts that what is decoded is what was raised.
// node roundtrip.mjs CLIENT EXPORT ADDRESS STYLE

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , client, exported, address, style] = process.argv;
const { ApiError, decode, isCode } = await import(pathToFileURL(client));
const catalog = JSON.parse(readFileSync(exported, "utf8"));

const MESSAGE = 'It is <b>"5" & more</b>, \\ 🦀';
const VALUES = {
  string: "a \"text\"", integer: 7, number: 0.5, boolean: true, "date-time": "2026-01-31T12:00:00Z", date: "2026-01-31",
  uri: "https://docs.example/a?b=c", uuid: "0192f3a4-5b6c-7d8e-9f01-23456789abcd", object: { a: [1, null] }, any: null,
};

const valueOf = ({ type, items, values = [] }) => {
  const scalar = (of) => (values.length > 0 ? values.at(-1) : VALUES[of]);
  return type === "array" ? [scalar(items ?? "string")] : scalar(type);
};

/** What is raised of a code under a status, with what has to be decoded. */
const cases = (code, status) => {
  const hasPlaceholder = code.message?.includes("{ $");
  const own = status < 500;
  const declared = Object.fromEntries((code.details ?? []).map((detail) => [detail.name, valueOf(detail)]));
  const details = own ? { ...declared, extra: { a: [1, null] } } : declared;
  const message = own ? MESSAGE : hasPlaceholder ? undefined : (code.message ?? undefined);
  const violation = {
    code: catalog.wire === "number" ? code.number : code.name,
    message: MESSAGE,
    pointer: "/canary-member",
    details: { limit: "canary-limit" },
  };
  const all = [
    { query: {}, message: hasPlaceholder ? undefined : code.message, details: {}, violations: [] },
    { query: { details: JSON.stringify(details), message: MESSAGE }, message, details, violations: [] },
  ];
  // A server error tells no violation.
  const told = style === "json-api" ? undefined : own ? MESSAGE : message;
  const query = { violation: MESSAGE, message: MESSAGE, details: JSON.stringify(details) };
  all.push({ query, message: own ? told : message, details, violations: own ? [violation] : [] });
  return all;
};

let count = 0;
for (const code of catalog.codes) {
  for (const status of code.statuses) {
    for (const { query, message, details, violations } of cases(code, status)) {
      const search = new URLSearchParams({ ...query, status: String(status) });
      const response = await fetch(`${address}/raise/${encodeURIComponent(code.name)}?${search}`);
      const error = await decode(response);
      const what = `${catalog.name} ${code.name} ${status} ${style} ${search}`;
      const wire = catalog.wire === "number" ? code.number : code.name;
      assert(error instanceof ApiError && error instanceof Error, what);
      assert.deepEqual([error.code, error.status, error.isKnown, error.readAs], [wire, status, true, style], what);
      assert(isCode(error, wire) && !isCode(error, "another"), what);
      if (message !== undefined) assert.equal(error.message, message, what);
      assert.deepEqual({ ...error.details }, details, what);
      assert.deepEqual(error.violations, violations, what);
      assert.equal(error.requestId, response.headers.get("x-request-id"), what);
      assert.match(error.requestId, /^[0-9a-f-]{36}$/, what);
      if (code.retry !== undefined) assert.equal(error.retryable, ["after", "backoff"].includes(code.retry), what);
      count += 1;
    }
  }
}
assert(count >= 3 * catalog.codes.length);

// What the framework answers by itself, and a moment.
const missing = await decode(await fetch(`${address}/nothing-is-here`));
assert.deepEqual([missing.status, missing.readAs], [404, style]);
const retried = await decode(await fetch(`${address}/retry?after_ms=1500`));
assert.deepEqual([retried.retryAfter, retried.retryable], [2, true]);
const head = await decode(await fetch(`${address}/raise/${encodeURIComponent(catalog.codes[0].name)}`, { method: "HEAD" }));
assert.equal(head.code, catalog.wire === "number" ? catalog.codes[0].number : catalog.codes[0].name);
console.log(`TypeScript, ${catalog.name}, ${style}: ${count} errors are what was raised`);
