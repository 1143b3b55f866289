"""Mistakes of a caller: each line that ends with `# refused` has to be one for mypy and for pyright."""

from plans import AppArchived, PlanLimitExceeded, PlanPaused


def mistakes(limit: PlanLimitExceeded, paused: PlanPaused, archived: AppArchived) -> None:
    print(limit.details["limits"])  # refused
    print(limit.details["limit"].upper())  # refused
    print(paused.details.get("until", "").bit_length())  # refused
    archived.status = 404  # refused
    print(limit.kode)  # refused
