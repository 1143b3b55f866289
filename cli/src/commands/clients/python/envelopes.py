# How a response becomes an error.


def decode(status: int, headers: Headers, body: Body = b"") -> ApiError:
    """Reads a response into an error. It never raises: what comes instead of an envelope becomes an error by its
    status. At most 1 MiB of the body is looked at."""
    head = _head_of(headers)
    sent = _sent_of(body)
    read = _read(sent, head)
    code = _code_of(read, head)
    facts = None if code is None else _CODES.get(str(code))
    told = _spoken(read.message) or _spoken(read.title)
    if told is None:
        told = facts.message if facts else f"The service answered with the status {status}."
    wait = _seconds_of(head, time.time())
    retry_after = wait if wait is not None else read.retry_after
    applied = read.applied or (facts.applied if facts else None)
    answer = _Answer(
        code=facts.code if facts else code,
        status=status,
        message=told,
        source_message=read.source_message,
        language=head.language,
        details=_declared(read.details, facts),
        violations=read.violations,
        has_more_violations=read.has_more,
        truncated=read.truncated,
        reason=read.reason,
        remedy=read.remedy,
        request_id=read.request_id or head.request_id,
        retry_after=retry_after,
        retryable=_is_advised(head, retry_after, applied, facts, status),
        applied=applied,
        documentation=read.documentation or (read.remedy or {}).get("documentation"),
        excerpt=sent.excerpt,
        read_as=read.read_as,
    )
    return facts.error(answer) if facts else UnknownError(answer)


def raise_for_error(response: Response) -> None:
    """Raises the error of a response of requests, httpx, urllib3 or `urllib` whose status is 400 or above. It reads
    at most 1 MiB of a body that is not read yet; one of an asynchronous client has to be read before."""
    status = getattr(response, "status_code", None) or getattr(response, "status", None)
    if isinstance(status, int) and status >= 400:
        raise decode(status, response.headers, _body_of(response))


@dataclass
class _Envelope:
    """What a body says, in whatever style."""

    read_as: ReadAs
    code: str | int | None = None
    #: The negative number that stands in the place of a code.
    number: int | None = None
    message: str | None = None
    source_message: str | None = None
    title: str | None = None
    details: dict[str, Any] = field(default_factory=lambda: {})
    violations: list[Violation] = field(default_factory=lambda: [])
    has_more: bool = False
    truncated: int | None = None
    reason: str | None = None
    remedy: Remedy | None = None
    request_id: str | None = None
    retry_after: float | None = None
    applied: Applied | None = None
    documentation: str | None = None

    def take_details(self, value: object) -> None:
        """Takes the details, without the members that are not the catalog's, which are read for what they say."""
        details = dict(_object(value) or {})
        details.pop("errors", None)
        details.pop("source_message", None)
        self.take_extent(details.pop("more", None), details.pop("truncated", None))
        self.reason = _text(details.pop("reason", None))
        self.remedy = _remedy_of(details.pop("remedy", None)) or self.remedy
        retry = _object(details.pop("retry", None)) or {}
        seconds = _integer(retry.get("after_seconds"))
        if seconds is not None and seconds >= 0:
            self.retry_after = min(seconds, _LONGEST)
        applied = retry.get("applied")
        if applied == "yes" or applied == "no" or applied == "unknown":
            self.applied = applied
        self.details = details

    def take_extent(self, more: object, truncated: object) -> None:
        """Takes how much is left out."""
        self.has_more = self.has_more or more is True
        count = _integer(truncated)
        if count is not None and count >= 0:
            self.truncated = count

    def take_violations(self, value: object, *, message: str = "message") -> None:
        """Takes violations, whose sentence a style gives a name of its own."""
        for item in _objects(value):
            sentences = (item.get(message), item.get(f"source_{message}"))
            self.violations.append(_violation(item, sentences, item, _object(item.get("details"))))

    def take_error_objects(self, value: object) -> None:
        """Takes violations that are error objects of JSON:API."""
        for item in _objects(value):
            meta = dict(_object(item.get("meta")) or {})
            sentences = (item.get("detail"), meta.pop("source_message", None))
            self.violations.append(_violation(item, sentences, _object(item.get("source")) or {}, meta))


def _read(sent: _Sent, head: _Head) -> _Envelope:
    """Reads a body, by its media type and then by its shape."""
    foreign = _Envelope("foreign")
    if head.media_type == "text/markdown":
        return _markdown(sent.text or "") or foreign
    body = sent.json
    if body is None:
        return foreign
    has_code = head.code is not None
    read = None
    if head.media_type == "application/problem+json":
        read = _problem(body, has_code, is_named=True)
    elif head.media_type == "application/vnd.api+json":
        read = _json_api(body, has_code, is_named=True)
    return (
        read
        or _ok_error(body, has_code)
        or _code_data(body)
        or _json_api(body, has_code, is_named=False)
        or _problem(body, has_code, is_named=False)
        or foreign
    )


def _ok_error(body: dict[str, Any], has_code: bool) -> _Envelope | None:
    """`{"ok":false,"error":{"code":…,"message":…,"details":{…}}}`"""
    error = _object(body.get("error"))
    if body.get("ok") is not False or error is None:
        return None
    code = _code_in(error.get("code"))
    if code is None and not has_code:
        return None
    read = _Envelope("ok-error", code=code, message=_text(error.get("message")))
    read.source_message = _text(error.get("source_message"))
    read.request_id = _word(error.get("request_id"))
    details = _object(error.get("details")) or {}
    read.take_details(details)
    read.take_violations(details.get("errors"))
    return read


