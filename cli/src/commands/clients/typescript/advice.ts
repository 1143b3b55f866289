// --------------------------------------------------------------------------------------- codes and advice

/** What this file knows of a code. */
interface Facts {
  readonly code: Code;
  readonly message: string;
  readonly retry?: "never" | "after" | "backoff" | "after_change";
  readonly applied?: Applied;
  readonly details?: readonly (readonly [name: string, type: DetailType, items?: DetailType])[];
}

type DetailType = "string" | "integer" | "number" | "boolean" | "array" | "object" | "any";

/** The longest time that is told, in seconds: what RFC 9111 §1.2.2 asks to be taken for any longer one. */
const LONGEST = 2 ** 31;

function factsOf(read: Envelope, head: Head): Facts | undefined {
  const code = codeOf(read, head);
  return code === undefined ? undefined : CODES.get(String(code));
}

/** The code of the body, else that of the header. A negative number may stand for either. */
function codeOf(read: Envelope, head: Head): string | number | undefined {
  const named = read.code ?? head.code;
  if (named !== undefined) return knownCode(named);
  return read.number === undefined ? undefined : (BY_NUMBER.get(-read.number) ?? read.number);
}

/** A code as the catalog writes it: in JSON:API and in header fields numbers are texts. */
function knownCode(code: string | number | undefined): string | number | undefined {
  const known = CODES.get(String(code))?.code;
  if (known !== undefined) return known;
  return HAS_NUMBERS && typeof code === "string" && /^-?\d{1,15}$/.test(code) ? Number(code) : code;
}

/** The details without those that are not of the declared type, so that their types hold. */
function declared(details: Json, facts: Facts | undefined): Json {
  // Without a prototype, so that a detail that is not there is none, even if it is called `constructor`.
  const kept = Object.assign(Object.create(null) as Json, details);
  for (const [name, type, items] of facts?.details ?? []) {
    const value = kept[name];
    const fits = isOf(value, type) && (items === undefined || (value as unknown[]).every((item) => isOf(item, items)));
    if (!fits) delete kept[name];
  }
  return kept;
}

function isOf(value: unknown, type: DetailType): boolean {
  switch (type) {
    case "any":
      return true;
    case "integer":
      return Number.isInteger(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return object(value) !== undefined;
    default:
      return typeof value === type;
  }
}

function isAdvised(
  head: Head,
  retryAfter: number | undefined,
  applied: Applied | undefined,
  facts: Facts | undefined,
  status: number,
): boolean {
  if (head.shouldRetry === "true" || head.shouldRetry === "false") return head.shouldRetry === "true";
  if (applied === "yes") return false;
  if (retryAfter !== undefined) return true;
  if (facts?.retry !== undefined) return facts.retry === "after" || facts.retry === "backoff";
  return PASSING.has(status);
}

/** The time to wait that the header fields say. A date is compared with the response's own, if it has one. */
function secondsOf(head: Head, now: number): number | undefined {
  const milliseconds = digits(head.retryAfterMs, LONGEST * 1000);
  if (milliseconds !== undefined) return milliseconds / 1000;
  const seconds = digits(head.retryAfter);
  if (seconds !== undefined) return seconds;
  const moment = dateOf(head.retryAfter);
  return moment === undefined ? undefined : Math.max(0, (moment - (dateOf(head.date) ?? now)) / 1000);
}

/** A date in one of the three forms of HTTP (RFC 9110 §5.6.7), in milliseconds. */
function dateOf(field: string | undefined): number | undefined {
  const forms = [
    /^[A-Za-z]+, \d{2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
    /^[A-Za-z]+, \d{2}-[A-Za-z]{3}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
    /^[A-Za-z]+ [A-Za-z]{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
  ];
  if (field === undefined || !forms.some((form) => form.test(field))) return undefined;
  const date = Date.parse(field.endsWith(" GMT") ? field : `${field} GMT`);
  return Number.isNaN(date) ? undefined : date;
}

/** A number in digits alone. One that is too large is the largest. */
function digits(field: string | undefined, largest: number = LONGEST): number | undefined {
  return field !== undefined && /^\d+$/.test(field) ? Math.min(Number(field), largest) : undefined;
}
