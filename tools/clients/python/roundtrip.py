"""Raises every code of a catalog on a workbench, and asserts that what is decoded is what was raised.

python roundtrip.py CLIENT EXPORT ADDRESS STYLE
"""

import importlib
import json
import pickle
import re
import sys
from itertools import cycle
from pathlib import Path
from typing import Any, get_args
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import urlopen

import httpx
import requests
import urllib3

CLIENT, EXPORT, ADDRESS, STYLE = sys.argv[1:]
sys.path.insert(0, str(Path(CLIENT).parent))
client = importlib.import_module(Path(CLIENT).stem)
catalog = json.loads(Path(EXPORT).read_text())

MESSAGE = 'It is <b>"5" & more</b>, \\ 🦀'
VALUES = {
    "string": 'a "text"',
    "integer": 7,
    "number": 0.5,
    "boolean": True,
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "uri": "https://docs.example/a?b=c",
    "uuid": "0192f3a4-5b6c-7d8e-9f01-23456789abcd",
    "object": {"a": [1, None]},
    "any": None,
}

http = httpx.Client()
session = requests.Session()
pool = urllib3.PoolManager()


def with_urllib(address: str) -> Any:
    try:
        return urlopen(address)
    except HTTPError as error:
        return error


def streamed_by_httpx(address: str) -> Any:
    return http.send(http.build_request("GET", address), stream=True)


GET = cycle(
    [
        http.get,
        streamed_by_httpx,
        session.get,
        lambda address: session.get(address, stream=True),
        lambda address: pool.request("GET", address),
        lambda address: pool.request("GET", address, preload_content=False),
        with_urllib,
    ]
)


def value_of(detail: dict[str, Any]) -> Any:
    def scalar(kind: str) -> Any:
        return detail["values"][-1] if detail.get("values") else VALUES[kind]

    return [scalar(detail.get("items", "string"))] if detail["type"] == "array" else scalar(detail["type"])


def cases(code: dict[str, Any], status: int) -> list[tuple[dict[str, str], str | None, dict[str, Any], list[Any]]]:
    """What is raised of a code under a status, with the message, the details and the violations that are decoded."""
    sentence = code.get("message")
    sentence = None if sentence and "{ $" in sentence else sentence
    own = status < 500
    details = {detail["name"]: value_of(detail) for detail in code.get("details", [])}
    if own:
        details["extra"] = {"a": [1, None]}
    message = MESSAGE if own else sentence
    violation = {
        "code": wire(code),
        "message": MESSAGE,
        "pointer": "/canary-member",
        "details": {"limit": "canary-limit"},
    }
    query = {"message": MESSAGE, "details": json.dumps(details)}
    # A server error tells no violation, and JSON:API no message beside them.
    told = None if own and STYLE == "json-api" else message
    return [
        ({}, sentence, {}, []),
        (query, message, details, []),
        ({**query, "violation": MESSAGE}, told, details, [violation] if own else []),
    ]


def wire(code: dict[str, Any]) -> Any:
    return code["number"] if catalog["wire"] == "number" else code["name"]


def raised(response: Any) -> Any:
    try:
        client.raise_for_error(response)
    except client.ApiError as error:
        return error
    raise AssertionError("nothing was raised")


count = 0
for code in catalog["codes"]:
    for status in code["statuses"]:
        for query, message, details, violations in cases(code, status):
            address = f"{ADDRESS}/raise/{quote(code['name'], safe='')}?{urlencode({**query, 'status': status})}"
            response = next(GET)(address)
            error = raised(response)
            expected = (wire(code), status, True, STYLE)
            assert (error.code, error.status, error.is_known, error.read_as) == expected, (address, error)
            # The class is that of the code.
            literal, _ = get_args(type(error).__orig_bases__[0])
            assert get_args(literal) == (wire(code),), (address, type(error))
            assert message is None or error.message == message, (address, error.message)
            assert error.details == details, (address, error.details)
            assert error.violations == violations, (address, error.violations)
            assert error.request_id == response.headers["x-request-id"], address
            assert re.fullmatch("[0-9a-f-]{36}", error.request_id), address
            if "retry" in code:
                assert error.retryable == (code["retry"] in ("after", "backoff")), address
            again = pickle.loads(pickle.dumps(error))
            assert (type(again), str(again), again.details) == (type(error), str(error), error.details)
            getattr(response, "close", lambda: None)()
            count += 1
assert count >= 3 * len(catalog["codes"])

# What the framework answers by itself, and a moment; a success raises nothing.
missing = raised(session.get(f"{ADDRESS}/nothing-is-here"))
assert (missing.status, missing.read_as) == (404, STYLE)
retried = raised(pool.request("GET", f"{ADDRESS}/retry?after_ms=1500"))
assert (retried.retry_after, retried.retryable) == (2, True)
assert raised(http.head(f"{ADDRESS}/raise/{quote(catalog['codes'][0]['name'])}")).code == wire(catalog["codes"][0])
client.raise_for_error(http.get(f"{ADDRESS}/ok"))
print(f"Python, {catalog['name']}, {STYLE}: {count} errors are what was raised")
