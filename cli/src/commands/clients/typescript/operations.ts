// -------------------------------------------------------------------------------------------- operations

/** The name of an operation. */
export type Operation = keyof ErrorsByOperation;

/** What an operation can answer with. Any can answer with a code that is not in this file. */
export type ErrorOfOperation<O extends Operation> = ErrorsByOperation[O] | UnknownError;

/**
 * Whether an error is one that the operation can answer with, or has a code that is not in this file. It takes
 * anything that was caught.
 */
export function isErrorOf<O extends Operation>(error: unknown, operation: O): error is ErrorOfOperation<O> {
  if (!(error instanceof DecodedError)) return false;
  return !error.isKnown || (CODES_BY_OPERATION[operation] as readonly unknown[]).includes(error.code);
}
