"""Coverage: kind of library by role, who is missing, and whom a goal asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from interview_journal.consent import Reader
from interview_journal.plan import words
from interview_journal.plan.coverage import MOST_IN_DETAIL, CoverageView
from interview_journal.plan.matrix import MOST, Matrix
from interview_journal.plan.site import frame_of

from tests.conftest import World
from tests.planned import pages, view
from tests.test_templates import environment, rendered

WORDS = """\
== vocabulary/library-types.yml
many: Library types
concepts:
- {id: academic, label: Academic library}
- {id: university, label: University library, broader: [academic]}
- {id: branch, label: Campus branch, broader: [university]}
- {id: public, label: Public library}
- {id: mobile, label: Mobile library, broader: [public]}
- {id: tribal, label: Tribal library}
== vocabulary/roles.yml
concepts:
- {id: leadership, label: Leadership}
- {id: director, label: Director, broader: [leadership]}
- {id: collections, label: Collections}
- {id: selector, label: Selector, broader: [collections], alt: [bibliographer]}
- {id: generalist, label: Generalist}
"""


def conversation(world: World, name: str, types: str, roles: str, keys: str = "", day: str = "2026-03-14", body: str = "") -> None:
    """Write a public conversation held in these kinds of library."""
    consent = "" if "consent" in keys else "consent: quotes\n"
    world.write(f"== entries/{name}.md\n---\ndate: {day}\nlibrary_type: {types}\nrole: {roles}\n{consent}{keys}---\n{body}")


def goals(world: World, *wants: str) -> None:
    """Write goals with these further keys; the first is called g0."""
    records = "".join(f"- {{id: g{number}, label: Why {number}?{want and f', {want}'}}}\n" for number, want in enumerate(wants))
    world.write(f"== vocabulary/goals.yml\nconcepts:\n{records}")


def covered(world: World, reader: Reader = Reader.PUBLIC, words: str = WORDS) -> CoverageView:
    """The page of coverage of a journal."""
    journal = world.write(words).load(reader)
    assert not journal.stopping
    return view(journal, "coverage/", CoverageView)


def printed(table: Matrix | None) -> list[str]:
    """A table as text: a ring is "o", a dot ".", what is indented stands behind hyphens."""
    assert table
    lines = [
        f"{'-' * (line.depth - 1)}{line.heading.label}: "
        f"{' '.join('o' if cell.wanted else cell.number if cell.ink else '.' for cell in line.cells)} = {line.in_all}"
        for line in table.lines
    ]
    return [*lines, f"{' '.join(table.totals)} = {table.in_all}"]


def asked(page: CoverageView) -> list[str]:
    """Whom to ask next, and for which goal."""
    return [f"{line.whom}: {line.goal.label}" for line in page.asked]


def test_an_entry_counts_in_each_family_it_is_filed_under_once_a_cell(world: World):
    """At any depth, however many ways lead up; the sums may be larger than the number of conversations, and the page says so."""
    conversation(world, "a", "[branch, university]", "director")
    conversation(world, "b", "[academic, mobile]", "[director, leadership, selector]")
    page = covered(world)
    assert printed(page.matrix) == [
        "Academic library: 2 1 . = 2",
        "Public library: 1 1 . = 1",
        "Tribal library: . . . = 0",
        "2 1 0 = 2",
    ]
    assert page.notes == (words.NO_SUMS,)


def test_where_all_sums_are_totals_nothing_is_explained(world: World):
    """A note that is not needed is not read."""
    conversation(world, "a", "branch", "director")
    assert covered(world).notes == ()


def test_what_stands_below_a_family_is_shown_in_detail(world: World):
    """Indented, by the same roles, as far as it is in use; a family that has nothing below it stands in the first table alone."""
    conversation(world, "a", "branch", "director")
    conversation(world, "b", "tribal", "selector")
    page = covered(world)
    assert printed(page.detail) == [
        "Academic library: 1 . . = 1",
        "-University library: 1 . . = 1",
        "--Campus branch: 1 . . = 1",
        "1 1 0 = 2",
    ]


TWO_PARENTS = """\
== vocabulary/library-types.yml
concepts:
- {id: public, label: Public}
- {id: school, label: School}
- {id: joint, label: Joint, broader: [public, school]}
- {id: rural, label: Rural joint, broader: [joint]}
"""


def test_a_kind_with_two_parents_counts_under_both(world: World):
    """It stands under each in detail, and what is below it stands under the first, as in the index."""
    conversation(world, "a", "rural", "director")
    page = covered(world, words=WORDS + TWO_PARENTS)
    assert printed(page.matrix)[:2] == ["Public: 1 . . = 1", "School: 1 . . = 1"]
    assert [line.partition(":")[0] for line in printed(page.detail)[:-1]] == ["Public", "-Joint", "--Rural joint", "School", "-Joint"]


def test_labels_lead_to_pages_that_exist(world: World):
    """What nothing is filed under is a label, and stays: it is the gap."""
    conversation(world, "a", "branch", "director")
    table = covered(world).matrix
    assert table
    assert [line.heading.url for line in table.lines] == ["library-types/academic/", None, None]
    assert [link.url for link in table.columns] == ["roles/leadership/", None, None]


def test_only_conversations_that_are_in_sight_count(world: World):
    """No reflection; what is private the author alone sees."""
    world.write(
        "== entries/r.md\n---\ngenre: reflection\ntitle: R\ndate: 2026\nstatus: published\nlibrary_type: tribal\nrole: director\n---\n"
    )
    conversation(world, "a", "public", "director")
    conversation(world, "b", "public", "director", "consent: none\n")
    assert printed(covered(world).matrix)[1:] == ["Public library: 1 . . = 1", "Tribal library: . . . = 0", "1 0 0 = 1"]
    assert printed(covered(world, Reader.AUTHOR).matrix)[-1] == "2 0 0 = 2"


def test_what_is_hidden_counts_in_no_row_and_no_column(world: World):
    """The conversation itself is counted."""
    conversation(world, "a", "public", "director", "hide: library_type\n")
    conversation(world, "b", "public", "director", "hide: role\n")
    assert printed(covered(world).matrix) == [
        "Academic library: . . . = 0",
        "Public library: . . . = 1",
        "Tribal library: . . . = 0",
        "1 0 0 = 2",
    ]


def test_a_ring_stands_where_a_goal_asks_and_nobody_was_met(world: World):
    """In the family, and in detail; the words say whom, under which goal."""
    goals(world, "wants_library_type: [branch], wants_role: [bibliographer]")
    conversation(world, "a", "branch", "director", "goal: g0\n")
    page = covered(world)
    assert printed(page.matrix)[0] == "Academic library: 1 o . = 1"
    assert [line.partition(" = ")[0] for line in printed(page.detail)[:3]] == [
        "Academic library: 1 o .",
        "-University library: 1 o .",
        "--Campus branch: 1 o .",
    ]
    assert asked(page) == ["Selector (campus branch): Why 0?"] and page.rings and not page.nothing_asked


def test_a_ring_is_not_drawn_over_a_number(world: World):
    """Where somebody else of these families was met, the table in detail has the ring alone."""
    goals(world, "wants_library_type: mobile, wants_role: selector")
    conversation(world, "a", "public", "selector", "goal: g0\n")
    page = covered(world)
    assert printed(page.matrix)[1] == "Public library: . 1 . = 1" and not page.rings
    assert printed(page.detail)[1] == "-Mobile library: . o . = 0"
    assert asked(page) == ["Selector (mobile library): Why 0?"]


WISHES = {
    "each kind of library, and each role": (
        "wants_library_type: [mobile, tribal], wants_role: [selector, director]",
        ["Selector or director (tribal library)", "Selector (mobile library)"],
    ),
    "a role met nowhere": ("wants_library_type: [mobile], wants_role: [generalist, director]", ["Generalist (mobile library)"]),
    "a kind of library alone": ("wants_library_type: [mobile, tribal]", ["Tribal library"]),
    "roles alone": ("wants_role: [selector, generalist]", ["Selector or generalist"]),
    "a role alone, where another was met": ("wants_role: [director, generalist]", ["Generalist"]),
    "a word nobody knows any more": ("wants_role: [director], opened: 2026-01-01", []),
    "nobody": ("wants_themes: [pay]", []),
    "all that was asked": ("wants_library_type: [mobile], wants_role: [director]", []),
    "what is closed": ("wants_library_type: [tribal], wants_role: [director], closed: 2026-02-01", []),
}


@pytest.mark.parametrize(("wants", "said"), WISHES.values(), ids=WISHES)
def test_what_a_goal_asks_for_is_told_in_words(world: World, wants: str, said: list[str]):
    """It wants each kind of library once, in any of the roles, and each role once, in any of these."""
    goals(world, wants)
    conversation(world, "a", "mobile", "director", "goal: g0\n")
    page = covered(world)
    assert [line.whom for line in page.asked] == said
    assert bool(page.nothing_asked) is (not said and "closed" not in wants and "themes" not in wants)


def test_a_goal_that_no_public_entry_names_asks_nobody(world: World):
    """Readers do not know that it exists; the author does."""
    goals(world, "wants_library_type: tribal, wants_role: director")
    conversation(world, "a", "public", "director")
    conversation(world, "b", "public", "director", "goal: g0\nconsent: none\n")
    page = covered(world)
    assert page.asked == () and page.nothing_asked == "" and "o" not in printed(page.matrix)[2].partition(": ")[2]
    assert asked(covered(world, Reader.AUTHOR)) == ["Director (tribal library): Why 0?"]


def test_the_most_telling_wishes_come_first_and_six_are_told(world: World):
    """Where nobody at all was met before where some of the family were; of the rest the number."""
    goals(world, "wants_library_type: [mobile], wants_role: [selector]", *["wants_library_type: [tribal], wants_role: [selector]"] * 7)
    conversation(world, "a", "public", "selector", f"goal: [{', '.join(f'g{number}' for number in range(8))}]\n")
    page = covered(world)
    assert asked(page) == [f"Selector (tribal library): Why {number}?" for number in range(1, 7)]
    assert page.more == "and 2 more"


def test_no_private_key_is_told(world: World):
    """Whom others have named is the author's alone, in the preview too."""
    conversation(world, "a", "public", "director", "referred_to: Zelda Quick\nintroduced_by: Yann Sly\nnext_questions: [Wherefore?]\n")
    journal = world.write(WORDS).load(Reader.AUTHOR)
    html = rendered(environment(), pages(journal)["coverage/"], frame_of(journal))
    assert not {word for word in ("Zelda", "Yann", "Wherefore") if word in html}


