"""Calls the tools of examples/services/mcp-notes with the Python SDK of MCP, and reads their errors."""

import re
import sys
import tempfile

import anyio
from mcp import Client, MCPError, StdioServerParameters
from mcp.client.stdio import stdio_client

# What the cause and the panic of the example say: it is for the log alone.
SECRETS = ("hunter2", "index out of bounds")


def expect(is_so, *said):
    if not is_so:
        sys.exit(f"not as expected: {said}")


async def failed(client, tool, arguments=None):
    """Calls a tool that fails, and returns its text and its data."""
    result = await client.call_tool(tool, arguments)
    expect(result.is_error is True, tool, result)
    [block] = result.content
    text, data = block.text, result.structured_content
    expect(text.startswith(f"{data['code']} ({data['status']}): {data['message']}"), text, data)
    expect(text.endswith(f"\n\nRequest id: {data['request_id']}"), text, data)
    expect(not any(secret in f"{text}{data}" for secret in SECRETS), text, data)
    remedy = data.get("remedy", {})
    for number, step in enumerate(remedy.get("steps", []), 1):
        expect(f"\n{number}. {step}" in text, step, text)
    for violation in data.get("violations", []):
        expect(f"\n- {violation['pointer']}: {violation['message']}" in text, violation, text)
    return text, data


async def call_everything(client):
    """Returns code and id of each error, in the order of the calls."""
    seen = []

    def note(data):
        seen.append((data["code"], data["request_id"]))

    tools = {tool.name for tool in (await client.list_tools()).tools}
    expect(tools == {"add_note", "back_up", "delete_note", "first_word", "list_notes"}, tools)

    for text in ("Buy milk", "Buy bread", " "):
        result = await client.call_tool("add_note", {"text": text})
        expect(not result.is_error and "is added" in result.content[0].text, result)

    _, full = await failed(client, "add_note", {"text": "Buy salt"})
    expect((full["code"], full["status"]) == ("NOTEBOOK_FULL", 409), full)
    expect(full["message"] == "The notebook is full: it holds 3 notes.", full)
    expect(full["details"] == {"limit": 3}, full)
    expect(full["remedy"]["owner"] == "user" and full["remedy"]["next"] == "delete_note", full)
    expect(full["remedy"]["steps"][0] == "Ask the user which note can go.", full)
    note(full)

    for arguments, pointer in (({"text": ""}, "/text"), ({"text": "a", "tags": ["b", 7]}, "/tags/1")):
        _, invalid = await failed(client, "add_note", arguments)
        expect((invalid["code"], invalid["status"]) == ("INVALID_ARGUMENTS", 422), invalid)
        expect([it["pointer"] for it in invalid["violations"]] == [pointer], invalid)
        note(invalid)

    text, masked = await failed(client, "back_up")
    expect((masked["code"], masked["status"]) == ("BACKUP_FAILED", 503), masked)
    expect(masked["message"] == "Backups cannot be made at the moment.", masked)
    expect(masked["retry"] == {"advice": "backoff"} and "Retry: later" in text, masked, text)
    note(masked)

    _, panicked = await failed(client, "first_word", {"id": 3})
    expect((panicked["code"], panicked["status"]) == ("INTERNAL_SERVER_ERROR", 500), panicked)
    note(panicked)

    try:
        result = await client.call_tool("fly", {})
    except MCPError as error:
        expect((error.code, error.message) == (-32000, "There is no such tool."), error.error)
        expect((error.data["code"], error.data["status"]) == ("TOOL_NOT_FOUND", 404), error.data)
        expect(error.data["remedy"]["steps"] == ["List the tools."], error.data)
        note(error.data)
    else:
        expect(False, "a tool that there is not has a result", result)

    result = await client.call_tool("list_notes", {})
    expect(not result.is_error and "Buy milk" in result.content[0].text, "the server lives on", result)
    return seen


async def check(server, mode):
    with tempfile.TemporaryFile("w+") as log:
        parameters = StdioServerParameters(command=server)
        with anyio.fail_after(30):
            async with Client(stdio_client(parameters, errlog=log), mode=mode) as client:
                version = client.protocol_version
                seen = await call_everything(client)
        log.seek(0)
        events = [line for line in log if "manila::fault" in line]
    # One event for each error, under the id that the client has; the log alone has the causes.
    told = [re.search(r'request_id="([^"]+)" code="([^"]+)"', event).group(2, 1) for event in events]
    expect(told == seen, told, seen)
    expect(all(any(secret in event for event in events) for secret in SECRETS), events)
    expect('method="tools/call" route="fly"' in events[-1], events[-1])
    print(f"{mode}, MCP {version}: {len(seen)} errors are read, each is one event of the log")


for mode in sys.argv[2:]:
    anyio.run(check, sys.argv[1], mode)
