"""What only the preview does: keep to this machine, watch more, never stop."""

from __future__ import annotations

import ipaddress
import logging
import os
import socket
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template, TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

from interview_journal import resources
from interview_journal.mkdocs_plugin.options import Options
from interview_journal.mkdocs_plugin.page import ReadyPage
from interview_journal.settings import Settings

log = logging.getLogger("mkdocs.plugins.journal")
BROKEN = "journal/broken.html"


def is_preview(config: MkDocsConfig) -> bool:
    """Whether this build is served from here; `mkdocs serve --clean` says "build", yet an exception would hang it too.

    Known by the address, and by the folder that MkDocs makes for it (`mkdocs.commands.serve`): the address alone may be anybody's.
    """
    return str(config.site_url or "").startswith(f"http://{config.dev_addr}/") and Path(config.site_dir).name.startswith("mkdocs_")


def refuse_network(config: MkDocsConfig, options: Options) -> None:
    """Raise PluginError where other machines could read the preview, which holds private text."""
    host = config.dev_addr.host
    try:
        private = ipaddress.ip_address(host).is_loopback
    except ValueError:
        private = host == "localhost"
    if not private and not options.preview_on_network:
        raise PluginError(
            f"the preview shows private text, and other machines could read it at {host}; "
            "leave `--dev-addr` out, or write `preview_on_network: true` below the plugin in mkdocs.yml"
        )


def refuse_taken_port(config: MkDocsConfig) -> None:
    """Raise PluginError where the address is taken; MkDocs would notice after the whole build, in a traceback."""
    host, port = config.dev_addr
    try:
        for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[:1]:
            with socket.socket(family, kind, protocol) as probe:
                if os.name == "posix":  # as the server itself does (http.server.HTTPServer); elsewhere it would share a taken port
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
    except OSError as error:
        raise PluginError(
            f"the preview cannot be shown at {host}:{port} ({(error.strerror or str(error)).lower()}); "
            f"end the other preview if there is one, or name another port: `mkdocs serve --dev-addr {host}:{port + 1}`"
        ) from None


@contextmanager
def keeping_the_last(config: MkDocsConfig, *, built: bool) -> Iterator[None]:
    """Let a preview go on with what it had where reading the journal fails: an exception in a rebuild would hang every request."""
    try:
        yield
    except Exception:
        if not built or not is_preview(config):
            raise
        log.exception("the journal could not be read, which is a fault of this program; the preview shows it as it was")


def watch(server: LiveReloadServer, settings: Settings) -> LiveReloadServer:
    """Watch vocabularies and templates too; a folder that is missing would kill the server, so its parent is watched for it.

    Links between folders would be followed for ever (watchdog.utils.dirsnapshot), so then each real folder is watched alone.
    """
    folders = {folder: names for folder, names, _ in os.walk(settings.entries)}
    if any(os.path.islink(os.path.join(folder, name)) for folder, names in folders.items() for name in names):
        server.unwatch(str(settings.entries))
        for folder in folders:
            server.watch(folder, recursive=False)
    if settings.vocabulary.is_dir():
        server.watch(str(settings.vocabulary))
    else:
        server.watch(str(settings.root), recursive=False)
    server.watch(str(resources.templates()))
    return server


class ForgivingTemplate(Template):
    """A template of the preview: where rendering fails, the page says so, since an exception would hang every request."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page, or what is wrong with its template."""
        try:
            return super().render(*args, **kwargs)
        except Exception as error:
            ours = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
            log.warning("%s cannot be rendered: %s", self.name, error)
            place = {"file": ours[-1].filename, "line": ours[-1].lineno} if ours else {"file": self.name, "line": 1}
            return self.environment.get_template(BROKEN).render(broken=place | {"text": str(error)})


def show_broken(config: MkDocsConfig, files: Files, env: Environment, error: TemplateError) -> None:
    """Let every page say which template is broken, and where."""
    env.globals["broken"] = {
        "file": getattr(error, "name", None) or "a template",
        "line": getattr(error, "lineno", 1),
        "text": error.message,
    }
    config.theme.static_templates.discard("404.html")  # MkDocs renders it all the same, and an exception would hang the preview
    for file in files:
        if isinstance(file.page, ReadyPage):
            file.page.meta = {"template": BROKEN}
