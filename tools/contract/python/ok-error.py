from typing import assert_never

from .client import Client
from .client.api.apps import create_app
from .client.models.app import App
from .client.models.new_app import NewApp
from .client.types import Unset


def create(client: Client, name: str) -> str:
    body = create_app.sync(client=client, body=NewApp(name=name))
    if body is None or isinstance(body, App):
        return "created"
    error = body.error
    if error.code == "PLAN_LIMIT_EXCEEDED":
        limit: int = error.details.limit
        return f"{limit} apps"
    if error.code == "PLAN_PAUSED":
        if isinstance(error.details, Unset):
            return "paused"
        error.details.limit  # type: ignore[attr-defined]
        return "paused"
    if error.code == "APP_NAME_TAKEN":
        taken: str = error.details.name
        return taken.upper()
    if (
        error.code == "VALIDATION_FAILED"
        or error.code == "SIGN_IN_REQUIRED"
        or error.code == "INTERNAL"
        or error.code == "BAD_REQUEST"
        or error.code == "FORBIDDEN"
        or error.code == "METHOD_NOT_ALLOWED"
        or error.code == "NOT_ACCEPTABLE"
        or error.code == "REQUEST_TIMEOUT"
        or error.code == "CONTENT_TOO_LARGE"
        or error.code == "UNSUPPORTED_MEDIA_TYPE"
        or error.code == "TOO_MANY_REQUESTS"
        or error.code == "SERVICE_UNAVAILABLE"
        or error.code == "GATEWAY_TIMEOUT"
    ):
        return error.message
    assert_never(error)
