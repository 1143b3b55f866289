// What `fetch` of browsers and of Node.js answers with is taken as it is.

import { decode, decodeBody } from "./plans.js";

export async function get(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw await decode(response);
  return response;
}

export const empty = decodeBody(502, new Headers(), new ArrayBuffer(0));
export const ofNode = decodeBody(502, { "Content-Type": ["text/html"], "set-cookie": undefined }, "<h1>502</h1>");
