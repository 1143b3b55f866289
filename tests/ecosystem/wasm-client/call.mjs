// Calls the client, a package of node in the folder that is named, against a server of this process.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";

const { call, waits } = createRequire(import.meta.url)(`${process.argv[2]}/client.js`);

const server = createServer((request, response) => {
  if (request.url === "/fine") return response.end("fine");
  if (request.url === "/proxy") return response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad Gateway</h1>");
  const error = { code: "PLAN_LIMIT_EXCEEDED", message: "The plan includes 5 apps.", details: { limit: 5 } };
  response.writeHead(402, { "content-type": "application/json", "x-request-id": "a1b2c3" });
  response.end(JSON.stringify({ ok: false, error }));
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const at = (path) => `http://127.0.0.1:${server.address().port}${path}`;

assert.equal(await call(at("/fine")), "fine");
assert.equal(await call(at("/apps")), 'Some(PlanLimitExceeded) 402 Some(5) Some("a1b2c3") 3');
assert.equal(await call(at("/proxy")), "None 502 None None 4");

const [second, third] = waits("2");
assert.ok(2_000 <= second && second <= 2_100, `${second} ms`);
assert.ok(2_000 <= third && third <= 2_200, `${third} ms`);
// A date is compared with the clock.
const [soon] = waits(new Date(Date.now() + 5_000).toUTCString());
assert.ok(3_000 <= soon && soon <= 5_100, `${soon} ms`);
assert.deepEqual([...waits("11")], [], "beyond the time of all attempts");

const closed = at("/");
await new Promise((ended) => server.close(ended));
server.closeAllConnections();
assert.match(await call(closed), /^no answer: /);
console.log("the client in WebAssembly reads, and waits, as it should");
