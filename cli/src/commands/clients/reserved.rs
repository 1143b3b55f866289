//! The words that mean something in a language, which nothing of a catalog is called. They are lists of words with a
//! blank between two.

/// What a client in TypeScript has, whatever its catalog.
pub(super) const TYPESCRIPT: &str = "\
    AnyError ApiError Applied BodyLike Code Details ErrorOf ErrorOfOperation ErrorsByOperation \
    HeadersLike KnownError Operation ReadAs Remedy ResponseLike UnknownCode UnknownError Violation \
    DecodedError DetailType Envelope Facts Head Json Sent";

/// What TypeScript knows everywhere, as far as a client uses it or its users would miss it.
pub(super) const TYPESCRIPT_GLOBAL: &str = "\
    Array ArrayBuffer BigInt Boolean Date Error Exclude Extract Function Headers Infinity Map Math NaN \
    Number Object Omit Partial Pick Promise Proxy RangeError Readonly ReadonlyArray ReadonlyMap \
    ReadonlySet Record Reflect RegExp Request Required Response Set String Symbol SyntaxError \
    TextDecoder TypeError Uint8Array";

/// What a client in Python has and imports, whatever its catalog.
pub(super) const PYTHON: &str = "\
    Any ApiError Applied Body Callable Code Details Final Generic Headers Iterable KnownError Literal \
    Mapping NamedTuple Protocol ReadAs Remedy Response Sequence TypeAlias TypeVar TypedDict UnknownError \
    Violation";

/// The words and the built-in names of Python that begin with a capital.
pub(super) const PYTHON_BUILT_IN: &str = "\
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError \
    BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError \
    ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning \
    EnvironmentError Exception ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError \
    FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError \
    InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError \
    ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError \
    OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError \
    RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration \
    StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError \
    UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError \
    UnicodeWarning UserWarning ValueError Warning WindowsError ZeroDivisionError";

/// What no member of a class is called in Python: its words, and the names of types, which a member would hide.
pub(super) const PYTHON_NO_MEMBERS: &str = "\
    False None True and as assert async await break class continue def del elif else except finally for \
    from global if import in is lambda nonlocal not or pass raise return try while with yield str int \
    float bool Any Literal Mapping Sequence";
