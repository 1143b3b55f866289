import { failure } from "./client";

function unreachable(error: never): never {
    throw new Error(JSON.stringify(error));
}

export async function create(name: string): Promise<string> {
    const body = await failure(name);
    if (body === undefined) return "created";
    const error = body.error;
    switch (error.code) {
        case 402001: {
            const limit: number = error.details.limit;
            return `${limit} apps`;
        }
        case 402002: {
            // @ts-expect-error This code has no such detail.
            const limit = error.details?.limit;
            return String(limit);
        }
        case 409001: {
            const taken: string = error.details.name;
            return taken.toUpperCase();
        }
        case 422001:
        case 401001:
        case 500001:
        case 400000:
        case 403000:
        case 405000:
        case 406000:
        case 408000:
        case 413000:
        case 415000:
        case 429000:
        case 503000:
        case 504000:
            return error.message;
        default:
            return unreachable(error);
    }
}
