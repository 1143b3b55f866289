// The same against a client whose codes are numbers.

import type { ApiError } from "./numbers.js";
import { isCode } from "./numbers.js";

export function told(error: ApiError): string {
  if (isCode(error, 404002)) return error.details.region ?? "somewhere";
  switch (error.code) {
    case 402001:
      return error.details.limit.toFixed();
    case 402002:
      return error.details.until ?? "for now";
    // @ts-expect-error No code has this number.
    case 402003:
      return "never";
    default:
      return error.isKnown ? error.message : String(error.code);
  }
}
