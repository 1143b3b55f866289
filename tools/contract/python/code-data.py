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
    error = body
    if error.code == -402001:
        limit: int = error.data.details.limit
        return f"{limit} apps"
    if error.code == -402002:
        if isinstance(error.data, str) or isinstance(error.data.details, Unset):
            return "paused"
        error.data.details.limit  # type: ignore[attr-defined]
        return "paused"
    if error.code == -409001:
        taken: str = error.data.details.name
        return taken.upper()
    if (
        error.code == -422001
        or error.code == -401001
        or error.code == -500001
        or error.code == -400
        or error.code == -403
        or error.code == -405
        or error.code == -406
        or error.code == -408
        or error.code == -413
        or error.code == -415
        or error.code == -429
        or error.code == -503
        or error.code == -504
    ):
        return error.data if isinstance(error.data, str) else error.data.message
    assert_never(error)
