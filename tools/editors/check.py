"""Holds the schema of catalog files to Taplo and Tombi: see tools/check-editors."""

import argparse
import pathlib
import subprocess
import sys
import tempfile

from lsp import Server

CATALOGS = ["vibehost", "mxcep", "credicorp", "codelibra", "cpi"]

HEAD = """#:schema ./manila.schema.json

[catalog]
name = "plans"
case = "snake_case"
"""

# What has to be refused: a name, and what follows the head.
BROKEN = {
    "unknown-key": '[codes.a]\nstaus = 404\n',
    "unknown-table": '[code.a]\nstatus = 404\n',
    "unknown-condition": '[conditions]\nroute_not_fond = "a"\n[codes.a]\nstatus = 404\n',
    "unknown-word": '[codes.a]\nstatus = 404\nretry = "sometimes"\n',
    "wrong-type": '[codes.a]\nstatus = "404"\n',
    "out-of-range": "[codes.a]\nstatus = 700\n",
    "no-status": '[codes.a]\nmessage = "Nothing is here."\n',
    "both-statuses": "[codes.a]\nstatus = 404\nstatuses = [404]\n",
    "repeated-status": "[codes.a]\nstatuses = [404, 404]\n",
    "spelling": "[codes.NotFound]\nstatus = 404\n",
    "reserved-address": "[codes.index]\nstatus = 404\n",
    "reserved-detail": '[codes.a]\nstatus = 404\ndetails = { retry = { type = "any" } }\n',
    "no-detail-type": '[codes.a]\nstatus = 404\ndetails = { b = { meaning = "b" } }\n',
    "items-of-no-array": '[codes.a]\nstatus = 404\ndetails = { b = { type = "any", items = "string" } }\n',
    "empty-text": '[codes.a]\nstatus = 404\nmessage = ""\n',
    "exit-code": "[codes.a]\nstatus = 404\nexit_code = 256\n",
    "reserved-exit-code": "[codes.a]\nstatus = 404\nexit_code = 125\n",
    "rule-name": '[rules]\nMaxLength = "a"\n[codes.a]\nstatus = 422\n',
    "zero-number": "[codes.a]\nstatus = 404\nnumber = 0\n",
}

OPENED = HEAD + """
[conditions]
route_not_found = "a"

[codes.a]
status = 404
retry = ""

[codes.b]
status = 700
"""

failures = []


def judge(what, holds, found=""):
    print(f"{'ok  ' if holds else 'FAIL'} {what}{'' if holds else f': {found}'}", flush=True)
    if not holds:
        failures.append(what)


def refused_by_taplo(command, folder, names):
    """The files that Taplo refuses, in one run: it takes seconds to start."""
    files = [f"{name}.toml" for name in names]
    run = subprocess.run([*command, *files], cwd=folder, capture_output=True, text=True)
    told = [line for line in run.stderr.splitlines() if "invalid file" in line]
    return [name for name in names if any(f"/{name}.toml" in line for line in told)]


def refused_by_tombi(command, folder, names):
    """The files that Tombi refuses or warns of, as its strict mode warns of what it does not like."""
    refused = []
    for name in names:
        run = subprocess.run([*command, f"{name}.toml"], cwd=folder, capture_output=True, text=True)
        if run.returncode != 0 or "Warning" in run.stdout + run.stderr:
            refused.append(name)
    return refused


def check_files(name, refused_by, command, folder):
    wrong = refused_by(command, folder, CATALOGS)
    judge(f"{name}: takes the {len(CATALOGS)} published catalogs", not wrong, wrong)
    missed = sorted(set(BROKEN) - set(refused_by(command, folder, list(BROKEN))))
    judge(f"{name}: refuses the {len(BROKEN)} broken catalogs", not missed, missed)


def labels(answer):
    items = answer if isinstance(answer, list) else (answer or {}).get("items", [])
    return {item["label"].split(" ")[0].strip('"') for item in items}


def check_server(name, command, folder):
    file = folder / "opened.toml"
    file.write_text(OPENED)
    lines = OPENED.splitlines()
    status, retry, wrong = (lines.index(line) for line in ("status = 404", 'retry = ""', "status = 700"))
    places = {
        "a key of `[catalog]`": (lines.index("[conditions]") - 1, 0, {"title", "wire", "locales"}),
        "a condition": (lines.index("[codes.a]") - 1, 0, {"rate_limited", "unauthenticated"}),
        "a key of a code": (lines.index("[codes.b]") - 1, 0, {"message", "owner", "details"}),
        "a word": (retry, len('retry = "'), {"never", "after", "backoff", "after_change"}),
    }
    server = Server(command, folder)
    try:
        uri = server.open(file)
        for what, (line, character, expected) in places.items():
            found = labels(server.at("textDocument/completion", uri, line, character))
            judge(f"{name}: completes {what}", expected <= found, sorted(found))
        hover = server.at("textDocument/hover", uri, status, 2)
        judge(f"{name}: shows what a key means", "The HTTP status" in str(hover), hover)
        found = {
            (mark["range"]["start"]["line"], mark["message"]) for mark in server.diagnostics_of(uri)
        }
        marked = any(line == wrong and "599" in message for line, message in found)
        judge(f"{name}: marks `status = 700` at its line", marked, sorted(found))
    finally:
        server.stop()


def main():
    parser = argparse.ArgumentParser()
    for name in ("manila", "taplo", "taplo-modules", "tombi"):
        parser.add_argument(f"--{name}", required=True, type=pathlib.Path)
    given = parser.parse_args()
    here = pathlib.Path(__file__).resolve().parent
    taplo, tombi = str(given.taplo.resolve()), str(given.tombi.resolve())
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder).resolve()
        schema = folder / "manila.schema.json"
        subprocess.run([given.manila.resolve(), "schema", "--output", schema], check=True)
        for catalog in CATALOGS:
            text = (here.parent.parent / "catalogs" / f"{catalog}.toml").read_text()
            (folder / f"{catalog}.toml").write_text(f"#:schema ./manila.schema.json\n{text}")
        for broken, text in BROKEN.items():
            (folder / f"{broken}.toml").write_text(f"{HEAD}{text}")
        check_files("taplo check", refused_by_taplo, [taplo, "check", "--schema", schema.as_uri()], folder)
        check_files("tombi lint", refused_by_tombi, [tombi, "lint", "--offline"], folder)
        bridge = ["node", str(here / "taplo-lsp.cjs"), str(given.taplo_modules.resolve())]
        check_server("taplo lsp", bridge, folder)
        check_server("tombi lsp", [tombi, "lsp"], folder)
    sys.exit(1 if failures else 0)


main()
