"""What Lighthouse says of the sample journal's pages, served as a host serves them: compressed, and kept by the browser.

    python benchmarks/lighthouse.py --lighthouse node_modules/.bin/lighthouse

Needs Node.js, a Chromium, and Lighthouse (`npm install lighthouse`). Its seconds are simulated from what a page asks for, yet a busy
machine makes them worse; run it alone.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PAGES = {"home": "", "entry": "2026/lucja-dabrowska/", "theme": "themes/user-needs/"}
SORTS = ("performance", "accessibility", "best-practices", "seo")
TEXT = (".html", ".css", ".js", ".svg", ".xml")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --disable-background-networking --disable-component-update --disable-sync"


class Host(SimpleHTTPRequestHandler):
    """Serves a site with its text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """A file: text compressed, all for a day."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        body = path.read_bytes() if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=86400")
        if path.suffix in TEXT and found:
            body = gzip.compress(body, 9)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def scores(lighthouse: str, url: str, *, desktop: bool) -> list[int]:
    """The four scores of a page, of a hundred."""
    command = [lighthouse, url, "--quiet", "--output=json", f"--only-categories={','.join(SORTS)}", f"--chrome-flags={FLAGS}"]
    found = subprocess.run([*command, *(["--preset=desktop"] if desktop else [])], check=True, capture_output=True, text=True).stdout
    return [round(100 * json.loads(found)["categories"][sort]["score"]) for sort in SORTS]


def main() -> None:
    """Build, serve, measure, and print a row for each page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lighthouse", default=shutil.which("lighthouse") or "lighthouse")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        build = [Path(sys.executable).with_name("mkdocs"), "build", "--quiet", "--site-dir", folder]
        subprocess.run(build, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=folder)) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print("| | phone:", " | ".join(SORTS), "| desktop:", " | ".join(SORTS), "|")
            for name, path in PAGES.items():
                url = f"http://127.0.0.1:{server.server_port}/{path}"
                phone, desktop = (scores(given.lighthouse, url, desktop=desktop) for desktop in (False, True))
                print(f"| {name} |", " | ".join(map(str, (*phone, *desktop))), "|")
            server.shutdown()


if __name__ == "__main__":
    main()
