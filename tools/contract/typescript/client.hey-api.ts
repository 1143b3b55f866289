import { createApp } from "./generated";

export async function failure(name: string) {
    const { error } = await createApp({ body: { name } });
    return error;
}
