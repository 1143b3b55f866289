# What was sent.

#: The most of a body that is looked at, in bytes. An envelope is far smaller, and what is longer is none.
_MOST_BODY: Final = 1024 * 1024

_MOST_EXCERPT: Final = 1024

_MOST_VIOLATIONS: Final = 1000

#: The header fields of a response: a mapping, as clients have it, or pairs.
Headers: TypeAlias = "Mapping[str, str] | Iterable[tuple[str, str]]"

Body: TypeAlias = "bytes | bytearray | memoryview | str"


class Response(Protocol):
    """A response of requests, httpx, urllib3 or `urllib`, as far as its type is looked at."""

    @property
    def headers(self) -> Any: ...


@dataclass(frozen=True)
class _Head:
    """The header fields that say something of an error."""

    media_type: str
    code: str | None
    request_id: str | None
    language: str | None
    should_retry: str | None
    retry_after: str | None
    retry_after_ms: str | None
    date: str | None


@dataclass(frozen=True)
class _Sent:
    """A body, as text and as JSON where it is that."""

    text: str | None
    json: dict[str, Any] | None
    excerpt: str


def _head_of(headers: Headers) -> _Head:
    fields: dict[str, str] = {}
    # `urllib` has an object with `items` that is no mapping.
    items: Any = getattr(headers, "items", None)
    pairs = cast("Iterable[tuple[object, object]]", headers if items is None else items())
    for name, value in pairs:
        line = str(value).strip()
        if re.fullmatch("[ -~]+", line):
            fields.setdefault(str(name).lower(), line)
    return _Head(
        media_type=fields.get("content-type", "").split(";", 1)[0].strip().lower(),
        code=fields.get("x-error-code"),
        request_id=fields.get("x-request-id"),
        language=_tag_of(fields.get("content-language")),
        should_retry=fields.get("x-should-retry"),
        retry_after=fields.get("retry-after"),
        retry_after_ms=fields.get("retry-after-ms"),
        date=fields.get("date"),
    )


def _tag_of(value: str | None) -> str | None:
    """A value of the shape of one language tag (RFC 5646 §2.1). Of several none is that of a sentence."""
    is_tag = value is not None and len(value) <= 64 and re.fullmatch("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*", value)
    return value if is_tag else None


def _body_of(response: object) -> bytes:
    """What is there of a body when it ends, breaks off, or is too long."""
    body = bytearray()
    # What clients call it: requests, httpx; urllib3 and `urllib`, whose `read` gives nothing where `data` has it all.
    chunks = getattr(response, "iter_content", None) or getattr(response, "iter_bytes", None)
    try:
        if chunks is not None:
            for chunk in chunks(65536):
                body += chunk
                if len(body) >= _MOST_BODY:
                    break
        else:
            read = getattr(response, "read")
            while len(body) < _MOST_BODY and (chunk := read(65536)):
                body += chunk
            body = body or bytearray(getattr(response, "data", b""))
    except Exception:
        # The connection broke, or somebody has read the body. The status is known all the same.
        pass
    return bytes(body[:_MOST_BODY])


def _sent_of(body: Body) -> _Sent:
    if isinstance(body, str):
        text = body[:_MOST_BODY]
    else:
        start = bytes(body[:_MOST_BODY])
        try:
            text = start.decode()
        except UnicodeDecodeError:
            return _Sent(None, None, _one_line(start[:_MOST_EXCERPT].decode(errors="replace")))
    text = text.removeprefix("\ufeff")
    return _Sent(text, _object(_parse(text)), _one_line(text[:_MOST_EXCERPT]))


def _parse(text: str) -> object:
    try:
        return cast("object", json.loads(text, parse_int=_number, parse_constant=_refuse))
    except ValueError:
        return None
    except RecursionError:
        pass
    try:
        return cast("object", json.loads(_flattened(text), parse_int=_number, parse_constant=_refuse))
    except (RecursionError, ValueError):
        return None


def _number(digits: str) -> int | float:
    # A number of many thousand digits would be refused.
    return int(digits) if len(digits) < 20 else float(digits)


def _refuse(constant: str) -> None:
    # JSON has no NaN and no Infinity.
    raise ValueError(constant)


def _flattened(text: str) -> str:
    """JSON with `null` in the place of what is nested deeper than any envelope."""
    deepest = 32
    parts: list[str] = []
    depth = 0
    at = 0
    # A string that does not end is one token too, so that no text takes long.
    for token in re.finditer(r'"[^"\\]*(?:\\.[^"\\]*)*\\?(?:"|\Z)|[\[\]{}]', text, re.DOTALL):
        if token[0] in "[{":
            depth += 1
            if depth == deepest:
                parts += [text[at : token.start()], "null"]
        elif token[0] in "]}":
            if depth == deepest:
                at = token.end()
            depth -= 1
    return "".join([*parts, text[at:]]) if depth == 0 else ""


def _one_line(text: str) -> str:
    """Text of somebody else's on one line, without what steers a terminal or reorders text."""
    text = re.sub("[\t\n\r\u2028\u2029]", " ", text)
    return re.sub("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "\ufffd", text)


# A member of another type than it should have counts as absent.


def _object(value: object) -> dict[str, Any] | None:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def _items(value: object) -> Sequence[Any]:
    return cast("Sequence[Any]", value)[:_MOST_VIOLATIONS] if isinstance(value, list) else []


def _objects(value: object) -> list[dict[str, Any]]:
    return [item for item in map(_object, _items(value)) if item is not None]


def _text(value: object) -> str | None:
    """A string of whole characters."""
    return value if isinstance(value, str) and not re.search("[\ud800-\udfff]", value) else None


def _spoken(value: str | None) -> str | None:
    """A text that is more than blanks."""
    return value if value and value.strip() else None


def _word(value: object) -> str | None:
    return _text(value) or None


def _integer(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _code_in(value: object) -> str | int | None:
    word = _word(value)
    return _integer(value) if word is None else word
