"""The plugin's options in `mkdocs.yml`, and the Settings that follow from the whole file."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from pathspec.gitignore import GitIgnoreSpec

from interview_journal.plan import words
from interview_journal.settings import EXTENSIONS, Settings

REPLACED = ("toc", "fenced_code")
"""What MkDocs puts into `markdown_extensions` by itself: anchors are the journal's, and superfences takes the place of the other."""
EXCLUDED = ("/templates/",)
"""MkDocs's own default of `exclude_docs`, beside names that begin with a dot, which no journal reads."""
ADDRESS = re.compile(r"[^\s@<>()\[\]:;,]+@[^\s@<>()\[\]:;,]+")
"""One @ with something on either side, and nothing that would make it a list, a link or a name; more than that only its owner can tell."""
ELSEWHERE = re.compile(r"([a-z]+:)?//", re.I)
"""How an address at another host begins."""
PALETTE = [
    {"media": f"(prefers-color-scheme{scheme})", "scheme": name, "toggle": {"icon": "material/brightness-auto", "name": shown}}
    for (scheme, name), shown in zip((("", "auto"), (": light", "day"), (": dark", "night")), words.PAPERS, strict=True)
]
"""Three papers, named as the masthead shows them (LOOK, "On top of Material")."""


class Mail(option.Type[str]):
    """An address as it stands in `mailto:`, or none; that it exists nobody can tell."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)

    def run_validation(self, value: object) -> str:
        """The address; raises ValidationError where it can be none."""
        address = str(value).strip()
        if address and not ADDRESS.fullmatch(address):
            raise base.ValidationError(f"“{address}” is no mail address; write one such as mara@example.org, or take the line out")
        return address


class Options(base.Config):  # type: ignore[no-untyped-call]
    """All optional."""

    author = option.Type(str, default="")
    """Who keeps the journal."""
    mail = Mail(default="")
    """Where replies go."""
    closing_question = option.Type(str, default="")
    """Asked at the end of each entry."""
    keeper = option.Type(str, default="")
    """The sentence of the footer."""
    noindex = option.Type(bool, default=False)
    """Keep search engines out."""
    preview_on_network = option.Type(bool, default=False)
    """Allow the preview, which holds private text, an address that other machines can reach."""


def settings_of(config: MkDocsConfig, options: Options) -> Settings:
    """The Settings of a journal, the same for build, preview and commands."""
    named = [name for name in config.markdown_extensions if name not in REPLACED]
    excluded = GitIgnoreSpec.from_lines(EXCLUDED) + (config.exclude_docs or GitIgnoreSpec([]))
    file = Path(config.config_file_path or "mkdocs.yml")
    return Settings(
        root=file.parent,
        entries=Path(config.docs_dir),
        name=config.site_name,
        url=config.site_url or "",
        description=config.site_description or "",
        author=options.author or config.site_author or "",
        mail=options.mail,
        closing_question=options.closing_question,
        keeper=options.keeper,
        noindex=options.noindex,
        directories=config.use_directory_urls,
        extensions=(*named, *(name for name in EXTENSIONS if name not in named)),
        extension_configs=config.mdx_configs,
        excluded=excluded.match_file,
        config=file.name,
    )


def elsewhere(config: MkDocsConfig) -> list[str]:
    """What to say of stylesheets and scripts at other hosts, which the policy of a page does not let through."""
    named = [("extra_css", path) for path in config.extra_css] + [("extra_javascript", str(path)) for path in config.extra_javascript]
    return [
        f"{key} in mkdocs.yml names {path}, and a page of the journal loads nothing from another host; "
        "save that file in the folder that `custom_dir` names, and write its path there"
        for key, path in named
        if ELSEWHERE.match(path)
    ]


def today() -> date:
    """The local day, or that of `SOURCE_DATE_EPOCH` in UTC (reproducible-builds.org); raises PluginError where that is no number."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
    except (ValueError, OverflowError, OSError):
        raise PluginError(
            f"the variable SOURCE_DATE_EPOCH is “{epoch}”, and no day has that number; unset it, or write seconds since 1970"
        ) from None
