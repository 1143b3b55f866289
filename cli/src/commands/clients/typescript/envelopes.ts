// ------------------------------------------------------------------------------------------ the envelopes

/** What a body says, in whatever style. */
interface Envelope {
  readonly readAs: ReadAs;
  readonly code?: string | number | undefined;
  /** The negative number that stands in the place of a code. */
  readonly number?: number | undefined;
  readonly message?: string | undefined;
  readonly sourceMessage?: string | undefined;
  readonly title?: string | undefined;
  readonly details?: Json | undefined;
  readonly violations?: readonly Violation[] | undefined;
  readonly hasMore?: boolean;
  readonly truncated?: number | undefined;
  readonly reason?: string | undefined;
  readonly remedy?: Remedy | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly applied?: Applied | undefined;
  readonly documentation?: string | undefined;
}

type Json = Record<string, unknown>;

const MOST_VIOLATIONS = 1000;

/** Reads a body, by its media type and then by its shape. */
function read(sent: Sent, head: Head): Envelope {
  if (head.mediaType === "text/markdown") return markdown(sent.text) ?? { readAs: "foreign" };
  const body = sent.json;
  if (body === undefined) return { readAs: "foreign" };
  const hasCode = head.code !== undefined;
  const isProblem = head.mediaType === "application/problem+json";
  const isJsonApi = head.mediaType === "application/vnd.api+json";
  return (
    (isProblem ? problem(body, hasCode, true) : undefined) ??
    (isJsonApi ? jsonApi(body, hasCode, true) : undefined) ??
    okError(body, hasCode) ??
    codeData(body) ??
    jsonApi(body, hasCode, false) ??
    problem(body, hasCode, false) ?? { readAs: "foreign" }
  );
}

/** `{"ok":false,"error":{"code":…,"message":…,"details":{…}}}` */
function okError(body: Json, hasCode: boolean): Envelope | undefined {
  const error = object(body["error"]);
  if (body["ok"] !== false || error === undefined) return undefined;
  const code = codeIn(error["code"]);
  if (code === undefined && !hasCode) return undefined;
  const details = object(error["details"]);
  return {
    readAs: "ok-error",
    code,
    message: text(error["message"]),
    sourceMessage: text(error["source_message"]),
    requestId: word(error["request_id"]),
    ...detailsOf(details),
    violations: list(details?.["errors"]).map(withMessage),
  };
}

/** `{"code":-403,"data":…}` */
function codeData(body: Json): Envelope | undefined {
  const number = integer(body["code"]);
  const data = object(body["data"]) ?? {};
  const message = text(body["data"]) ?? text(data["message"]);
  if (number === undefined || number >= 0 || message === undefined) return undefined;
  return {
    readAs: "code-data",
    number,
    message,
    sourceMessage: text(data["source_message"]),
    requestId: word(data["request_id"]),
    ...detailsOf(object(data["details"])),
    violations: list(data["errors"]).map(withMessage),
  };
}

/** `{"errors":[{…}],"meta":{…}}`. With violations `meta` has the code, and each of them is an error. */
function jsonApi(body: Json, hasCode: boolean, isNamed: boolean): Envelope | undefined {
  const errors: readonly unknown[] = Array.isArray(body["errors"]) ? body["errors"] : [];
  const first = object(errors[0]);
  if (first === undefined) return undefined;
  const own = word(first["code"]);
  if (!isNamed && (own === undefined || !/^\d{3}$/.test(text(first["status"]) ?? ""))) return undefined;
  const meta = object(body["meta"]) ?? {};
  const code = word(meta["code"]) ?? own;
  if (code === undefined && !hasCode) return undefined;
  const requestId = word(meta["request_id"]);
  const remedy = remedyOf(meta["remedy"]);
  if (word(meta["code"]) !== undefined) {
    const of = { ...detailsOf(object(meta["details"])), ...extentOf(meta["more"], meta["truncated"]) };
    const violations = list(errors).map((item) => {
      const { source_message: source, ...details } = object(item["meta"]) ?? {};
      return violation(item, item["detail"], source, object(item["source"]) ?? {}, details);
    });
    return { readAs: "json-api", code, requestId, ...of, remedy: remedy ?? of.remedy, violations };
  }
  const link = object(first["links"])?.["type"];
  const of = { ...detailsOf(object(first["meta"])), ...extentOf(meta["more"], meta["truncated"]) };
  return {
    readAs: "json-api",
    code,
    title: text(first["title"]),
    message: text(first["detail"]),
    sourceMessage: text(object(first["meta"])?.["source_message"]),
    requestId,
    documentation: word(link) ?? word(object(link)?.["href"]),
    ...of,
    remedy: remedy ?? of.remedy,
  };
}

