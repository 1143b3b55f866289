// Opens pages of a reference in Chromium, as readers do, and ends with an error where one is not as it should be.
//
//     node browse.mjs CHROMIUM FOLDER TRANSLATED ADDRESS PICTURES
//
// FOLDER has the static site of the catalog vibehost, TRANSLATED that of mxcep with its Spanish pages, ADDRESS is that of
// a workbench of vibehost with `--style problem`, and PICTURES is the folder that the screenshots go to.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [executablePath, folder, translated, address, pictures] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };
const CODE = "PLAN_LIMIT_EXCEEDED";
const SPANISH_CODE = "invalid_api_key";

const shownCodes = (page) => page.$$eval(".codes > li", (rows) => rows.filter((row) => row.offsetParent).length);
const heading = (page) => page.$eval("h1", (it) => it.innerText.split("\n")[0].trim());
const isPage = (url, code) => new RegExp(`/${code}(/index\\.html)?$`).test(url);

// The site below a path of a static host, which answers a folder with its index.
const TYPES = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", svg: "image/svg+xml" };
const host = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://host");
  const [, site, below] = pathname.match(/^\/team\/(docs|translated)(\/.*)$/) ?? [];
  if (below === undefined || below.includes("..")) return response.writeHead(404).end();
  try {
    const file = below.endsWith("/") ? `${below}index.html` : below;
    const bytes = await readFile(join(site === "docs" ? folder : translated, decodeURIComponent(file)));
    response.writeHead(200, { "content-type": TYPES[file.split(".").pop()] ?? "text/plain" }).end(bytes);
  } catch {
    response.writeHead(below.endsWith("/") ? 404 : 301, { location: `${pathname}/` }).end();
  }
});
await new Promise((listening) => host.listen(0, "127.0.0.1", listening));
const below = `http://127.0.0.1:${host.address().port}/team/docs/`;
const inLanguages = below.replace("docs", "translated");
const disk = `${pathToFileURL(folder)}/`;

const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
let failed = false;
try {
  for (const [name, top] of [["from a disk", disk], ["below a path", below], ["from the service", `${address}/errors/`]]) {
    await check(`search by keyboard, ${name}`, WIDE, (page) => searchesByKeyboard(page, top));
    await check(`links, ${name}`, WIDE, (page) => followsLinks(page, top));
    await check(`without a script, ${name}`, WIDE, (page) => readsWithoutScript(page, top));
  }
  for (const viewport of [WIDE, NARROW]) {
    await check(`filters, ${viewport.width} wide`, viewport, (page) => filters(page, `${address}/errors/`));
    await check(`from a live error to its page, ${viewport.width} wide`, viewport, followsAnError);
  }
  await check("from one language to another", WIDE, (page) => readsInSpanish(page, inLanguages));
  await check("from one language to another, from a disk", WIDE, (page) => readsInSpanish(page, `${pathToFileURL(translated)}/`));
  for (const scheme of ["light", "dark"]) {
    for (const viewport of [WIDE, NARROW]) {
      for (const [name, path] of [["index", ""], ["code", CODE], ["validation", "VALIDATION_FAILED"], ["rate-limited", "RATE_LIMITED"]]) {
        const size = viewport === WIDE ? "wide" : "narrow";
        await check(`axe-core, ${name}, ${scheme}, ${size}`, viewport, (page) => isAccessible(page, `${address}/errors/${path}`, name, scheme, size));
      }
      for (const [name, path] of [["index", ""], ["code", `${SPANISH_CODE}/`], ["operations", "operations/"]]) {
        const size = viewport === WIDE ? "wide" : "narrow";
        await check(`axe-core, ${name} in Spanish, ${scheme}, ${size}`, viewport, (page) => isAccessible(page, `${inLanguages}@es/${path}`, `spanish-${name}`, scheme, size));
      }
    }
  }
} finally {
  await browser.close();
  host.close();
}
if (failed) process.exit(1);

// Runs what a reader does, on a page that tells of other hosts, of violations of the policy, and of errors.
async function check(what, viewport, act) {
  const page = await browser.newPage();
  const found = [];
  try {
    await page.setViewport(viewport);
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      const known = [new URL(below).host, new URL(address).host];
      if (!["file:", "data:"].includes(protocol) && !known.includes(host)) found.push(`asks ${request.url()}`);
    });
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("favicon")) found.push(message.text());
    });
    page.on("pageerror", (error) => found.push(String(error)));
    await act(page);
    assert.deepEqual(found, []);
    console.log(`fine  ${what}`);
  } catch (error) {
    failed = true;
    console.error(`WRONG ${what}: ${error.stack ?? error}`);
  } finally {
    await page.close();
  }
}

