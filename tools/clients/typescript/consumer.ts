// What a caller writes against the client of plans.toml. It has to compile, also after a code was added, and must not
// after a code was renamed that it names.

import { ApiError, decode, decodeBody, isCode, isErrorOf, isRetryable } from "./plans.js";
import type { AppArchived, Code, ErrorOf, ErrorOfOperation, ResponseLike, UnknownError } from "./plans.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => undefined;

// A `switch` narrows the details of each code, and ends with what is not known yet.
export function told(error: ApiError): string {
  switch (error.code) {
    case "PLAN_LIMIT_EXCEEDED":
      same<typeof error.details.limit, number>(true);
      return `The plan includes ${error.details.limit.toFixed()} apps.`;
    case "PLAN_PAUSED":
      same<typeof error.details.until, string | undefined>(true);
      return error.details.until ?? "for now";
    case "APP_NAME_TAKEN":
      return error.details.name;
    case "APP_ARCHIVED":
      return error.details.region === "eu" ? "in Europe" : (error.details.region ?? "somewhere");
    case "APP_NOT_FOUND":
    case "APP_RUNNING":
    case "VALIDATION_FAILED":
      return error.violations.map((violation) => violation.pointer ?? violation.message).join(", ");
    case "SIGN_IN_REQUIRED":
    case "INTERNAL":
      return error.message;
    default:
      return error.isKnown ? "known" : `${error.status} ${String(error.code)} ${String(error.details["any"])}`;
  }
}

// So do comparisons, guards and `instanceof`.
export function caught(error: unknown): number {
  if (isCode(error, "PLAN_LIMIT_EXCEEDED")) return error.details.limit;
  if (isCode(error, "APP_NOT_FOUND", "APP_ARCHIVED")) {
    same<typeof error.code, "APP_NOT_FOUND" | "APP_ARCHIVED">(true);
  }
  if (!(error instanceof ApiError)) throw error;
  if (error.code === "PLAN_LIMIT_EXCEEDED") return error.details.limit;
  if (!error.isKnown) same<typeof error, UnknownError>(true);
  return isRetryable(error) ? (error.retryAfter ?? 1) : error.status;
}

// An operation has fewer codes, and those that are not known yet.
export function created(error: ApiError): string {
  if (!isErrorOf(error, "POST /apps")) return "not of this operation";
  same<typeof error, ErrorOfOperation<"POST /apps">>(true);
  switch (error.code) {
    case "PLAN_LIMIT_EXCEEDED":
      return String(error.details.limit);
    // @ts-expect-error The operation does not answer with this code.
    case "APP_ARCHIVED":
      return "never";
    default:
      return error.message;
  }
}

export function refused(error: ApiError): void {
  // @ts-expect-error No code is called this.
  isCode(error, "PLAN_LIMIT");
  // @ts-expect-error Nor here.
  if (error.code === "PLAN_LIMIT") return;
  // @ts-expect-error The code has no such detail.
  if (error.code === "PLAN_LIMIT_EXCEEDED") error.details.limits;
  // @ts-expect-error What is not narrowed has no details that are known.
  error.details.limit;
  // @ts-expect-error No error is made by hand.
  new ApiError();
  same<ErrorOf<"APP_ARCHIVED">, AppArchived>(true);
  const codes: Code[] = ["PLAN_LIMIT_EXCEEDED"];
  throw isCode(error, ...codes) ? error : decodeBody(500, {}, null);
}

export async function answered(response: ResponseLike): Promise<never> {
  throw await decode(response);
}