/** Problem details (RFC 9457) with a code. */
function problem(body: Json, hasCode: boolean, isNamed: boolean): Envelope | undefined {
  const code = codeIn(body["code"]);
  const title = text(body["title"]);
  const type = text(body["type"]);
  const hasShape = type !== undefined && title !== undefined && integer(body["status"]) !== undefined;
  if (isNamed ? code === undefined && !hasCode : code === undefined || !hasShape) return undefined;
  return {
    readAs: "problem",
    code,
    title,
    message: text(body["detail"]),
    sourceMessage: text(body["source_detail"]),
    requestId: word(body["request_id"]),
    documentation: type === "about:blank" ? undefined : word(type),
    ...detailsOf(object(body["details"])),
    violations: list(body["errors"]).map((item) =>
      violation(item, item["detail"], item["source_detail"], item, item["details"]),
    ),
  };
}

/** The front matter and the first section of an answer in Markdown (RFC 7763). */
function markdown(source: string | undefined): Envelope | undefined {
  const [, front, rest] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source ?? "") ?? [];
  if (front === undefined) return undefined;
  const scalar = (name: string): string | undefined => {
    const line = front.split("\n").find((line) => line.startsWith(`${name}:`));
    return line === undefined ? undefined : word(parse(line.slice(name.length + 1)));
  };
  const code = scalar("code");
  if (code === undefined) return undefined;
  const [, happened] = /## What happened\n([^]*?)(?:\n## |$)/.exec(rest ?? "") ?? [];
  return {
    readAs: "markdown",
    code,
    message: word(happened?.trim()),
    requestId: scalar("request_id"),
    documentation: scalar("documentation"),
    retryAfter: digits(scalar("retry_after")),
  };
}

/** The details without the members that are not the catalog's, which are read for what they say. */
function detailsOf(all: Json | undefined): Omit<Envelope, "readAs"> {
  const { errors: _errors, more, truncated, reason, remedy, retry, source_message: _source, ...details } = all ?? {};
  const applied = object(retry)?.["applied"];
  const seconds = integer(object(retry)?.["after_seconds"]);
  return {
    details,
    ...extentOf(more, truncated),
    reason: text(reason),
    remedy: remedyOf(remedy),
    retryAfter: seconds === undefined || seconds < 0 ? undefined : Math.min(seconds, LONGEST),
    applied: applied === "yes" || applied === "no" || applied === "unknown" ? applied : undefined,
  };
}

/** How much is left out. */
function extentOf(more: unknown, truncated: unknown): Pick<Envelope, "hasMore" | "truncated"> {
  const count = integer(truncated);
  return { hasMore: more === true, truncated: count !== undefined && count >= 0 ? count : undefined };
}

function remedyOf(value: unknown): Remedy | undefined {
  const remedy = object(value);
  if (remedy === undefined) return undefined;
  const steps: readonly unknown[] = Array.isArray(remedy["steps"]) ? remedy["steps"] : [];
  const words: Record<string, string> = {};
  for (const name of ["owner", "next", "documentation"]) {
    const said = word(remedy[name]);
    if (said !== undefined) words[name] = said;
  }
  return { ...words, steps: steps.filter((step): step is string => text(step) !== undefined) };
}

/** A violation of the styles that have a `message`. */
function withMessage(item: Json): Violation {
  return violation(item, item["message"], item["source_message"], item, item["details"]);
}

function violation(
  item: Json,
  message: unknown,
  sourceSentence: unknown,
  source: Json,
  details: unknown,
): Violation {
  const code = knownCode(codeIn(item["code"]));
  const sentence = text(message);
  const sourceMessage = text(sourceSentence);
  const pointer = pointerOf(text(source["pointer"]));
  const parameter = text(source["parameter"]);
  const header = text(source["header"]);
  const place =
    pointer !== undefined ? { pointer } : parameter !== undefined ? { parameter } : header === undefined ? {} : { header };
  return {
    ...(code === undefined ? {} : { code: code as unknown as UnknownCode }),
    ...(sentence === undefined ? {} : { message: sentence }),
    ...(sourceMessage === undefined ? {} : { sourceMessage }),
    ...place,
    details: object(details) ?? {},
  };
}

/** A JSON Pointer, which may be written as a fragment of a URI (RFC 6901 §6). */
function pointerOf(written: string | undefined): string | undefined {
  try {
    const pointer = written?.startsWith("#") ? decodeURIComponent(written.slice(1)) : written;
    return pointer !== undefined && /^(\/([^~/]|~[01])*)*$/.test(pointer) ? pointer : undefined;
  } catch {
    return undefined;
  }
}
