# Codes and advice.

#: The longest time that is told, in seconds: what RFC 9111 §1.2.2 asks to be taken for any longer one.
_LONGEST: Final = 2**31

#: The statuses of answers that pass by themselves, for codes on which nobody gives advice.
_PASSING: Final = frozenset({408, 425, 429, 502, 503, 504})

_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "any": (object,),
    "array": (list,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "object": (dict,),
    "string": (str,),
}


class _Facts(NamedTuple):
    """What this file knows of a code."""

    error: Callable[[_Answer], ApiError]
    code: str | int
    message: str
    retry: Literal["never", "after", "backoff", "after_change"] | None = None
    applied: Applied | None = None
    #: The declared details, each with its type, and that of its items.
    details: Sequence[tuple[str, str, str | None]] = ()


def _code_of(read: _Envelope, head: _Head) -> str | int | None:
    """The code of the body, else that of the header. A negative number may stand for either."""
    named = head.code if read.code is None else read.code
    if named is not None or read.number is None:
        return _known_code(named)
    return _BY_NUMBER.get(-read.number, read.number)


def _known_code(code: str | int | None) -> str | int | None:
    """A code as the catalog writes it: in JSON:API and in header fields numbers are texts."""
    known = _CODES.get(str(code))
    if known is not None and code is not None:
        return known.code
    if _HAS_NUMBERS and isinstance(code, str) and re.fullmatch("-?[0-9]{1,15}", code):
        return int(code)
    return code


def _declared(details: dict[str, Any], facts: _Facts | None) -> dict[str, Any]:
    """The details without those that are not of the declared type, so that their types hold."""
    for name, kind, items in facts.details if facts else ():
        if name not in details:
            continue
        value = details[name]
        if not _is_of(value, kind) or items and not all(_is_of(item, items) for item in value):
            del details[name]
    return details


def _is_of(value: object, kind: str) -> bool:
    if kind == "any":
        return True
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _TYPES[kind])


def _is_advised(
    head: _Head, retry_after: float | None, applied: Applied | None, facts: _Facts | None, status: int
) -> bool:
    if head.should_retry in ("true", "false"):
        return head.should_retry == "true"
    if applied == "yes":
        return False
    if retry_after is not None:
        return True
    if facts is not None and facts.retry is not None:
        return facts.retry in ("after", "backoff")
    return status in _PASSING


def _seconds_of(head: _Head, now: float) -> float | None:
    """The time to wait that the header fields say. A date is compared with the response's own, if it has one."""
    milliseconds = _digits(head.retry_after_ms, _LONGEST * 1000)
    if milliseconds is not None:
        return milliseconds / 1000
    seconds = _digits(head.retry_after)
    if seconds is not None:
        return seconds
    moment = _date_of(head.retry_after)
    if moment is None:
        return None
    date = _date_of(head.date)
    return max(0.0, moment - (now if date is None else date))


def _date_of(value: str | None) -> float | None:
    """A date in one of the three forms of HTTP (RFC 9110 §5.6.7), in seconds."""
    forms = (
        "[A-Za-z]+, [0-9]{2} [A-Za-z]{3} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT",
        "[A-Za-z]+, [0-9]{2}-[A-Za-z]{3}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT",
        "[A-Za-z]+ [A-Za-z]{3} [ 0-9][0-9] [0-9]{2}:[0-9]{2}:[0-9]{2} [0-9]{4}",
    )
    if value is None or not any(re.fullmatch(form, value) for form in forms):
        return None
    parts = parsedate(value)
    if parts is None:
        return None
    try:
        return datetime(*parts[:6], tzinfo=timezone.utc).timestamp()
    except (OverflowError, ValueError):
        return None


def _digits(value: str | None, largest: int = _LONGEST) -> int | None:
    """A number in digits alone. One that is too large is the largest."""
    if value is None or re.fullmatch("[0-9]+", value) is None:
        return None
    return min(int(value), largest) if len(value) <= 15 else largest
