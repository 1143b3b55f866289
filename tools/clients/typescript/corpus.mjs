// Decodes the responses that decoders of all languages share, and asserts what is read of each.
// node corpus.mjs CLIENT-THAT-KNOWS-NO-CODE-OF-IT CLIENT-OF-PLANS FOLDER

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , stranger, plans, folder] = process.argv;
const { decode, decodeBody } = await import(pathToFileURL(stranger));

const bodyOf = ({ body, body_base64: base64, repeat }) => {
  if (base64 !== undefined) return Buffer.from(base64, "base64");
  return Buffer.from(repeat === undefined ? body : repeat.before + repeat.part.repeat(repeat.times) + repeat.after);
};
const orNull = (value) => value ?? null;
const textOf = (code) => (code === undefined ? null : String(code));
const violationOf = ({ code, message, sourceMessage, details, ...source }) => ({
  code: textOf(code),
  message: orNull(message),
  source_message: orNull(sourceMessage),
  details: Object.keys(details).length === 0 ? null : details,
  ...source,
});

const remedyOf = (remedy) =>
  remedy === undefined ? null : { owner: null, next: null, documentation: null, ...remedy };

/** Asserts what is read; of the members only those that the case knows. */
const check = (name, { status, expect }, error) => {
  const sentence = expect.message ?? expect.title ?? `The service answered with the status ${status}.`;
  const found = {
    code: textOf(error.code),
    read_as: error.readAs,
    source_message: orNull(error.sourceMessage),
    language: orNull(error.language),
    request_id: orNull(error.requestId),
    retry_after: orNull(error.retryAfter),
    details: Object.keys(error.details).length === 0 ? null : { ...error.details },
    violations: error.violations.map(violationOf),
    has_more_violations: error.hasMoreViolations,
    truncated: orNull(error.truncated),
    reason: orNull(error.reason),
    applied: orNull(error.applied),
    documentation: orNull(error.documentation),
    remedy: remedyOf(error.remedy),
    ...(expect.retry === null ? {} : { retry: error.retryable }),
  };
  for (const [member, value] of Object.entries(found)) {
    if (member in expect) assert.deepEqual(value, expect[member], `${name}: ${member}`);
  }
  assert.deepEqual([error.status, error.message], [status, sentence], name);
  assert(!/[\u0000-\u001f\u007f-\u009f]/.test(error.excerpt) && error.excerpt.length <= 1024, name);
};

/** The date of the first moment, from which a date without the response's own is counted. */
const headersOf = ({ headers }) => {
  const all = {};
  for (const [name, value] of headers) all[name] ??= value;
  if (!Object.keys(all).some((name) => name.toLowerCase() === "date")) all.date = "Thu, 01 Jan 1970 00:00:00 GMT";
  return all;
};

let count = 0;
const run = async (name, response) => {
  const bytes = bodyOf(response);
  const headers = headersOf(response);
  check(name, response, decodeBody(response.status, headers, bytes));
  // `fetch` gives a body in pieces. `Response` has no other statuses.
  if (response.status >= 200 && response.status <= 599) {
    const pieces = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 60_000) controller.enqueue(new Uint8Array(bytes.subarray(at, at + 60_000)));
        controller.close();
      },
    });
    check(name, response, await decode({ status: response.status, headers: new Headers(headers), body: pieces }));
  }
  count += 1;
};

for (const response of JSON.parse(readFileSync(join(folder, "corpus/foreign.json"), "utf8"))) await run(response.name, response);
const fixtures = join(folder, "fixtures");
for (const version of readdirSync(fixtures)) {
  for (const style of readdirSync(join(fixtures, version))) {
    for (const file of readdirSync(join(fixtures, version, style))) {
      const name = join(version, style, file);
      await run(name, JSON.parse(readFileSync(join(fixtures, name), "utf8")));
    }
  }
}
assert(count >= 100, `${count} responses`);

// What a client may hand over beside bytes: text, parsed JSON, nothing; and bodies that break off or are read already.
const client = await import(pathToFileURL(plans));
const body = '{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"No.","details":{"limit":5}}}';
for (const given of [body, JSON.parse(body), Buffer.from(body), new TextEncoder().encode(body).buffer]) {
  const error = client.decodeBody(402, {}, given);
  assert.deepEqual([error.code, { ...error.details }], ["PLAN_LIMIT_EXCEEDED", { limit: 5 }]);
}
for (const given of [undefined, null, [], 7, "null", "[]", "7"]) {
  assert.deepEqual([decodeBody(502, {}, given).code, decodeBody(502, {}, given).retryable], [undefined, true]);
}
const wrong = client.decodeBody(402, {}, body.replace("5", '"5"'));
assert.deepEqual([wrong.code, { ...wrong.details }], ["PLAN_LIMIT_EXCEEDED", {}]);
// Where nothing was said, the catalog says it.
const said = "The plan includes no more apps.";
assert.equal(client.decodeBody(402, { "x-error-code": "PLAN_LIMIT_EXCEEDED" }, "").message, said);
assert.equal(client.decodeBody(402, {}, body.replace("No.", " ")).message, said);
// A number that is written negative is that of the code, also where no header says so; another is of nobody.
const numbered = (number) => client.decodeBody(402, {}, `{"code":${number},"data":"No."}`);
assert.deepEqual([numbered(-402001).code, numbered(-402001).isKnown], ["PLAN_LIMIT_EXCEEDED", true]);
assert.deepEqual([numbered(-402).code, numbered(-402).isKnown], [-402, false]);
// A detail that is not there is none, even if each object has a member of its name.
assert.equal(client.decodeBody(402, {}, body).details["constructor"], undefined);
const broken = new ReadableStream({ start: (controller) => controller.error(new Error("reset")) });
assert.equal((await decode({ status: 503, headers: new Headers({ "x-error-code": "INTERNAL" }), body: broken })).code, "INTERNAL");
const used = new Response(body, { status: 402 });
await used.text();
assert.equal((await decode(used)).status, 402);
let pulled = 0;
const endless = new ReadableStream({
  pull(controller) {
    pulled += 1;
    controller.enqueue(new Uint8Array(65536));
    if (pulled === 1000) controller.close();
  },
});
assert.equal((await decode({ status: 500, headers: new Headers(), body: endless })).readAs, "foreign");
assert(pulled < 20, `${pulled} pieces of a body without end were read`);
console.log(`TypeScript: ${count} responses of the shared corpus are read alike`);
