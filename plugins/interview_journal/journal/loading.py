"""Loading: from the files of a folder to a Journal."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from interview_journal import resources
from interview_journal.address import Addresses, names_of
from interview_journal.catalogue import catalogue_of
from interview_journal.consent import Disclosed, Reader, Withheld, disclose
from interview_journal.entry import Reading, read_entry
from interview_journal.files import HOME, list_files
from interview_journal.journal.coined import with_coined, with_names, without_unseen
from interview_journal.journal.examination import examine, is_quiet, name_of, with_problems
from interview_journal.journal.former import Formers, check_formers
from interview_journal.journal.journal import Journal
from interview_journal.links import Place, Texts, inner, sight_of
from interview_journal.markup import Converter, refused
from interview_journal.media import media_of
from interview_journal.problem import Problem
from interview_journal.settings import Settings
from interview_journal.source import Unreadable, read_source
from interview_journal.vocabulary import Vocabularies, read_vocabularies


def load_journal(settings: Settings, reader: Reader, day: date) -> Journal:
    """Read, check and disclose a whole journal; never raises over an entry, a vocabulary or a picture."""
    own, problems = read_vocabularies(settings.vocabulary, resources.vocabularies())
    listing = list_files(settings)
    readings = [read(settings, path, own) for path in (*([HOME] if listing.home else []), *listing.entries)]
    vocabularies = with_coined(own, sorted(readings, key=lambda reading: is_quiet(reading, day)))
    facets, addresses = [facet.name for facet in vocabularies.facets], Addresses(settings.directories)
    media = media_of(settings.entries, listing.media, (name_of(reading.path) for reading in readings), facets, addresses)
    including = refused(settings.extensions)
    converter = Converter([name for name in settings.extensions if name not in including], settings.extension_configs)
    names = names_of((HOME, *listing.entries, *listing.media))
    readings, found = examine(readings, media, vocabularies, converter, day, names)
    formers = Formers(addresses, vocabularies, media.paths)
    readings = with_problems(readings, check_formers(readings, formers, day))
    shown = [disclose(reading, reader, day, vocabularies) for reading in readings]
    disclosed = tuple(entry for entry in shown if isinstance(entry, Disclosed))
    vocabularies = with_names(without_unseen(vocabularies, own, disclosed), disclosed)
    places = {inner(entry.path): Place(name_of(entry.path), sight_of(entry, converter).anchors) for entry in disclosed}
    home = next((entry for entry in disclosed if inner(entry.path) == HOME), None)
    refusals = (refusal(settings, name) for name in including)
    in_entries = (problem for reading in readings for problem in reading.problems)
    return Journal(
        settings,
        reader,
        day,
        vocabularies,
        {reading.path: reading for reading in readings},
        listing,
        disclosed,
        tuple(entry for entry in shown if isinstance(entry, Withheld)),
        catalogue_of((entry for entry in disclosed if entry is not home), vocabularies, home),
        Texts(converter, addresses, {HOME: Place("", frozenset())} | places, media.paths, names),
        formers,
        tuple(sorted({*problems, *listing.problems, *found, *refusals, *in_entries})),
    )


def read(settings: Settings, path: str, vocabularies: Vocabularies) -> Reading:
    """The file at a path from the folder of the entries."""
    shown = f"{settings.entries.name}/{path}"
    data = b""
    try:
        data = Path(settings.entries, path).read_bytes()
        source = read_source(shown, data, home=path == HOME)
    except Unreadable as error:
        return Reading(shown, None, (error.problem,), data.decode("utf-8", "replace"))
    except OSError:
        if Path(settings.entries, path).is_symlink():
            text, hint = "this is a link that leads to nothing", "put the file itself here"
        else:
            text, hint = "the file cannot be read", "check that it is there and that you may open it"
        return Reading(shown, None, (Problem.error(shown, 1, text, hint),))
    return read_entry(source, vocabularies, home=path == HOME)


def refusal(settings: Settings, name: str) -> Problem:
    """The error for an extension that includes other files, at its line in the configuration where that can be found."""
    try:
        lines = Path(settings.root, settings.config).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    naming = re.compile(rf"""[\s,\[-]*["']?{re.escape(name)}\b""")
    line = next((number for number, line in enumerate(lines, 1) if naming.match(line)), 1)
    text = f"the Markdown extension `{name}` puts other files into a page, past the rule of what may be shown"
    return Problem.error(settings.config, line, text, "take it out of `markdown_extensions`")
