// What holds for every catalog: how a response becomes an error.

/** The most of a body that is looked at, in bytes. An envelope is far smaller, and what is longer is none. */
const MOST_BODY = 1024 * 1024;

/** The statuses of answers that pass by themselves, for codes on which nobody gives advice. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

declare const unknownCode: unique symbol;

/**
 * A code that is not in this file: the catalog has grown, or something else answered. It is a string or a number, and
 * `String(error.code)` is its text. It has a type of its own so that `switch (error.code)` narrows.
 */
export interface UnknownCode {
  readonly [unknownCode]: true;
  toString(): string;
}

/** Whether a request that failed had its effect. */
export type Applied = "yes" | "no" | "unknown";

/** What a response was read as: one of the envelopes, or none of them. */
export type ReadAs = "ok-error" | "json-api" | "code-data" | "problem" | "markdown" | "foreign";

/** The details of a code that declares none, which the service may send all the same. */
export type Details = Readonly<Record<string, unknown>>;

/** One invalid field of the request. At most one of `pointer`, `parameter` and `header` says which. */
export interface Violation {
  readonly code?: Code | UnknownCode;
  readonly message?: string;
  /** The sentence in the language of the catalog, where the service sends it beside a translated one. */
  readonly sourceMessage?: string;
  /** A JSON Pointer (RFC 6901) into the body of the request. */
  readonly pointer?: string;
  /** The name of a parameter in the path or the query. */
  readonly parameter?: string;
  /** The name of a header field. */
  readonly header?: string;
  readonly details: Details;
}

/** What the service says about the way out, where it is set to. */
export interface Remedy {
  /** Who has to act. */
  readonly owner?: "caller" | "user" | "operator" | "nobody" | (string & Record<never, never>);
  readonly steps: readonly string[];
  /** The operation that mends it. */
  readonly next?: string;
  readonly documentation?: string;
}

/** What every error has. */
export interface AnyError extends Error {
  /** The code, as the catalog writes it; none where something else answered. */
  readonly code: Code | UnknownCode | undefined;
  /** The status of the response itself, whatever its body says. */
  readonly status: number;
  /** The sentence of the service; where it sent none, what this file knows of the code, or the status. */
  readonly message: string;
  /** The sentence in the language of the catalog, where the service sends it beside a translated one. */
  readonly sourceMessage: string | undefined;
  /** The language tag of the message (RFC 5646), for an element's `lang`: that of `content-language`. */
  readonly language: string | undefined;
  readonly details: object;
  readonly violations: readonly Violation[];
  /** Whether there are more violations than the service tells. */
  readonly hasMoreViolations: boolean;
  /** How many violations and details were left out, as the body would have been too large. */
  readonly truncated: number | undefined;
  /** A short text about this occurrence, which the service sends beside its message. */
  readonly reason: string | undefined;
  readonly remedy: Remedy | undefined;
  /** The id of the request, for the service's support. */
  readonly requestId: string | undefined;
  /** In how many seconds the request can be repeated, if the service says so. */
  readonly retryAfter: number | undefined;
  /** What `isRetryable` returns. */
  readonly retryable: boolean;
  /** Whether the request had its effect, if that is known. */
  readonly applied: Applied | undefined;
  /** Where to read more of the code. */
  readonly documentation: string | undefined;
  /** The beginning of the body, as one line that can be logged. */
  readonly excerpt: string;
  readonly readAs: ReadAs;
  /** Whether the code is in this file. */
  readonly isKnown: boolean;
}

/** An error whose code is in this file. */
export interface KnownError<C extends Code, D extends object = Details> extends AnyError {
  readonly code: C;
  readonly details: D;
  readonly isKnown: true;
}

/** An error whose code is not in this file, or that came without a code: go by its `status`. */
export interface UnknownError extends AnyError {
  readonly code: UnknownCode | undefined;
  readonly details: Details;
  readonly isKnown: false;
}

/** The error of one code, or of several. */
export type ErrorOf<C extends Code> = Extract<ApiError, { readonly code: C }>;

/** A response of `fetch`, as far as it is read. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: HeadersLike;
  readonly bodyUsed?: boolean;
  readonly body?: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
  } | null;
}

/** The header fields of a response: `Headers`, or an object with a member for each. */
export type HeadersLike = { get(name: string): unknown } | Readonly<Record<string, unknown>>;

/** A body: bytes, text, or the object that `JSON.parse` has made of it. */
export type BodyLike = string | Uint8Array | ArrayBuffer | object | null | undefined;

/**
 * Reads a response into an error. It never rejects: what comes instead of an envelope becomes an error by its status.
 * At most 1 MiB of the body is read.
 */
export async function decode(response: ResponseLike): Promise<ApiError> {
  return decodeBody(response.status, response.headers, await bytesOf(response));
}

/** Reads a status, header fields and a body into an error, for clients other than `fetch`. It never throws. */
export function decodeBody(status: number, headers: HeadersLike, body: BodyLike): ApiError {
  const head = headOf(headers);
  const sent = sentOf(body);
  return new DecodedError(status, head, read(sent, head), sent.excerpt) as unknown as ApiError;
}

/** Whether an error has one of these codes. It takes anything that was caught. */
export function isCode<C extends Code>(error: unknown, ...codes: readonly C[]): error is ErrorOf<C> {
  return error instanceof DecodedError && error.isKnown && (codes as readonly unknown[]).includes(error.code);
}

/**
 * Whether the same request can succeed later: as the response says, else as the catalog advises, else by the status.
 * It takes anything that was caught. Whether the request may be sent twice is for its sender to know.
 */
export function isRetryable(error: unknown): boolean {
  return error instanceof DecodedError && error.retryable;
}

class DecodedError extends Error {
  override readonly name: string = "ApiError";
  readonly code: string | number | undefined;
  readonly status: number;
  readonly sourceMessage: string | undefined;
  readonly language: string | undefined;
  readonly details: Json;
  readonly violations: readonly Violation[];
  readonly hasMoreViolations: boolean;
  readonly truncated: number | undefined;
  readonly reason: string | undefined;
  readonly remedy: Remedy | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly retryable: boolean;
  readonly applied: Applied | undefined;
  readonly documentation: string | undefined;
  readonly excerpt: string;
  readonly readAs: ReadAs;
  readonly isKnown: boolean;

  constructor(status: number, head: Head, read: Envelope, excerpt: string) {
    const facts = factsOf(read, head);
    super(spoken(read.message) ?? spoken(read.title) ?? facts?.message ?? `The service answered with the status ${status}.`);
    this.code = facts?.code ?? codeOf(read, head);
    this.status = status;
    this.sourceMessage = read.sourceMessage;
    this.language = head.language;
    this.details = declared(read.details ?? {}, facts);
    this.violations = read.violations ?? [];
    this.hasMoreViolations = read.hasMore ?? false;
    this.truncated = read.truncated;
    this.reason = read.reason;
    this.remedy = read.remedy;
    this.requestId = read.requestId ?? head.requestId;
    this.retryAfter = secondsOf(head, Date.now()) ?? read.retryAfter;
    this.applied = read.applied ?? facts?.applied;
    this.retryable = isAdvised(head, this.retryAfter, this.applied, facts, status);
    this.documentation = read.documentation ?? read.remedy?.documentation;
    this.excerpt = excerpt;
    this.readAs = read.readAs;
    this.isKnown = facts !== undefined;
  }
}

/**
 * The class of every error, for `catch (error) { if (error instanceof ApiError) … }`. Only `decode` and `decodeBody`
 * make one.
 */
export const ApiError = DecodedError as unknown as abstract new () => ApiError;
