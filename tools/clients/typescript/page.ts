// What the example of docs/clients.md calls.

declare function upgrade(limit: number): void;
declare function mark(pointer: string | undefined, message: string | undefined): void;
declare function retryIn(seconds: number): void;
declare function show(message: string, requestId: string | undefined): void;

