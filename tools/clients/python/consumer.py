"""What a caller writes against the client of plans.toml. It has to pass, also after a code was added, and must not
after a code was renamed that it names."""

from __future__ import annotations

from typing import Literal
from urllib.error import HTTPError

import httpx
import requests
import urllib3
from typing_extensions import assert_type

from plans import (
    POST_APPS_ERRORS,
    ApiError,
    AppArchived,
    PlanLimitExceeded,
    PlanPaused,
    PostAppsError,
    UnknownError,
    decode,
    raise_for_error,
)


def told(error: ApiError) -> str:
    match error:
        case PlanLimitExceeded():
            assert_type(error.code, Literal["PLAN_LIMIT_EXCEEDED"])
            assert_type(error.details["limit"], int)
            return f"The plan includes {error.details['limit']} apps."
        case PlanPaused():
            return error.details.get("until", "for now")
        case AppArchived():
            return "in Europe" if error.details.get("region") == "eu" else "somewhere"
        case UnknownError():
            return f"{error.status} {error.code} {error.details.get('any')}"
        case _:
            return error.message


def caught() -> int:
    try:
        raise_for_error(requests.get("http://127.0.0.1:9", timeout=1))
        raise_for_error(httpx.get("http://127.0.0.1:9"))
        raise_for_error(urllib3.request("GET", "http://127.0.0.1:9"))
    except PlanLimitExceeded as error:
        return error.details["limit"]
    except POST_APPS_ERRORS as error:
        return created(error)
    except ApiError as error:
        assert_type(error.code, "str | int | None")
        return error.status
    except HTTPError as error:
        raise_for_error(error)
    return 0


def created(error: PostAppsError) -> int:
    if isinstance(error, PlanLimitExceeded):
        return error.details["limit"]
    return int(error.retry_after or 0)


def read() -> ApiError:
    return decode(502, {"content-type": "text/html"}, b"<h1>502</h1>") or decode(502, [("a", "b")], "")
