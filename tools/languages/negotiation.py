"""Holds the choice of a language against WebOb's `lookup`, RFC 4647 section 3.4 by other hands."""

import itertools
import json
import subprocess
import sys

from webob.acceptparse import create_accept_language_header

AVAILABLE = ["en", "es", "pt-BR", "de", "de-CH", "zh-Hant"]

ranges = ["es", "es-MX", "ES", "de", "de-CH", "de-AT", "de-CH-1996", "pt", "pt-BR", "pt-PT", "zh-TW", "zh-Hant-TW",
          "en", "en-US", "fr", "fr-CA", "*", "de-x-private", "es-419"]
weights = ["", ";q=1", ";q=0.9", ";q=0.5", ";q=0.001", ";q=0", ";q=0.000"]

headers = list(ranges)
headers += [f"{a}{w}" for a in ranges for w in weights[1:]]
pairs = itertools.product(ranges, ranges, [("", ";q=0.5"), (";q=0.5", ""), ("", ";q=0"), (";q=0", ""), (";q=0.3", ";q=0.7")])
headers += [f"{a}{v}, {b}{w}" for a, b, (v, w) in pairs if a != b]
triples = itertools.product(["fr", "es-MX", "de;q=0"], ["de-CH;q=0.8", "pt;q=0.8", "*;q=0.8"], ["es;q=0.1", "zh-Hant;q=0.2", "de;q=0.5"])
headers += [", ".join(triple) for triple in triples]
# What browsers send.
headers += ["en-US,en;q=0.9", "es-ES,es;q=0.9,en;q=0.8", "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "pt-BR,pt;q=0.9",
            "zh-TW,zh;q=0.9,en-US;q=0.8", "fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "es-419,es;q=0.9"]
# What is no header at all.
headers += ["", ",", "es;q=2", "es;;q=1", "e_s", "\u00e9s", "es;q=0.1234", "es de", ";q=1", "es;level=1", "x" * 8192, "es," * 2730]
headers = list(dict.fromkeys(headers))


def expected(header):
    accept = create_accept_language_header(header)
    # What cannot be read, and no header, is the default.
    if not hasattr(accept, "lookup") or type(accept).__name__ == "AcceptLanguageInvalidHeader":
        return "en"
    return accept.lookup(AVAILABLE, default_tag="en")


def reason(header, ours, theirs):
    """Why the two may differ, or nothing."""
    items = [item.partition(";") for item in header.split(",")]
    tags = [tag.strip().lower() for tag, _, _ in items]
    refused = [tag.strip().lower() for tag, _, weight in items if weight.strip() in ("q=0", "q=0.000")]
    if type(create_accept_language_header(header)).__name__ == "AcceptLanguageInvalidHeader":
        return "a part that is no range: WebOb drops the header, Manila the part"
    if ours == "en" and theirs is None:
        return "all is refused: WebOb has no answer, Manila the default"
    if any(tags.count(tag) > 1 for tag in refused):
        return "a range with two weights: Manila takes the higher one, WebOb refuses it"
    if any(ours.lower() == tag or ours.lower().startswith(tag + "-") for tag in refused) or refused:
        return "a weight of zero: WebOb excludes the range alone, Manila what is in it as well (RFC 4647 section 3.4 does not say)"
    if "*" in tags:
        return "`*`: WebOb takes it for any other language where it is alone"
    return None


asked = "".join(json.dumps({"available": AVAILABLE, "accept": header}) + "\n" for header in headers)
answers = subprocess.run([sys.argv[1]], input=asked, capture_output=True, text=True, check=True).stdout.splitlines()
assert len(answers) == len(headers)
reasons, unexplained = {}, []
for header, answer in zip(headers, answers):
    ours, theirs = json.loads(answer), expected(header)
    if ours.lower() == (theirs or "").lower():
        continue
    why = reason(header, ours, theirs)
    if why is None:
        unexplained.append((header, ours, theirs))
    else:
        reasons.setdefault(why, []).append((header, ours, theirs))
print(f"{len(headers)} headers: {len(headers) - len(unexplained) - sum(map(len, reasons.values()))} alike")
for why, cases in reasons.items():
    print(f"  {len(cases)} differ by {why}; such as {cases[0]}")
for case in unexplained:
    print(f"  unexplained: {case}")
sys.exit(bool(unexplained))
