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
    if error.code == 402001:
        limit: int = error.details.limit
        return f"{limit} apps"
    if error.code == 402002:
        if isinstance(error.details, Unset):
            return "paused"
        error.details.limit  # type: ignore[attr-defined]
        return "paused"
    if error.code == 409001:
        taken: str = error.details.name
        return taken.upper()
    if (
        error.code == 422001
        or error.code == 401001
        or error.code == 500001
        or error.code == 400000
        or error.code == 403000
        or error.code == 405000
        or error.code == 406000
        or error.code == 408000
        or error.code == 413000
        or error.code == 415000
        or error.code == 429000
        or error.code == 503000
        or error.code == 504000
    ):
        return error.message
    assert_never(error)
