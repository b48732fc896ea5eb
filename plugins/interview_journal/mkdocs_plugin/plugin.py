"""The MkDocs plugin: each event does one thing, and decides nothing."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from pathspec.gitignore import GitIgnoreSpec

from interview_journal import resources
from interview_journal.consent import Reader
from interview_journal.journal import Journal, load_journal
from interview_journal.mkdocs_plugin import policy, preview, verdict
from interview_journal.mkdocs_plugin.filters import add_filters, our_templates, xml
from interview_journal.mkdocs_plugin.options import PALETTE, Options, elsewhere, settings_of, today
from interview_journal.mkdocs_plugin.page import ReadyPage, running_foot, site_files, templates_among
from interview_journal.mkdocs_plugin.staging import Staging, unwritable
from interview_journal.plan.feed import FEED
from interview_journal.plan.page import Frame, PlannedPage
from interview_journal.plan.site import frame_of, plan_site

log = logging.getLogger("mkdocs.plugins.journal")


class JournalPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Publishes the entries of a journal."""

    reader = Reader.PUBLIC
    started = False
    """Whether MkDocs told of its start, and so will tell of its end, when the site may take its place."""
    staging: Staging | None = None
    built = False
    docs_dir: str
    journal: Journal
    plans: tuple[PlannedPage, ...]
    frame: Frame

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs passes it
        """Learn who will read; being defined, this keeps the plugin's instance alive between the rebuilds of a preview."""
        self.started, self.reader = True, Reader.AUTHOR if command == "serve" else Reader.PUBLIC

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check everything here: MkDocs empties the site folder after this event, and a later mistake would cost the site."""
        previewed, first = preview.is_preview(config), not hasattr(self, "plans")
        if first:
            self.refuse(config, previewed=previewed)
            for line in elsewhere(config):
                log.warning(line)
        if self.started and not previewed:
            self.stage(config)
        with preview.keeping_the_last(config, built=not first):
            self.load(config)
        config.exclude_docs = GitIgnoreSpec.from_lines(["*"])  # we name the files ourselves, and MkDocs has nothing to warn of
        self.docs_dir, config.docs_dir = config.docs_dir, ""  # nor to search: it would follow links between folders for ever
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(resources.templates()))
        config.theme["font"] = False
        config.theme["palette"] = PALETTE
        return config

    def refuse(self, config: MkDocsConfig, *, previewed: bool) -> None:
        """Raise PluginError where nothing good can come of a build; only before the first one, since later it would hang the preview."""
        if config.theme.name != "material":
            raise PluginError("the pages of the journal are made for another theme; write `theme: {name: material}` in mkdocs.yml")
        language = config.theme["language"]
        if not any(Path(folder, "partials", "languages", f"{language}.html").is_file() for folder in config.theme.dirs):
            raise PluginError(f"the theme has no language “{language}”; write one that it has in mkdocs.yml, such as `language: de`")
        if sum(isinstance(plugin, JournalPlugin) for plugin in config.plugins.values()) > 1:
            raise PluginError("the journal stands twice among the `plugins` in mkdocs.yml; take one out")
        if previewed:
            preview.refuse_taken_port(config)
        if self.reader is Reader.AUTHOR:
            preview.refuse_network(config, self.config)

    def stage(self, config: MkDocsConfig) -> None:
        """Let the build be written aside."""
        self.main, self.site_dir, self.built = config, config.site_dir, False
        self.staging = Staging(Path(config.site_dir))
        self.staging.begin()
        config.site_dir = str(self.staging.new)

    def load(self, config: MkDocsConfig) -> None:
        """Read the journal, say what is wrong, plan the site."""
        journal = load_journal(settings_of(config, self.config), self.reader, today())
        verdict.give(journal, log, strict=config.strict, previewed=preview.is_preview(config))
        self.plans, self.frame, self.journal = plan_site(journal), frame_of(journal), journal

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found by the allow-list, with pages that are ready: MkDocs makes pages of its own after this event."""
        config.docs_dir = self.docs_dir
        files = site_files(self.plans, self.journal.texts.shown, files, config)
        files.append(running_foot(self.frame.running_foot, config))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Set escaping and filters before any template is compiled; compile ours now, since an error later would hang the preview."""
        add_filters(env)
        if preview.is_preview(config):
            env.template_class = preview.ForgivingTemplate
        try:
            for name in our_templates(config.theme.dirs):
                env.get_template(name)
        except TemplateError as error:
            if not preview.is_preview(config):
                raise PluginError(
                    f"{getattr(error, 'filename', '') or 'a template'}:{getattr(error, 'lineno', 1)}: {error.message}"
                ) from None
            preview.show_broken(config, files, env, error)
        else:
            config.theme.static_templates.update(templates_among(self.plans))
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG002
        """Give the template its plan; without neighbours, since Material would bind bare keys to them."""
        if isinstance(page, ReadyPage):
            context.update(self.seen(page.plan, config))  # type: ignore[typeddict-item]
        return context

    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:  # noqa: ARG002
        """Give the feed, and the page for an address that holds nothing, their plans: they are templates of the theme, not pages."""
        if plan := templates_among(self.plans).get(template_name):
            context.update(self.seen(plan, config))  # type: ignore[typeddict-item]
        return context

    @event_priority(-100)  # after other plugins, whose changes it would not know
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs passes it
        """Write the policy into the page, now that it is whole."""
        return policy.with_policy(output)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Write the policy into the page for an address that holds nothing; leave in the feed only what XML allows."""
        if template_name == FEED:
            return xml(output_content)
        return policy.with_policy(output_content) if template_name == "404.html" else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs passes it
        """Note that every page is written."""
        self.built = True

    def on_build_error(self, *, error: Exception) -> None:
        """Say in a sentence that a disk is full or a folder closed; MkDocs would print where in the program it noticed."""
        if self.staging and isinstance(error, OSError):
            raise unwritable(self.staging.site, error) from None

    def on_shutdown(self) -> None:
        """Let the new site take the place of the last one if nothing went wrong: a strict build is given up only after `on_post_build`."""
        if not self.staging:
            return
        self.main.site_dir = self.site_dir  # `gh-deploy` reads it next
        try:
            if self.built and sys.exc_info()[0] is None:
                self.staging.swap()
                log.info("The site is in %s", self.site_dir)
        finally:
            self.staging.end()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Watch vocabularies and templates too."""
        return preview.watch(server, self.journal.settings)

    def seen(self, plan: PlannedPage, config: MkDocsConfig) -> dict[str, object]:
        """All that a template sees; in a preview no policy, since MkDocs adds a script of its own to each page it sends."""
        marked = {} if preview.is_preview(config) else {"policy": policy.MARK}
        return {"plan": plan, "view": plan.view, "frame": self.frame, **marked}
