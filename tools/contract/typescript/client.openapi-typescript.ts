import createClient from "openapi-fetch";
import type { paths } from "./generated";

const client = createClient<paths>({ baseUrl: "http://localhost" });

export async function failure(name: string) {
    const { error } = await client.POST("/apps", { body: { name } });
    return error;
}
