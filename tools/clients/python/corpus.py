"""Decodes the responses that decoders of all languages share, and asserts what is read of each.

python corpus.py CLIENT-THAT-KNOWS-NO-CODE-OF-IT CLIENT-OF-PLANS FOLDER
"""

import base64
import importlib
import json
import re
import sys
from pathlib import Path
from typing import Any

STRANGER, PLANS, FOLDER = sys.argv[1:]


def imported(client: str) -> Any:
    sys.path.insert(0, str(Path(client).parent))
    return importlib.import_module(Path(client).stem)


stranger = imported(STRANGER)
client = imported(PLANS)


def body_of(response: dict[str, Any]) -> bytes:
    if "body_base64" in response:
        return base64.b64decode(response["body_base64"])
    if "repeat" in response:
        repeat = response["repeat"]
        return str(repeat["before"] + repeat["part"] * repeat["times"] + repeat["after"]).encode()
    return str(response["body"]).encode()


def text_of(code: Any) -> str | None:
    return None if code is None else str(code)


def violation_of(violation: dict[str, Any]) -> dict[str, Any]:
    places = {name: violation[name] for name in ("pointer", "parameter", "header") if name in violation}
    return {
        "code": text_of(violation.get("code")),
        "message": violation.get("message"),
        "source_message": violation.get("source_message"),
        "details": violation["details"] or None,
        **places,
    }


def remedy_of(remedy: Any) -> dict[str, Any] | None:
    return None if remedy is None else {"owner": None, "next": None, "documentation": None, **remedy}


def check(name: str, response: dict[str, Any], error: Any) -> None:
    """Asserts what is read; of the members only those that the case knows."""
    expect = response["expect"]
    status = response["status"]
    sentence = expect.get("message")
    if sentence is None:
        sentence = expect.get("title")
    if sentence is None:
        sentence = f"The service answered with the status {status}."
    found = {
        "code": text_of(error.code),
        "read_as": error.read_as,
        "source_message": error.source_message,
        "language": error.language,
        "request_id": error.request_id,
        "retry_after": error.retry_after,
        "details": error.details or None,
        "violations": [violation_of(violation) for violation in error.violations],
        "has_more_violations": error.has_more_violations,
        "truncated": error.truncated,
        "reason": error.reason,
        "applied": error.applied,
        "documentation": error.documentation,
        "remedy": remedy_of(error.remedy),
    }
    if expect.get("retry") is not None:
        found["retry"] = error.retryable
    for member, value in found.items():
        assert member not in expect or value == expect[member], (name, member, value, expect[member])
    assert (error.status, error.message) == (status, sentence), (name, error.status, error.message)
    for text in (error.excerpt, str(error)):
        assert not re.search("[\x00-\x1f\x7f-\x9f]", text), (name, text)
    assert len(error.excerpt) <= 1024, name
    assert str(status) in str(error), name


count = 0


def run(name: str, response: dict[str, Any]) -> None:
    global count
    headers = [(name, value) for name, value in response["headers"]]
    # The date of the first moment, from which a date without the response's own is counted.
    headers.append(("date", "Thu, 01 Jan 1970 00:00:00 GMT"))
    body = body_of(response)
    check(name, response, stranger.decode(response["status"], headers, body))
    check(name, response, stranger.decode(response["status"], dict(reversed(headers)), memoryview(body)))
    count += 1


folder = Path(FOLDER)
for response in json.loads((folder / "corpus/foreign.json").read_text()):
    run(response["name"], response)
for path in sorted((folder / "fixtures").glob("*/*/*.json")):
    run(str(path), json.loads(path.read_text()))
assert count >= 100, f"{count} responses"

# Text is taken as well as bytes, and what is of another type than the catalog says is left out.
BODY = '{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"No.","details":{"limit":5}}}'
for body in (BODY, BODY.encode(), bytearray(BODY.encode())):
    error = client.decode(402, {}, body)
    assert isinstance(error, client.PlanLimitExceeded) and error.details["limit"] == 5
assert client.decode(402, {}, BODY.replace("5", '"5"')).details == {}
assert client.decode(402, {}, BODY.replace("5", "true")).details == {}
# Where nothing was said, the catalog says it.
assert client.decode(402, {"x-error-code": "PLAN_LIMIT_EXCEEDED"}).message == "The plan includes no more apps."
assert client.decode(402, {}, BODY.replace("No.", " ")).message == "The plan includes no more apps."
# A number that is written negative is that of the code, also where no header says so; another is of nobody.
assert client.decode(402, {}, '{"code":-402001,"data":"No."}').code == "PLAN_LIMIT_EXCEEDED"
assert client.decode(402, {}, '{"code":-402,"data":"No."}').code == -402
# `true` is no number, though Python says so.
assert client.decode(402, {}, '{"ok":false,"error":{"code":true,"message":"No."}}').read_as == "foreign"
for number in ("9" * 5000, "-0.0", "1e999"):
    assert client.decode(402, {}, BODY.replace("5}", f"5,\"x\":{number}}}")).code == "PLAN_LIMIT_EXCEEDED"
assert client.decode(402, {}, BODY.replace("5", "NaN")).read_as == "foreign"


class Broken:
    """A response whose connection breaks."""

    status = 503
    headers = {"x-error-code": "INTERNAL"}

    def read(self, _: int) -> bytes:
        raise ConnectionResetError


class Endless:
    """A response whose body has no end that a client should wait for."""

    status = 500
    headers = {"content-type": "text/plain"}
    pieces = 0

    def read(self, amount: int) -> bytes:
        self.pieces += 1
        return b"x" * amount if self.pieces < 1000 else b""


for response, code in ((Broken(), "INTERNAL"), (endless := Endless(), None)):
    try:
        client.raise_for_error(response)
        raise AssertionError("nothing was raised")
    except client.ApiError as error:
        assert error.code == code, error
assert endless.pieces < 20, endless.pieces
print(f"Python: {count} responses of the shared corpus are read alike")
