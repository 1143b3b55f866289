"""A client of a language server over stdio, with as much of the protocol as the checks need."""

import json
import queue
import subprocess
import threading

# How long an answer may take, on a machine that has other work.
SECONDS = 120


class Server:
    """A language server that has been started and initialized."""

    def __init__(self, command, folder):
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.messages = queue.Queue()
        self.next_id = 0
        self.diagnostics = {}
        threading.Thread(target=self._read, daemon=True).start()
        root = folder.as_uri()
        document = {
            "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
            "hover": {"contentFormat": ["markdown"]},
            "publishDiagnostics": {},
        }
        self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": "catalogs"}],
                "capabilities": {
                    "textDocument": document,
                    "workspace": {"workspaceFolders": True, "configuration": True},
                },
            },
        )
        self.notify("initialized", {})

    def open(self, file):
        """Opens a file, and returns its URI."""
        uri = file.as_uri()
        item = {"uri": uri, "languageId": "toml", "version": 1, "text": file.read_text()}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def at(self, method, uri, line, character, more=None):
        """Asks something about a place, counted from 0."""
        place = {
            "textDocument": {"uri": uri},
            "position": {"line": line, "character": character},
        }
        return self.request(method, {**place, **(more or {})})

    def notify(self, method, parameters):
        self._send({"method": method, "params": parameters})

    def request(self, method, parameters):
        self.next_id += 1
        mine = self.next_id
        self._send({"id": mine, "method": method, "params": parameters})
        while True:
            message = self.messages.get(timeout=SECONDS)
            if message.get("id") == mine and "method" not in message:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            self._handle(message)

    def diagnostics_of(self, uri):
        """What the server publishes about a file, once it publishes anything."""
        while not self.diagnostics.get(uri):
            self._handle(self.messages.get(timeout=SECONDS))
        return self.diagnostics[uri]

    def stop(self):
        """Ends the server, which is this program's own child."""
        try:
            self.request("shutdown", None)
            self.notify("exit", None)
            self.process.wait(timeout=5)
        except Exception:
            self.process.kill()

    def _handle(self, message):
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method and "id" in message:
            items = (message.get("params") or {}).get("items") or []
            result = [None] * len(items) if method == "workspace/configuration" else None
            self._send({"id": message["id"], "result": result})

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _read(self):
        stream = self.process.stdout
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                line = stream.readline()
            self.messages.put(json.loads(stream.read(length)))
