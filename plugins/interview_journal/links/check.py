"""What is wrong with links, pictures and HTML in the texts of a file."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from interview_journal.address import Target, in_private_folder, outside, target_of
from interview_journal.links.known import Known
from interview_journal.links.texts import Standing, inner
from interview_journal.markup import Fragment, Use
from interview_journal.problem import Problem
from interview_journal.text import WIKI_LINK

AROUND = " \t\n()<>[]\"'=,:|\\"
"""What may stand beside a target."""

WITH_WORDS = ("`![Reading room, empty](…)`", "`![[…|Reading room, empty]]`")
"""A picture with its description, in Markdown and between double square brackets."""


def check_html(path: str, fragments: Mapping[int, Fragment], sources: Mapping[int, str]) -> Iterator[Problem]:
    """An error for each HTML element that is opened in one block of a file and closed in another."""
    opened: dict[str, int] = {}
    for line, fragment in fragments.items():
        for name in fragment.closed_only:
            if name in opened:
                at = line_of(f"</{name}", sources.get(line, "").lower(), line)
                text = f"`<{name}>` is closed here and opened in another block, which begins on line {opened[name]}"
                yield Problem.error(path, at, text, "open and close it within one paragraph, answer or callout")
        opened |= {name: line for name in fragment.left_open if name not in opened}


def check_texts(
    path: str, fragments: Mapping[int, Fragment], sources: Mapping[int, str], known: Known, *, public: bool, is_note: bool = False
) -> Iterator[Problem]:
    """What is wrong with links and pictures in the texts of a file; `sources` are its blocks by line."""
    for line, fragment in fragments.items():
        yield from check_fragment(fragment, path, inner(path), line, sources.get(line, ""), known, public=public, is_note=is_note)


def check_fragment(
    fragment: Fragment, path: str, start: str, line: int, source: str, known: Known, *, public: bool, is_note: bool = False
) -> Iterator[Problem]:
    """What is wrong with one text in the file `path`; relative links begin at `start`.

    In a private note a name between double square brackets is often that of a file which is yet to be written.
    """
    if fragment.broken:
        text = "an HTML tag in this text has no end, so nobody can tell where it leads"
        yield Problem.error(path, line, text, "look for a missing `>` or quotation mark, or write `&lt;` for a `<` that is no tag")
    if fragment.too_deep:
        text = "lists or quotations are nested too deeply here to be made into a page"
        yield Problem.error(path, line, text, "take some levels out")
    for name in fragment.unseen:
        text = f"`{name}` in this HTML can load what nobody sees here, or change where links lead"
        hint = "take it out; show a picture with `![Reading room, empty](images/room.jpg)`"
        yield Problem.error(path, line_of(name, source, line), text, hint)
    for use in fragment.uses:
        if is_note and use.target.startswith(("[[", "![[")):
            continue
        at = line_of(use.target, source, line)
        if (use.tag, use.name) == ("img", "src") and not (use.alt or "").strip():
            hint = f"say between the brackets what it shows: {WITH_WORDS[use.target[:2] == '[[']}"
            yield Problem.warning(path, at, "a picture has no description", hint)
        yield from check_outside(path, use, at)
        target = target_of(use.target, start, known.names)
        if use.target.startswith("![[") and target and target.path not in known.media.paths:
            hint = "give it a line of its own at the left margin, in an essay or a page, or take the `!` away"
            yield Problem.warning(path, at, "a passage can be shown only on a line of its own; here stands a link to it", hint)
        if target and not (target.path == start and target.anchor in fragment.ids):
            yield from check_target(path, target, at, known, public=public, wordless=use.wordless)


def check_outside(path: str, use: Use, line: int) -> Iterator[Problem]:
    """What is wrong with a link that leads out of the journal. The message does not repeat it."""
    sort, what = outside(use.target), "a picture" if use.tag == "img" else "a file"
    if sort == "script":
        yield Problem.error(path, line, "a link runs a script", "let it lead to a page or a file")
    elif sort == "machine":
        text = "a link leads to a place on your own machine, where no reader can go; its text remains without the link"
        hint = "put the file below the folder of the entries, and write the path from this file to it"
        yield Problem.warning(path, line, text, hint)
    elif sort == "data":
        text = f"{what} is written into the text itself, where nobody can look at it"
        yield Problem.warning(path, line, text, "save it as a file")
    elif sort == "site" and use.loads:
        text = f"{what} would come from another site, which would learn of everybody who reads this page; it is left out"
        yield Problem.warning(path, line, text, "save it beside this file if you may and show that, or make a link of it")


def check_target(path: str, target: Target, line: int, known: Known, *, public: bool, wordless: bool = False) -> Iterator[Problem]:
    """What is wrong with one link within the journal. The message names the line, never a private target.

    Of a link without words of its own nothing may remain, since what was typed is the name of a file.
    """
    place = known.places.get(target.path)
    remains = "“…” stands in its place" if wordless else "its text remains without the link"
    if in_private_folder(target.path) and public:
        yield Problem.error(path, line, "a link leads into a private folder", "take the link out, or move its target")
    elif target.rivals:
        hint = known.which_of(target, inner(path))
        yield Problem.error(path, line, "the name in these double square brackets is that of several files", hint)
    elif place is not None and public and place.withdrawn and target.path != inner(path):
        text = "a link leads to an entry that was withdrawn"
        yield Problem.note(path, line, text, f"nothing is to be done: {remains}")
    elif place is not None and public and not place.public and target.path != inner(path):
        hint = f"{remains}; take it out, or wait"
        yield Problem.warning(path, line, "a link leads to an entry that is private", hint)
    elif not target.path or place is not None and target.anchor and target.anchor not in place.anchors:
        hint = known.anchor_instead(target, inner(path))
        yield Problem.error(path, line, "a link leads to a passage that is not there", hint)
    elif target.path in known.media.displaced:
        text = "a link leads to a file in whose place on the site a page stands"
        yield Problem.error(path, line, text, "give the file another name")
    elif place is None and target.path not in known.media.paths | known.unread:
        hint = known.path_instead(target, inner(path), public=public)
        yield Problem.error(path, line, "a link leads to a file that is not there, or is no entry", hint)
    elif place is not None and target.anchor and public and target.anchor not in place.public_anchors:
        hint = "it leads to the page instead; take the part after `#` out"
        yield Problem.warning(path, line, "a link leads to a passage that readers do not see", hint)


def check_transclusion(path: str, written: str, line: int, known: Known, *, public: bool) -> Iterator[Problem]:
    """What is wrong with a line that shows a passage of another entry. The message names the line, never a private target."""
    target = target_of(written, inner(path), known.names)
    assert target is not None
    place = known.places.get(target.path)
    standing = place.passages.get(target.anchor) if place else None
    if public and (in_private_folder(target.path) or standing is Standing.PRIVATE):
        text = "this line would show what nobody is ever to see; nothing stands here"
        yield Problem.error(path, line, text, "take it out, or name another passage")
    elif place is None or target.rivals:
        yield from check_target(path, target, line, known, public=public)
    elif public and place.withdrawn and target.path != inner(path):
        text = "a passage is shown here of an entry that was withdrawn"
        yield Problem.note(path, line, text, "nothing is to be done: nothing stands here any more")
    elif public and (standing is Standing.CLOSED or not place.public and target.path != inner(path)):
        text = "a passage is shown here that readers do not see"
        yield Problem.warning(path, line, text, "nothing stands here until they do; take it out, or wait")
    elif not target.anchor:
        text = "one passage can be shown here, not a whole entry; nothing stands here"
        yield Problem.warning(path, line, text, known.which_passage(target))
    elif standing is None:
        yield Problem.error(path, line, "a link leads to a passage that is not there", known.anchor_instead(target, inner(path)))
    elif standing is Standing.EMPTY:
        text = "no answer in running text stands under this question; nothing stands here"
        yield Problem.warning(path, line, text, "name one of the passages under it")


def check_quotations(path: str, fragments: Mapping[int, Fragment]) -> Iterator[Problem]:
    """An error for each quotation that Markdown made of a text from which quotations were to be taken out: it must not be published."""
    for line, fragment in fragments.items():
        if fragment.has_quotation:
            text = "a quotation stands in a place from which it cannot be taken out"
            yield Problem.error(path, line, text, "let it begin with `>` on a line of its own")


def line_of(target: str, source: str, line: int) -> int:
    """The line of the file in which the target is written, best as a whole, else that of its block."""
    target = html.unescape(target)
    if bracketed := WIKI_LINK.fullmatch(target):
        target = bracketed["name"] + bracketed["anchor"]
    first = place = source.find(target)
    while place > 0 and target:
        after = source[place + len(target) : place + len(target) + 1]
        if source[place - 1] in AROUND and after in AROUND:
            break
        place = source.find(target, place + 1)
    place = first if place < 0 else place
    return line + source.count("\n", 0, place) if place >= 0 else line
