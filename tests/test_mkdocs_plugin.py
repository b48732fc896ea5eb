"""The journal through MkDocs: real builds, as the student runs them."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from interview_journal.mkdocs_plugin.configuration import load_settings

from tests.conftest import CONFIG, ROOT, World

PUBLIC = """\
== entries/index.md
I ask librarians for half an hour.

== entries/2026/director.md
---
date: 2026-03-14
library_type: university
role: director
consent: quotes
attribution: named
person: Ada <Byron> & {{ site_name }}
takeaway: "A \\"quoted\\" takeaway with <b>tags</b>"
---
See [the branch](branch.md#the-key) and ![A reading room](images/room.jpg).

### What is the hardest part?
#workload

Saying no.

> [!quote] Money is decided two floors up
> "I learn my budget the day the campus does."
>
> #budget ^two-floors-up

> [!private] Off the record
> SECRET-CALLOUT

%% SECRET-COMMENT %%
== entries/2026/branch.md
---
date: 2025-11-02
library_type: campus-branch
role: branch-manager
consent: quotes
---
> [!insight] The key
> Nobody had asked for it.
>
> #budget
== entries/2026/images/room.jpg
not really a picture
== entries/2026/images/unused.jpg
SECRET-PICTURE
== entries/2026/draft.md
---
date: 2026-04-01
library_type: law
role: director
person: SECRET-PERSON
---
SECRET-DRAFT
== entries/private/notes.md
SECRET-NOTES
== entries/README.md
SECRET-README
"""


class Links(HTMLParser):
    """The ids and the addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag names."""
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src") and tag != "base":
                self.links.append(value or "")


def links_of(path: Path) -> Links:
    """The ids and addresses in a file."""
    found = Links()
    found.feed(path.read_text("utf-8"))
    return found


def dead_links(site: Path, base: str) -> list[tuple[str, str]]:
    """Every address within the site that leads nowhere, with its page; `base` is the path of `site_url`."""
    pages = {path: links_of(path) for path in site.rglob("*.html")}
    dead = []
    for page, found in pages.items():
        here = base + page.relative_to(site).as_posix().removesuffix("index.html")
        for link in found.links:
            address, anchor = urldefrag(urljoin(here, link))
            if re.match(r"[a-z]+:", address):
                continue
            target = site / unquote(address).removeprefix(base) if address.startswith(base) else Path("/outside")
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or anchor and unquote(anchor) not in pages.get(target, found).ids:
                dead.append((here, link))
    return dead


def everything(site: Path) -> str:
    """All that the site holds, as one text, with the compressed file opened."""
    return "\n".join(
        (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()).decode("utf-8", "replace")
        for path in sorted(site.rglob("*"))
        if path.is_file()
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A journal with public and private things in it, built under a sub-path."""
    world = World(tmp_path_factory.mktemp("built")).write(PUBLIC)
    result = world.build("--strict")
    assert result.returncode == 0, result.stderr
    return world


def test_nothing_private_is_in_any_file_of_the_site(built: World):
    """A text that nobody agreed to, a comment, an unused picture and a README reach no file."""
    assert "SECRET" not in everything(built.root / "site")


def test_every_link_and_anchor_of_the_site_exists(built: World):
    """Every page's links lead somewhere, under a sub-path too."""
    assert dead_links(built.root / "site", "/sub/") == []


def test_no_page_asks_another_host_for_anything(built: World):
    """Reading the journal tells nobody."""
    asked = re.findall(r"""(?:src|href)=["']?(https?://[^"' >]+)""", everything(built.root / "site"))
    assert {address for address in asked if not address.startswith("https://journal.example.org/sub/")} <= {
        "https://squidfunk.github.io/mkdocs-material/"
    }


def test_ids_are_unique_on_every_page(built: World):
    """An address within a page means one place."""
    for path in (built.root / "site").rglob("*.html"):
        ids = links_of(path).ids
        assert sorted(ids) == sorted(set(ids)), path


def test_what_the_author_writes_is_escaped(built: World):
    """Names and takeaways are text, in the title too; Jinja sees none of it."""
    page = built.page("2026/director")
    assert "<title>A conversation with Ada &lt;Byron&gt; &amp; {{ site_name }} · A journal</title>" in page
    assert "&lt;b&gt;tags&lt;/b&gt;" in page and "<b>tags" not in page


def test_a_picture_that_a_page_shows_is_copied_and_no_other(built: World):
    """Media follow the pages that show them."""
    pictures = {path.name for path in (built.root / "site" / "2026").rglob("*.jpg")}
    assert pictures == {"room.jpg"}


def test_a_passage_stands_on_its_theme_by_kind_and_by_library_type(built: World):
    """The page of a theme shows the passages themselves, both ways without JavaScript."""
    by_kind, by_type = built.page("themes/budget"), built.page("themes/budget/by-library-type")
    for page in (by_kind, by_type):
        assert "I learn my budget the day the campus does." in page and "Nobody had asked for it." in page
    assert ">In their words<" in re.sub(r"\s*([<>])\s*", r"\1", by_kind)
    assert ">Campus branch or departmental library<" in re.sub(r"\s*([<>])\s*", r"\1", by_type)


def test_the_site_has_a_page_for_what_is_not_there(built: World):
    """A wrong address leads back in, by addresses that hold at every depth."""
    page = (built.root / "site" / "404.html").read_text("utf-8")
    assert "Not on the shelf" in page and 'href="/sub/themes/"' in page


def test_the_sitemap_names_each_page_with_a_date_of_its_own(built: World):
    """A sitemap that says "today" for all says nothing."""
    sitemap = (built.root / "site" / "sitemap.xml").read_text("utf-8")
    assert re.search(r"<loc>https://journal.example.org/sub/2026/director/</loc>\s*<lastmod>2026-03-14</lastmod>", sitemap)
    assert "draft" not in sitemap


def test_the_same_journal_gives_the_same_bytes(built: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A build is a function of its files and the day, whatever the folder, the time zone, the locale and the hash seed."""
    for name, value in {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"}.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "another Ördner").mkdir()
    again = World(tmp_path / "another Ördner").write(PUBLIC)
    result = again.build("--strict")
    assert result.returncode == 0, result.stderr
    assert everything(again.root / "site") == everything(built.root / "site")


def test_addresses_without_directories_hold_too(world: World):
    """`use_directory_urls: false` changes the addresses, and every link with them."""
    world.write(PUBLIC).write(f"== mkdocs.yml\n{CONFIG}use_directory_urls: false\n")
    assert world.build("--strict").returncode == 0
    assert (world.root / "site" / "2026" / "director.html").is_file()
    assert dead_links(world.root / "site", "/sub/") == []


def test_a_facet_of_the_authors_own_needs_one_file(world: World):
    """`vocabulary/locales.yml` with a key gives entries the key, an index and pages."""
    world.write(
        "== vocabulary/locales.yml\nscheme: locale\nkey: locale\none: Locale\nmany: Locales\nconcepts:\n- {id: rural, label: Rural}\n"
    )
    world.interview("2026/a.md", "consent: quotes\nlocale: rural\n", "> [!insight] One road\n> And the van on it.")
    result = world.build("--strict")
    assert result.returncode == 0, result.stderr
    assert "Rural" in world.page("locales") and "And the van on it." in world.page("locales/rural")
    assert 'href="../../locales/rural/"' in world.page("2026/a")


@pytest.mark.parametrize("body", ["> [!qoute] x\n> y", "[gone](nowhere.md)", "%% never closed"])
def test_an_error_in_a_public_entry_stops_the_build_before_anything_is_lost(world: World, body: str):
    """A mistake leaves the published site as it was, and is said with its line."""
    world.interview("2026/a.md", body="Well.")
    assert world.build().returncode == 0
    before = everything(world.root / "site")
    world.interview("2026/a.md", body=body)
    result = world.build()
    assert result.returncode != 0 and "entries/2026/a.md:7: error:" in result.stderr and "Traceback" not in result.stderr
    assert everything(world.root / "site") == before


def test_an_error_in_a_private_entry_is_counted_and_named_by_nobody(world: World):
    """Build logs are often public: a half-written draft neither stops a plain build nor is told of."""
    world.interview("2026/secret-name.md", "library: SECRET-VALUE\nstatus: draft\nthemes: bugdet\n").interview("2026/a.md")
    plain, strict = world.build(), world.build("--strict")
    assert plain.returncode == 0 and "1 private entry has errors: run `journal check`" in plain.stderr
    assert strict.returncode != 0 and "1 private entry has errors: run `journal check`" in strict.stderr
    for result in (plain, strict):
        assert not re.search("secret|SECRET|bugdet", result.stderr + result.stdout)


def test_a_build_for_the_address_of_the_preview_is_a_build(world: World):
    """Whoever writes the preview's address into `site_url` is still held to the verdict of a build."""
    world.write("== mkdocs.yml\n" + CONFIG.replace("https://journal.example.org/sub/", "http://127.0.0.1:8000/"))
    assert world.interview("2026/a.md", "consent: quotes\nthemes: bugdet\n").build().returncode != 0
    assert not (world.root / "site").exists()


def test_a_journal_without_its_plugin_publishes_nothing(world: World):
    """`draft_docs`, as `journal init` writes it, holds back what MkDocs by itself would publish, and the journal does not mind it."""
    world.write(PUBLIC).write("== mkdocs.yml\n" + CONFIG + "draft_docs: '*'\n")
    assert world.build("--strict").returncode == 0 and "Saying no." in world.page("2026/director")
    world.write("== mkdocs.yml\n" + CONFIG.replace("[journal]", "[search]") + "draft_docs: '*'\n")
    assert world.build("--site-dir", "bare").returncode == 0
    assert not [path for path in (world.root / "bare").rglob("*") if path.is_file() and "SECRET" in path.read_text("utf-8", "replace")]


def test_another_theme_is_refused(world: World):
    """Its pages would be broken, or ask a third party for their parts."""
    world.interview("2026/a.md").write("== mkdocs.yml\n" + CONFIG.replace("material", "readthedocs"))
    result = world.build()
    assert result.returncode != 0 and "write `theme: {name: material}` in mkdocs.yml" in result.stderr


def test_a_quiet_strict_build_refuses_too(world: World):
    """MkDocs counts no warnings under --quiet; the journal does not rely on it."""
    world.interview("2026/a.md", body="![](images/x.jpg)\n").write("== entries/2026/images/x.jpg\nx\n")
    assert world.build("--strict", "--quiet").returncode != 0


def test_a_build_counts_what_stays_private_by_reason(world: World):
    """The author sees that nothing was forgotten, and a reader of the log no more than that."""
    world.interview("2026/a.md", "status: draft\nconsent: quotes\n").interview("2026/b.md", "").interview("2026/c.md")
    said = world.build().stderr
    assert "2 entries stay private: 1 by consent, 1 by status" in said and "2026/a.md" not in said


def test_verbose_lists_what_stays_private_and_why(world: World):
    """Whoever asks for more is told more."""
    world.interview("2026/a.md", "status: draft\nconsent: quotes\n")
    assert "entries/2026/a.md: status is draft" in world.build("--verbose").stderr


def test_extensions_that_include_files_are_refused(world: World):
    """A page holds what its entry says, and no other file."""
    world.interview("2026/a.md").write(f"== mkdocs.yml\n{CONFIG}markdown_extensions: [pymdownx.snippets]\n")
    result = world.build()
    assert result.returncode != 0 and "mkdocs.yml:1: error: the Markdown extension `pymdownx.snippets`" in result.stderr


def test_a_broken_template_stops_a_build_with_its_line(world: World):
    """A template of the author's own that cannot be compiled is named, without a traceback."""
    world.interview("2026/a.md").write("== look/journal/entry.html\n{% extends 'journal/page.html' %}\n{% block journal %}\n{% if %}\n")
    world.write("== mkdocs.yml\n" + CONFIG.replace("{name: material}", "{name: material, custom_dir: look}"))
    result = world.build()
    assert result.returncode != 0 and "journal/entry.html:3:" in result.stderr and "Traceback" not in result.stderr


def test_the_sample_journal_builds_strictly(tmp_path: Path):
    """What the first command builds holds together; another journal in its place is tested by nobody here."""
    if "Half an Hour" not in (ROOT / "mkdocs.yml").read_text("utf-8") or not (ROOT / "entries/2026/lucja-dabrowska.md").is_file():
        pytest.skip("another journal lies in entries/ than the sample")
    sample = World(tmp_path)
    result = sample.run("mkdocs", "build", "--strict", "--config-file", str(ROOT / "mkdocs.yml"), "--site-dir", str(tmp_path / "site"))
    assert result.returncode == 0, result.stderr
    assert dead_links(tmp_path / "site", "/") == []


@pytest.mark.parametrize(
    "mail",
    [
        "mara at example.org",
        "mara@example@org",
        "<mara@example.org>",
        "[mara@example.org, ada@example.org]",
        "[mara@example.org]",
        "mailto:mara@example.org",
        "mara@",
    ],
)
def test_what_is_no_mail_address_is_told_before_readers_write_to_it(world: World, mail: str):
    """The option is named, with what was written and what an address looks like."""
    options = f"[journal: {{mail: '{mail}'}}]"
    result = world.write(f"== mkdocs.yml\n{CONFIG.replace('[journal]', options)}").build()
    assert result.returncode != 0 and "Traceback" not in result.stderr
    assert f"option 'mail': “{mail}” is no mail address; write one such as mara@example.org, or take the line out" in result.stderr


def test_what_the_options_say_reaches_the_journal(world: World):
    """An address with space around it is the address."""
    options = "[journal: {mail: ' mara@example.org ', closing_question: 'And you?', noindex: true}]"
    settings = load_settings(world.write(f"== mkdocs.yml\n{CONFIG.replace('[journal]', options)}").root / "mkdocs.yml")
    assert (settings.mail, settings.closing_question, settings.noindex) == ("mara@example.org", "And you?", True)
    assert settings.url == "https://journal.example.org/sub/"


def test_a_stylesheet_or_script_at_another_host_is_told_since_no_page_loads_it(world: World):
    """What the policy of every page refuses would otherwise be missing without a word."""
    world.write(f"== mkdocs.yml\n{CONFIG}extra_css: ['https://e.org/a.css', b.css]\nextra_javascript: [//e.org/c.js, d.js]\n")
    result = world.build("--strict")
    for key, path in (("extra_css", "https://e.org/a.css"), ("extra_javascript", "//e.org/c.js")):
        assert (
            f"{key} in mkdocs.yml names {path}, and a page of the journal loads nothing from another host; save that file" in result.stderr
        )
    assert result.returncode != 0 and "b.css" not in result.stderr and "d.js" not in result.stderr


@pytest.mark.parametrize("language", ["de-AT", "latin", "../de"])
def test_a_language_that_the_theme_lacks_is_told_in_a_sentence(world: World, language: str):
    """Whoever sets the journal's language by its country is told how the theme names it, before a page is built."""
    config = CONFIG.replace("{name: material}", f"{{name: material, language: {language}}}")
    result = world.write(f"== mkdocs.yml\n{config}").interview("2026/a.md").build()
    assert result.returncode != 0 and "Traceback" not in result.stderr
    assert f"the theme has no language “{language}”; write one that it has in mkdocs.yml, such as `language: de`" in result.stderr
