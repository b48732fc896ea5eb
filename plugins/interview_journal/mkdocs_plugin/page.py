"""Pages that are ready when MkDocs meets them, and the files they are written to."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from interview_journal import resources
from interview_journal.address import folded
from interview_journal.plan.page import PlannedPage
from interview_journal.settings import Settings

log = logging.getLogger("mkdocs.plugins.journal")


UNQUOTABLE = re.compile(r'[\\"\n\r\f]')
"""What cannot stand in a string of CSS as it is (CSS Syntax 3, 4.3.5)."""


class ReadyPage(Page):
    """A page whose content is planned: MkDocs makes a page of its own only where `file.page` is None."""

    plan: PlannedPage

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs passes it
        """Leave the source alone; it was read when the journal was loaded."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs passes them
        """Leave the content to the template."""
        self.content = ""


def ready_file(plan: PlannedPage, config: MkDocsConfig) -> File:
    """The file of a planned page."""
    folder = plan.url.endswith("/")
    name = unquote(plan.url).removesuffix("/" if folder else ".html") or "index"
    file = File.generated(config, f"{name}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    if plan.url:
        file.use_directory_urls = folder  # a former address keeps its ending, whichever sort the site has now
    page = ReadyPage(plan.title, file, config)
    page.plan, page.meta, page.update_date = plan, {"template": plan.template}, plan.updated
    if not plan.listed:
        page.abs_url = page.canonical_url = None  # MkDocs's sitemap names what has an address
    return file


class Medium(File):
    """A picture or other file that a page shows; it may vanish between being found and being copied, which must not hang the preview."""

    def is_documentation_page(self) -> bool:
        """Never, whatever its name: MkDocs would print it as it stands."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Copy it, or warn that it cannot be read."""
        try:
            with open(str(self.abs_src_path), "rb"):
                pass
        except OSError:
            log.warning(
                "%s cannot be read any more, so it is not on the site; check that it is there and that you may open it", self.src_uri
            )
        else:
            super().copy_file(dirty)


def templates_among(plans: Iterable[PlannedPage]) -> dict[str, PlannedPage]:
    """What MkDocs makes of a template of the theme, without a page, by the template's name: the feed, and what stands where nothing is."""
    return {plan.template: plan for plan in plans if is_template(plan)}


def is_template(plan: PlannedPage) -> bool:
    """Whether it stands at the root under its template's own name."""
    return plan.template == plan.url


def site_files(plans: Iterable[PlannedPage], media: Iterable[str], theme: Iterable[File], config: MkDocsConfig) -> Files:
    """All that the site may hold: an allow-list, so that a file nobody thought of stays at home."""
    shown = [
        Medium(path, config.docs_dir, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED)
        for path in sorted(media)
    ]
    pages = [ready_file(plan, config) for plan in plans if not is_template(plan)]
    if pages[0].page and not any(file.page.update_date for file in pages if file.page):
        pages[0].page.update_date = get_build_date()  # MkDocs gives the compressed sitemap the newest date, and fails where there is none
    ours, settings = str(resources.templates()), Settings(Path(config.config_file_path or "").parent, Path(config.docs_dir))
    hers = tuple(folded(os.path.join(os.path.realpath(folder), "")) for folder in (settings.entries, settings.vocabulary))
    kept = [
        file
        for file in theme
        if file.src_dir != config.docs_dir
        and (file.src_dir != ours or file.src_uri.startswith("journal/assets/"))
        and not lies_in(file.abs_src_path, hers)
    ]
    for file in kept:
        file.inclusion = InclusionLevel.INCLUDED  # `exclude_docs` speaks of entries; MkDocs would apply it to the theme too
    return Files([*kept, *shown, *pages])


def running_foot(text: str, config: MkDocsConfig) -> File:
    """The stylesheet that says what stands at the foot of every printed page: no page can say so itself (CSS Paged Media 3, 5)."""
    escaped = UNQUOTABLE.sub(lambda letter: f"\\{ord(letter[0]):x} ", text)
    content = f':root {{ --running-foot: "{escaped}" }}\n'
    return File.generated(config, "journal/assets/running-foot.css", content=content, inclusion=InclusionLevel.INCLUDED)


def lies_in(path: str | None, folders: tuple[str, ...]) -> bool:
    """Whether a file lies below one of these folders, or is a link into one: `custom_dir` may be a folder around them, or one of them."""
    folder, name = os.path.split(path or "")
    ways = (os.path.realpath(path or ""), os.path.join(os.path.realpath(folder), name))
    return any(folded(way).startswith(folders) for way in ways)
