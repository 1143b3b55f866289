# What holds for every catalog: what an error is.


class Violation(TypedDict, total=False):
    """One invalid field of the request. At most one of `pointer`, `parameter` and `header` says which."""

    code: str | int
    message: str
    #: The sentence in the language of the catalog, where the service sends it beside a translated one.
    source_message: str
    #: A JSON Pointer (RFC 6901) into the body of the request.
    pointer: str
    #: The name of a parameter in the path or the query.
    parameter: str
    #: The name of a header field.
    header: str
    details: Mapping[str, Any]


class Remedy(TypedDict, total=False):
    """What the service says about the way out, where it is set to."""

    #: Who has to act: `caller`, `user`, `operator` or `nobody`.
    owner: str
    steps: Sequence[str]
    #: The operation that mends it.
    next: str
    documentation: str


#: Whether a request that failed had its effect.
Applied: TypeAlias = Literal["yes", "no", "unknown"]

#: What a response was read as: one of the envelopes, or none of them.
ReadAs: TypeAlias = Literal["ok-error", "json-api", "code-data", "problem", "markdown", "foreign"]


@dataclass(frozen=True)
class _Answer:
    """What was read of a response."""

    code: str | int | None
    status: int
    message: str
    source_message: str | None
    language: str | None
    details: Mapping[str, Any]
    violations: Sequence[Violation]
    has_more_violations: bool
    truncated: int | None
    reason: str | None
    remedy: Remedy | None
    request_id: str | None
    retry_after: float | None
    retryable: bool
    applied: Applied | None
    documentation: str | None
    excerpt: str
    read_as: ReadAs


class ApiError(Exception):
    """Any error of the service. `decode` makes one of the class of its code, else an `UnknownError`."""

    def __init__(self, answer: _Answer) -> None:
        super().__init__(answer)
        self._answer = answer

    def __str__(self) -> str:
        code = "" if self.code is None else f" {self.code}"
        request = "" if self.request_id is None else f" (request {self.request_id})"
        return _one_line(f"{self.status}{code}: {self.message}{request}")

    @property
    def code(self) -> str | int | None:
        """The code, as the catalog writes it; none where something else answered."""
        return self._answer.code

    @property
    def status(self) -> int:
        """The status of the response itself, whatever its body says."""
        return self._answer.status

    @property
    def message(self) -> str:
        """The sentence of the service; where it sent none, what this file knows of the code, or the status."""
        return self._answer.message

    @property
    def source_message(self) -> str | None:
        """The sentence in the language of the catalog, where the service sends it beside a translated one."""
        return self._answer.source_message

    @property
    def language(self) -> str | None:
        """The language tag of the message (RFC 5646): that of `content-language`."""
        return self._answer.language

    @property
    def details(self) -> Mapping[str, Any]:
        """The data of this occurrence."""
        return self._answer.details

    @property
    def violations(self) -> Sequence[Violation]:
        """The invalid fields of the request."""
        return self._answer.violations

    @property
    def has_more_violations(self) -> bool:
        """Whether there are more violations than the service tells."""
        return self._answer.has_more_violations

    @property
    def truncated(self) -> int | None:
        """How many violations and details were left out, as the body would have been too large."""
        return self._answer.truncated

    @property
    def reason(self) -> str | None:
        """A short text about this occurrence, which the service sends beside its message."""
        return self._answer.reason

    @property
    def remedy(self) -> Remedy | None:
        """What the service says about the way out."""
        return self._answer.remedy

    @property
    def request_id(self) -> str | None:
        """The id of the request, for the service's support."""
        return self._answer.request_id

    @property
    def retry_after(self) -> float | None:
        """In how many seconds the request can be repeated, if the service says so."""
        return self._answer.retry_after

    @property
    def retryable(self) -> bool:
        """Whether the same request can succeed later: as the response says, else as the catalog advises, else by the
        status. Whether the request may be sent twice is for its sender to know."""
        return self._answer.retryable

    @property
    def applied(self) -> Applied | None:
        """Whether the request had its effect, if that is known."""
        return self._answer.applied

    @property
    def documentation(self) -> str | None:
        """Where to read more of the code."""
        return self._answer.documentation

    @property
    def excerpt(self) -> str:
        """The beginning of the body, as one line that can be logged."""
        return self._answer.excerpt

    @property
    def read_as(self) -> ReadAs:
        """What the response was read as."""
        return self._answer.read_as

    @property
    def is_known(self) -> bool:
        """Whether the code is in this file."""
        return False


class UnknownError(ApiError):
    """An error whose code is not in this file, or that came without a code: go by its `status`."""


_C = TypeVar("_C", bound="str | int", covariant=True)
_D = TypeVar("_D", bound="Mapping[str, Any]", covariant=True)


class KnownError(ApiError, Generic[_C, _D]):
    """An error whose code is in this file."""

    @property
    def code(self) -> _C:
        return cast("_C", self._answer.code)

    @property
    def details(self) -> _D:
        return cast("_D", self._answer.details)

    @property
    def is_known(self) -> bool:
        return True