SENTENCES: dict[str, tuple[list[str], str]] = {
    "one": (
        ["public"],
        "My only conversation so far is filed under public library; nothing is filed yet under academic library and tribal library.",
    ),
    "one hidden": (["hidden"], "No kind of library is shown for my only conversation."),
    "all hidden": (["hidden", "hidden"], "No kind of library is shown for my 2 conversations."),
    "all of a kind": (
        ["mobile", "public"],
        "Each of my 2 conversations is filed under public library; nothing is filed yet under academic library and tribal library.",
    ),
    "one leads": (
        ["mobile", "public", "tribal"],
        "More of my conversations are filed under public library than under any other kind of library, 2 of 3; "
        "nothing is filed yet under academic library.",
    ),
    "two lead": (
        ["mobile", "tribal"],
        "More of my conversations are filed under public library and tribal library than under any other kind of library, 1 of 2 each; "
        "nothing is filed yet under academic library.",
    ),
    "nothing lacks": (
        ["mobile", "tribal", "branch", "branch"],
        "More of my conversations are filed under academic library than under any other kind of library, 2 of 4; no kind is without one.",
    ),
}


@pytest.mark.parametrize(("held", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_one_sentence_says_the_most_and_the_least(world: World, held: list[str], sentence: str):
    """Which family leads, and which has nobody; it is the description of the page too."""
    for number, kind in enumerate(held):
        conversation(world, f"a{number}", kind.replace("hidden", "public"), "director", "hide: library_type\n" if kind == "hidden" else "")
    assert covered(world).sentence == sentence
    assert pages(world.load())["coverage/"].description == sentence


def flat(number: int) -> str:
    """A vocabulary of so many kinds of library, none broader than another."""
    kinds = "".join(f"- {{id: t{place}, label: Type {place}}}\n" for place in range(number))
    return f"{WORDS}== vocabulary/library-types.yml\nmany: Library types\nconcepts:\n{kinds}"


def test_of_many_gaps_the_number_is_told(world: World):
    """A sentence that lists forty kinds is read by nobody."""
    conversation(world, "a", "t7", "director")
    assert covered(world, words=flat(12)).sentence == "My only conversation so far is filed under type 7; 11 of 12 kinds have none yet."


def test_of_many_first_places_the_number_is_told(world: World):
    """Nobody leads where five do."""
    for number in range(5):
        conversation(world, f"a{number}", f"t{number}", "director")
    assert covered(world, words=flat(5)).sentence == (
        "My 5 conversations are spread over many kinds of library, and 5 kinds share the first place; no kind is without one."
    )


def test_a_vocabulary_of_one_kind_has_no_gap(world: World):
    """There is nothing that could lack."""
    conversation(world, "a", "t0", "director")
    assert covered(world, words=flat(1)).sentence == "My only conversation so far is filed under type 0."


def test_of_a_flat_vocabulary_the_largest_stand_in_the_table(world: World):
    """Fifty kinds by ninety roles are no table; what a goal asks for comes first, then size, in the order of the vocabulary."""
    goals(world, "wants_library_type: t49, wants_role: director")
    for number in range(MOST + 6):
        for copy in range(1 if number < 7 else 2):
            conversation(world, f"a{number}{copy}", f"t{number}", "selector", "goal: g0\n")
    page = covered(world, words=flat(50))
    assert page.matrix
    assert [line.heading.label for line in page.matrix.lines] == [f"Type {number}" for number in (*range(7, MOST + 6), 49)]
    assert page.notes == (f"Shown are {MOST} of 50 library types: those with most conversations, and those that a goal asks for.",)
    assert page.detail is None


def test_a_detail_that_is_too_long_is_left_to_the_index(world: World):
    """A phone waits for no table of hundreds of rows."""
    kinds = "".join(f"- {{id: t{place}, label: Type {place}, broader: [top]}}\n" for place in range(MOST_IN_DETAIL))
    text = f"{WORDS}== vocabulary/library-types.yml\nconcepts:\n- {{id: top, label: Top}}\n{kinds}"
    for number in range(MOST_IN_DETAIL):
        conversation(world, f"a{number}", f"t{number}", "selector")
        if number == MOST_IN_DETAIL - 2:
            assert covered(world, words=text).detail
    assert covered(world, words=text).detail is None


@pytest.mark.parametrize(
    ("held", "key", "inks"),
    [
        ([1, 2, 3], [("1", 1), ("2", 2), ("3", 3)], [1, 2, 3]),
        ([4, 9, 0], [("4 or more", 4)], [4, 4, 0]),
        ([1, 16, 5], [("1 to 2", 1), ("5 to 8", 3), ("9 or more", 4)], [1, 4, 3]),
    ],
)
def test_four_steps_of_ink_hold_any_number(world: World, held: list[int], key: list[tuple[str, int]], inks: list[int]):
    """One, two, three and more while numbers are small; else each step begins at a like multiple of the one before."""
    for kind, number in zip(("academic", "public", "tribal"), held, strict=True):
        for copy in range(number):
            conversation(world, f"{kind}{copy}", kind, "director")
    page = covered(world)
    assert page.matrix and [line.cells[0].ink for line in page.matrix.lines] == inks
    assert list(page.key) == key


def test_an_empty_shelf_says_so(world: World):
    """To readers as home does; to the author how to begin."""
    goals(world, "wants_role: director")
    page = covered(world)
    assert (page.sentence, page.empty, page.matrix, page.asked, page.nothing_asked) == ("", words.EMPTY, None, (), "")
    assert "journal new" in covered(world, Reader.AUTHOR).empty


def test_a_journal_without_roles_of_its_own_has_totals_alone(world: World):
    """A vocabulary may be empty, while an entry is still a draft."""
    world.write("== entries/a.md\n---\nlibrary_type: public\nstatus: draft\n---\n")
    page = covered(world, Reader.AUTHOR, words=f"{WORDS}== vocabulary/roles.yml\nconcepts: []\n")
    assert printed(page.matrix)[1:] == ["Public library:  = 1", "Tribal library:  = 0", " = 1"]


def test_the_table_says_in_words_what_it_draws(world: World):
    """A caption, headings with their scope, a nought behind each dot, and words behind each ring; the region is reached by keyboard."""
    goals(world, "wants_library_type: tribal, wants_role: generalist")
    conversation(world, "a", "public", "director", "goal: g0\n")
    journal = world.write(WORDS).load()
    html = rendered(environment(), pages(journal)["coverage/"], replace(frame_of(journal), keeper=""))
    assert '<div class="region" role="region" aria-labelledby="__matrix" tabindex="0">' in html
    assert '<caption class="unseen" id="__matrix">Conversations by library type and role</caption>' in html
    assert (html.count('scope="col"'), html.count('scope="row"')) == (4, 4)
    assert html.count('<td class="none">0</td>') == 7 and html.count('<td class="ink--1">1</td>') == 1
    assert html.count('<td class="wanted"><span class="unseen">0, and a learning goal asks for it</span></td>') == 1


def test_of_many_whom_a_goal_asks_for_four_are_named():
    """A list of ninety roles is no sentence."""
    assert (
        words.whom([f"Role {letter}" for letter in "abcdefg"], ["Law library"]) == "Role a, role b, role c, role d or 3 more (law library)"
    )
