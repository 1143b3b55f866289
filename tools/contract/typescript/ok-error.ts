import { failure } from "./client";

function unreachable(error: never): never {
    throw new Error(JSON.stringify(error));
}

export async function create(name: string): Promise<string> {
    const body = await failure(name);
    if (body === undefined) return "created";
    const error = body.error;
    switch (error.code) {
        case "PLAN_LIMIT_EXCEEDED": {
            const limit: number = error.details.limit;
            return `${limit} apps`;
        }
        case "PLAN_PAUSED": {
            // @ts-expect-error This code has no such detail.
            const limit = error.details?.limit;
            return String(limit);
        }
        case "APP_NAME_TAKEN": {
            const taken: string = error.details.name;
            return taken.toUpperCase();
        }
        case "VALIDATION_FAILED":
        case "SIGN_IN_REQUIRED":
        case "INTERNAL":
        case "BAD_REQUEST":
        case "FORBIDDEN":
        case "METHOD_NOT_ALLOWED":
        case "NOT_ACCEPTABLE":
        case "REQUEST_TIMEOUT":
        case "CONTENT_TOO_LARGE":
        case "UNSUPPORTED_MEDIA_TYPE":
        case "TOO_MANY_REQUESTS":
        case "SERVICE_UNAVAILABLE":
        case "GATEWAY_TIMEOUT":
            return error.message;
        default:
            return unreachable(error);
    }
}
