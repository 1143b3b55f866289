// Taplo's language server, as its extension of VS Code runs it, over stdio. Its command has none in the
// builds that registries have.
//
//     node tools/editors/taplo-lsp.cjs FOLDER-OF-NODE-MODULES
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { fileURLToPath } = require("node:url");

const { TaploLsp } = require(path.join(path.resolve(process.argv[2]), "@taplo/lsp"));

const environment = {
  now: () => new Date(),
  envVar: (name) => process.env[name],
  envVars: () => Object.entries(process.env),
  stdErrAtty: () => false,
  stdin: process.stdin,
  stdout: process.stderr,
  stderr: process.stderr,
  glob: () => [],
  readFile: (file) => fs.promises.readFile(file),
  writeFile: (file, bytes) => fs.promises.writeFile(file, bytes),
  urlToFilePath: (url) => fileURLToPath(url),
  isAbsolute: path.isAbsolute,
  cwd: () => process.cwd(),
  findConfigFile: () => undefined,
  // Of the catalog of schemas on its site, which no check needs.
  fetch: { fetch: () => Promise.reject(new Error("offline")), Headers, Request, Response },
};

function send(message) {
  const body = Buffer.from(JSON.stringify(message));
  process.stdout.write(`Content-Length: ${body.length}\r\n\r\n`);
  process.stdout.write(body);
}

async function main() {
  const server = await TaploLsp.initialize(environment, { onMessage: send });
  let read = Buffer.alloc(0);
  process.stdin.on("data", (bytes) => {
    read = Buffer.concat([read, bytes]);
    for (;;) {
      const end = read.indexOf("\r\n\r\n");
      const length = end < 0 ? null : /content-length: *(\d+)/i.exec(read.toString("latin1", 0, end));
      if (!length || read.length < end + 4 + Number(length[1])) {
        return;
      }
      const body = read.subarray(end + 4, end + 4 + Number(length[1]));
      read = read.subarray(end + 4 + body.length);
      const message = JSON.parse(body);
      if (message.method === "exit") {
        process.exit(0);
      }
      server.send(message);
    }
  });
}

main();
