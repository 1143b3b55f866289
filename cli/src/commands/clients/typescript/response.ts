// ------------------------------------------------------------------------------------------ what was sent

/** The header fields that say something of an error. */
interface Head {
  readonly mediaType: string;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly language: string | undefined;
  readonly shouldRetry: string | undefined;
  readonly retryAfter: string | undefined;
  readonly retryAfterMs: string | undefined;
  readonly date: string | undefined;
}

/** A body, as text and as JSON where it is that. */
interface Sent {
  readonly text?: string;
  readonly json?: Json | undefined;
  readonly excerpt: string;
}

// Declared here, so that neither the library `dom` nor the types of Node.js are needed.
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

const MOST_EXCERPT = 1024;

function headOf(headers: HeadersLike): Head {
  const hasGet = (all: HeadersLike): all is { get(name: string): unknown } => typeof all["get"] === "function";
  const field = (name: string): string | undefined => {
    const value = hasGet(headers)
      ? headers.get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    const line = typeof first === "string" || typeof first === "number" ? String(first).trim() : "";
    return /^[ -~]+$/.test(line) ? line : undefined;
  };
  return {
    mediaType: (field("content-type")?.split(";", 1)[0] ?? "").trim().toLowerCase(),
    code: field("x-error-code"),
    requestId: field("x-request-id"),
    language: tagOf(field("content-language")),
    shouldRetry: field("x-should-retry"),
    retryAfter: field("retry-after"),
    retryAfterMs: field("retry-after-ms"),
    date: field("date"),
  };
}

/** A value of the shape of one language tag (RFC 5646 §2.1). Of several none is that of a sentence. */
function tagOf(value: string | undefined): string | undefined {
  return value !== undefined && value.length <= 64 && /^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(value) ? value : undefined;
}

/** What is there of a body when it ends, breaks off, or is too long. */
async function bytesOf(response: ResponseLike): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    if (response.bodyUsed !== true && response.body) {
      const reader = response.body.getReader();
      while (length < MOST_BODY) {
        const { done, value } = await reader.read();
        if (done) break;
        if (value === undefined) continue;
        chunks.push(value.subarray(0, MOST_BODY - length));
        length += value.length;
      }
      if (length >= MOST_BODY) reader.cancel().catch(() => undefined);
    }
  } catch {
    // The connection broke; the status is known all the same.
  }
  const bytes = new Uint8Array(Math.min(length, MOST_BODY));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function sentOf(body: BodyLike): Sent {
  const bytes = body instanceof ArrayBuffer ? new Uint8Array(body) : body;
  if (typeof bytes === "string") return sentText(bytes.slice(0, MOST_BODY).replace(/^\uFEFF/, ""));
  if (!(bytes instanceof Uint8Array)) return { json: object(bytes), excerpt: "" };
  const start = bytes.subarray(0, MOST_BODY);
  try {
    return sentText(new TextDecoder("utf-8", { fatal: true }).decode(start));
  } catch {
    return { excerpt: oneLine(new TextDecoder("utf-8", { fatal: false }).decode(start.subarray(0, MOST_EXCERPT))) };
  }
}

function sentText(text: string): Sent {
  return { text, json: object(parse(text)), excerpt: oneLine(text.slice(0, MOST_EXCERPT)) };
}

/** Text of somebody else's on one line, without what steers a terminal or reorders text. */
function oneLine(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// A member of another type than it should have counts as absent.

function object(value: unknown): Json | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function list(value: unknown): readonly Json[] {
  const items: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_VIOLATIONS) : [];
  return items.filter((item): item is Json => object(item) !== undefined);
}

/** A string of whole characters. */
function text(value: unknown): string | undefined {
  return typeof value === "string" && !/\p{Surrogate}/u.test(value) ? value : undefined;
}

/** A text that is more than blanks. */
function spoken(value: string | undefined): string | undefined {
  return value?.trim() === "" ? undefined : value;
}

function word(value: unknown): string | undefined {
  return value === "" ? undefined : text(value);
}

function integer(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}

function codeIn(value: unknown): string | number | undefined {
  return word(value) ?? integer(value);
}
