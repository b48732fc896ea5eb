"""Concepts and how a term finds them."""

from hypothesis import given
from hypothesis import strategies as st
from interview_journal.vocabulary import Concept, Vocabulary, sound
from interview_journal.vocabulary.check import with_good_references

from tests.golden import MODEST, vocabularies

NAMES = st.text("ab- C", min_size=1, max_size=4).filter(lambda name: any(map(str.isalnum, name)))
CONCEPTS = st.lists(
    st.builds(
        Concept,
        id=st.text("abc", min_size=1, max_size=2),
        label=NAMES,
        alt=st.lists(NAMES, max_size=2).map(tuple),
        broader=st.lists(st.text("abc", min_size=1, max_size=2), max_size=2).map(tuple),
        related=st.lists(st.text("abc", min_size=1, max_size=2), max_size=2).map(tuple),
    ),
    max_size=6,
).map(tuple)


@MODEST
@given(CONCEPTS)
def test_every_name_finds_the_first_concept_that_bears_it(concepts: tuple[Concept, ...]):
    """Renaming and merging need no rewriting, since old names go on meaning what they meant."""
    vocabulary = Vocabulary("theme", "themes", "themes.yml", concepts=concepts)
    for concept in concepts:
        for name in concept.names:
            first = next(other for other in concepts if sound(name) in map(sound, other.names))
            assert vocabulary.resolve(f" {name.upper()}-") is first


@MODEST
@given(CONCEPTS)
def test_what_is_broader_than_broader_is_broader(concepts: tuple[Concept, ...]):
    """Counts roll up to every ancestor once, and a loop ends."""
    vocabulary = Vocabulary("theme", "themes", "themes.yml", concepts=concepts)
    for id, ancestors in vocabulary.ancestors.items():
        parents = {parent for parent in vocabulary.by_id[id].broader if parent in vocabulary.by_id}
        assert ancestors == parents.union(*(vocabulary.ancestors[parent] for parent in parents))


@MODEST
@given(CONCEPTS)
def test_what_is_related_is_related_both_ways(concepts: tuple[Concept, ...]):
    """SKOS S23: one line in the file is enough."""
    related = Vocabulary("theme", "themes", "themes.yml", concepts=concepts).related
    assert all(one in related[other] for one, others in related.items() for other in others)


@MODEST
@given(CONCEPTS)
def test_every_concept_has_one_family(concepts: tuple[Concept, ...]):
    """The top concept above it: itself where nothing is broader, else one of its ancestors; whatever the file held, the way up ends."""
    vocabulary, _ = with_good_references(Vocabulary("theme", "themes", "themes.yml", concepts=concepts), {})
    for id, concept in vocabulary.by_id.items():
        family = vocabulary.family(id)
        assert family is not None and not family.broader
        assert family is concept if not concept.broader else family.id in vocabulary.ancestors[id]
    assert vocabulary.family("none") is None


def test_the_family_is_the_first_of_several():
    """A concept with two parents has one colour, that of the parent its author named first."""
    concepts = (Concept("a", "A"), Concept("b", "B"), Concept("c", "C", broader=("b", "a")), Concept("d", "D", broader=("c",)))
    vocabulary = Vocabulary("theme", "themes", "themes.yml", concepts=concepts)
    assert [getattr(vocabulary.family(id), "id", None) for id in "abcd"] == ["a", "b", "b", "b"]


def test_terms_are_compared_by_letters_and_digits_alone():
    """Nobody should have to remember a hyphen."""
    assert sound("Day-to-day!") == sound("day to DAY") == "daytoday"
    assert sound("Cafe\u0301") == sound("CAFÉ")
    assert sound("++") == "++" != sound("--")


def test_the_nearest_three_are_three_concepts():
    """Many names of one concept take no place from the next best."""
    alt = tuple(f"budget {n}" for n in range(20))
    concepts = (Concept("budget", "Budget", alt=alt), Concept("gadget", "Gadget"), Concept("pay", "Pay"), Concept("zeal", "Zeal"))
    assert Vocabulary("theme", "themes", "themes.yml", concepts=concepts).nearest("budgt") == ("budget", "gadget", "pay")


def test_a_near_miss_shares_three_quarters_of_the_words():
    """A question that is nearly in the bank is pointed out, and one that is merely about the same is not."""
    bank = vocabularies().questions
    assert bank.near_miss("Which part of the job does nobody ever see?") == "Which part of the job does nobody see?"
    assert bank.near_miss("Which part of the job do you like?") == ""
    assert bank.near_miss("???") == ""


def test_what_a_vocabulary_lacks_is_told_with_the_file_to_edit():
    """Advice that names a file names one that can be edited."""
    empty = Vocabulary("theme", "themes", "vocabulary/themes.yml", "Theme")
    assert empty.lacks("pay") == ("there is no theme “pay”", "add it to vocabulary/themes.yml")
    assert empty.coins("Pay") == ("“Pay” is a new theme", "add it to vocabulary/themes.yml when it is there to stay")


def test_a_further_key_has_one_value_or_none():
    """What only some vocabularies say is empty elsewhere."""
    concept = Concept("a", "A", more={"private": ("Yes", "no"), "form": ()})
    assert concept.one("private") == "Yes" and concept.yes("private")
    assert concept.one("form") == concept.one("words") == "" and not concept.yes("form")


def test_the_facets_are_known_by_scheme():
    """A tag names a facet by its scheme, and a bare one names a theme."""
    assert list(vocabularies().by_scheme) == ["library_type", "role", "theme"]
    assert vocabularies().themes is vocabularies().by_scheme["theme"]
