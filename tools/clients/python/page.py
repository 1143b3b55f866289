"""What the example of docs/clients.md calls."""


def upgrade(limit: int) -> None: ...


def mark(pointer: str | None, message: str | None) -> None: ...


def retry_in(seconds: float) -> None: ...


def show(message: str, request_id: str | None) -> None: ...