async function searchesByKeyboard(page, top) {
  await page.goto(top === disk ? `${top}index.html` : top);
  const all = await shownCodes(page);
  await page.keyboard.press("/");
  await page.keyboard.type("plan limit");
  const found = await shownCodes(page);
  assert.ok(found > 0 && found < all, `${found} of ${all}`);
  await page.keyboard.press("ArrowDown");
  const first = await page.evaluate(() => document.activeElement.textContent);
  assert.match(first, /^[A-Z_]+$/);
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  await page.keyboard.press("ArrowDown");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.equal(await heading(page), first);
}

async function followsLinks(page, top) {
  await page.goto(top === disk ? `${top}index.html` : top);
  const link = await page.$$eval(".codes a.name", (links, code) => links.findIndex((it) => it.textContent === code), CODE);
  await Promise.all([page.waitForNavigation(), page.$$eval(".codes a.name", (links, at) => links[at].click(), link)]);
  assert.equal(await heading(page), CODE);
  assert.ok(isPage(page.url(), CODE), page.url());
  const styled = await page.$eval("body", (it) => getComputedStyle(it).fontFamily);
  assert.doesNotMatch(styled, /^"?Times/);
  await page.goto(`${page.url()}?request_id=a1b2-c3`);
  assert.match(await page.$eval("main", (it) => it.innerText), /a1b2-c3/);
  await page.goto(`${page.url().split("?")[0]}?request_id=%3Cimg%20src=x%3E`);
  assert.doesNotMatch(await page.$eval("main", (it) => it.innerText), /img src/);
}

async function readsWithoutScript(page, top) {
  await page.setJavaScriptEnabled(false);
  await page.goto(top === disk ? `${top}index.html` : top);
  assert.ok((await shownCodes(page)) > 80);
  assert.equal(await page.$eval("form.search", (it) => it.offsetParent), null);
  const section = await page.$eval(".contents a", (it) => it.getAttribute("href"));
  assert.ok(await page.$(`[id="${section.slice(1)}"]`), section);
}

async function filters(page, top) {
  await page.goto(top);
  const all = await shownCodes(page);
  await page.select("select[name=status]", "402");
  const paid = await shownCodes(page);
  assert.ok(paid > 0 && paid < all, `${paid} of ${all}`);
  assert.match(page.url(), /\?status=402$/);
  await page.select("select[name=retry]", "after_change");
  const both = page.url();
  const count = await shownCodes(page);
  // The address can be sent on.
  await page.goto("about:blank");
  await page.goto(both);
  assert.equal(await shownCodes(page), count);
  assert.equal(await page.$eval("select[name=status]", (it) => it.value), "402");
  const [width, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(width <= inner, `${width} of ${inner}`);
}

async function followsAnError(page) {
  const response = await fetch(`${address}/raise/${CODE}`);
  const { type } = await response.json();
  const answer = await page.goto(type);
  // A page that an earlier look has left in the cache is asked for again, and is the same.
  assert.ok([200, 304].includes(answer.status()), answer.status());
  assert.equal(await heading(page), CODE);
  const [width, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(width <= inner, `${width} of ${inner}`);
}

async function readsInSpanish(page, top) {
  await page.goto(top.startsWith("file:") ? `${top}index.html` : top);
  const all = await shownCodes(page);
  await page.keyboard.press("/");
  await page.keyboard.type("token");
  const choose = (language) => page.$eval(`.languages a[hreflang=${language}]`, (link) => link.click());
  await Promise.all([page.waitForNavigation(), choose("es")]);
  assert.equal(await page.$eval("html", (it) => it.lang), "es");
  // What is searched stays, and is told in Spanish.
  assert.match(page.url(), /@es\/(index\.html)?\?q=token$/);
  const count = await shownCodes(page);
  assert.ok(count > 0 && count < all, `${count} of ${all}`);
  assert.equal(await page.$eval("#count", (it) => it.textContent), `${count} de ${all} códigos`);
  // Accents need not be typed.
  await page.$eval("#q", (it) => { it.value = ""; });
  await page.type("#q", "sesion");
  assert.ok((await shownCodes(page)) > 0);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.equal(await page.$eval("html", (it) => it.lang), "es");
  const code = await heading(page);
  await Promise.all([page.waitForNavigation(), choose("en")]);
  assert.deepEqual([await page.$eval("html", (it) => it.lang), await heading(page)], ["en", code]);
}

async function isAccessible(page, url, name, scheme, size) {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setBypassCSP(true);
  await page.goto(url);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  await page.screenshot({ path: join(pictures, `${name}-${scheme}-${size}.png`) });
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(" ")}`);
  assert.deepEqual(told, []);
}
