import { createApp } from "./generated";

export async function failure(name: string) {
    const response = await createApp({ name });
    return response.status === 201 ? undefined : response.data;
}