def _code_data(body: dict[str, Any]) -> _Envelope | None:
    """`{"code":-403,"data":…}`"""
    number = _integer(body.get("code"))
    data = _object(body.get("data")) or {}
    message = _text(body.get("data"))
    if message is None:
        message = _text(data.get("message"))
    if number is None or number >= 0 or message is None:
        return None
    read = _Envelope("code-data", number=number, message=message)
    read.source_message = _text(data.get("source_message"))
    read.request_id = _word(data.get("request_id"))
    read.take_details(data.get("details"))
    read.take_violations(data.get("errors"))
    return read


def _json_api(body: dict[str, Any], has_code: bool, *, is_named: bool) -> _Envelope | None:
    """`{"errors":[{…}],"meta":{…}}`. With violations `meta` has the code, and each of them is an error."""
    errors = body.get("errors")
    first = _object(_items(errors)[0]) if _items(errors) else None
    if first is None:
        return None
    own = _word(first.get("code"))
    has_status = re.fullmatch("[0-9]{3}", _text(first.get("status")) or "") is not None
    if not is_named and (own is None or not has_status):
        return None
    meta = _object(body.get("meta")) or {}
    of_fault = _word(meta.get("code"))
    if of_fault is None and own is None and not has_code:
        return None
    read = _Envelope("json-api", code=of_fault or own, request_id=_word(meta.get("request_id")))
    if of_fault is None:
        read.title = _text(first.get("title"))
        read.message = _text(first.get("detail"))
        read.source_message = _text((_object(first.get("meta")) or {}).get("source_message"))
        read.take_details(first.get("meta"))
        link: object = (_object(first.get("links")) or {}).get("type")
        read.documentation = _word(link) or _word((_object(link) or {}).get("href"))
    else:
        read.take_details(meta.get("details"))
        read.take_error_objects(errors)
    read.take_extent(meta.get("more"), meta.get("truncated"))
    read.remedy = _remedy_of(meta.get("remedy")) or read.remedy
    return read


def _problem(body: dict[str, Any], has_code: bool, *, is_named: bool) -> _Envelope | None:
    """Problem details (RFC 9457) with a code."""
    code = _code_in(body.get("code"))
    title = _text(body.get("title"))
    kind = _text(body.get("type"))
    has_shape = kind is not None and title is not None and _integer(body.get("status")) is not None
    if code is None and not (is_named and has_code) or not is_named and not has_shape:
        return None
    read = _Envelope("problem", code=code, title=title, message=_text(body.get("detail")))
    read.source_message = _text(body.get("source_detail"))
    read.request_id = _word(body.get("request_id"))
    read.documentation = None if kind == "about:blank" else _word(kind)
    read.take_details(body.get("details"))
    read.take_violations(body.get("errors"), message="detail")
    return read


def _markdown(source: str) -> _Envelope | None:
    """The front matter and the first section of an answer in Markdown (RFC 7763)."""
    parts = re.match(r"---\n(.*?)\n---\n(.*)", source, re.DOTALL)
    if parts is None:
        return None

    def scalar(name: str) -> str | None:
        lines = (line for line in parts[1].split("\n") if line.startswith(f"{name}:"))
        return _word(_parse(next(lines, ":")[len(name) + 1 :]))

    code = scalar("code")
    if code is None:
        return None
    read = _Envelope("markdown", code=code, request_id=scalar("request_id"))
    happened = re.search(r"## What happened\n(.*?)(?:\n## |\Z)", parts[2], re.DOTALL)
    read.message = _word(happened[1].strip()) if happened else None
    read.documentation = scalar("documentation")
    read.retry_after = _digits(scalar("retry_after"))
    return read


def _remedy_of(value: object) -> Remedy | None:
    remedy = _object(value)
    if remedy is None:
        return None
    read = Remedy(steps=[step for step in _items(remedy.get("steps")) if _text(step) is not None])
    if (owner := _word(remedy.get("owner"))) is not None:
        read["owner"] = owner
    if (following := _word(remedy.get("next"))) is not None:
        read["next"] = following
    if (documentation := _word(remedy.get("documentation"))) is not None:
        read["documentation"] = documentation
    return read


def _violation(
    item: dict[str, Any],
    sentences: tuple[object, object],
    source: dict[str, Any],
    details: dict[str, Any] | None,
) -> Violation:
    message, source_message = map(_text, sentences)
    read = Violation(details=details or {})
    if (code := _known_code(_code_in(item.get("code")))) is not None:
        read["code"] = code
    if message is not None:
        read["message"] = message
    if source_message is not None:
        read["source_message"] = source_message
    if (pointer := _pointer_of(_text(source.get("pointer")))) is not None:
        read["pointer"] = pointer
    elif (parameter := _text(source.get("parameter"))) is not None:
        read["parameter"] = parameter
    elif (header := _text(source.get("header"))) is not None:
        read["header"] = header
    return read


def _pointer_of(written: str | None) -> str | None:
    """A JSON Pointer, which may be written as a fragment of a URI (RFC 6901 §6)."""
    if written is not None and written.startswith("#"):
        if re.search("%(?![0-9A-Fa-f]{2})", written):
            return None
        try:
            written = unquote(written[1:], errors="strict")
        except UnicodeDecodeError:
            return None
    return written if written is not None and re.fullmatch("(/([^~/]|~[01])*)*", written, re.DOTALL) else None
