import { failure } from "./client";

function unreachable(error: never): never {
    throw new Error(JSON.stringify(error));
}

export async function create(name: string): Promise<string> {
    const body = await failure(name);
    if (body === undefined) return "created";
    const error = body;
    switch (error.code) {
        case -402001: {
            const limit: number = error.data.details.limit;
            return `${limit} apps`;
        }
        case -402002: {
            if (typeof error.data === "string") return error.data;
            // @ts-expect-error This code has no such detail.
            const limit = error.data.details?.limit;
            return String(limit);
        }
        case -409001: {
            const taken: string = error.data.details.name;
            return taken.toUpperCase();
        }
        case -422001:
        case -401001:
        case -500001:
        case -400:
        case -403:
        case -405:
        case -406:
        case -408:
        case -413:
        case -415:
        case -429:
        case -503:
        case -504:
            return typeof error.data === "string" ? error.data : error.data.message;
        default:
            return unreachable(error);
    }
}
