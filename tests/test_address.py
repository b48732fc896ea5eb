"""Where a link in a file leads, and where a page stands on the site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interview_journal.address import Addresses, Target, in_private_folder, target_of

from tests.golden import MODEST


@pytest.mark.parametrize(
    ("link", "path", "anchor"),
    [
        ("b.md", "2026/b.md", ""),
        ("../2025/b.md#money", "2025/b.md", "money"),
        ("./b.md?x=1#money", "2026/b.md", "money"),
        ("/about.md", "about.md", ""),
        ("#money", "2026/a.md", "money"),
        ("?x#money", "2026/a.md", "money"),
        ("", "2026/a.md", ""),
        ("reading%20room.jpg", "2026/reading room.jpg", ""),
        ("#caf%C3%A9", "2026/a.md", "café"),
        ("b.md&#35;money", "2026/b.md", "money"),
        (" b.md ", "2026/b.md", ""),
        ("../../secret.md", "../secret.md", ""),
        ("x/../../private/b.md", "private/b.md", ""),
        ("%70rivate/b.md", "2026/private/b.md", ""),
    ],
)
def test_a_link_within_the_journal_starts_from_its_file(link: str, path: str, anchor: str):
    """Links work in any editor, since they are paths to files."""
    assert target_of(link, "2026/a.md") == Target(path, anchor)


@pytest.mark.parametrize(
    "link", ["https://example.org/b.md", "//example.org", "mailto:a@example.org", "HTTPS://x", "tel:+46", "&#104;ttps://x"]
)
def test_a_link_with_a_scheme_leads_elsewhere(link: str):
    """What leaves the journal is nobody's business here."""
    assert target_of(link, "2026/a.md") is None


@pytest.mark.parametrize(
    ("directories", "name", "anchor", "address"),
    [
        (True, "2026/a", "", "2026/a/"),
        (True, "2026/a", "money", "2026/a/#money"),
        (True, "", "", ""),
        (False, "2026/a", "money", "2026/a.html#money"),
        (False, "", "", ""),
        (True, "2026/über uns?", "é", "2026/%C3%BCber%20uns%3F/#%C3%A9"),
    ],
)
def test_a_page_has_the_address_of_its_name(directories: bool, name: str, anchor: str, address: str):
    """With or without directory URLs, a page stands where its file says."""
    assert Addresses(directories).page(name, anchor) == address


def test_a_file_keeps_its_name_as_address():
    """A picture is not moved."""
    assert Addresses().file("2026/reading room.jpg") == "2026/reading%20room.jpg"


@pytest.mark.parametrize("path", ["private/a.md", "2026/Private/a.md", "2026/PRIVATE/images/a.jpg", "entries/private/x/a.md"])
def test_a_folder_named_private_is_private_in_any_case_and_depth(path: str):
    """A folder is the simplest way to keep something to oneself, so it never depends on spelling."""
    assert in_private_folder(path)


@pytest.mark.parametrize("path", ["private.md", "2026/private", "privately/a.md", "2026/my private/a.md", ""])
def test_a_file_of_that_name_is_in_no_private_folder(path: str):
    """Only a folder hides what is in it."""
    assert not in_private_folder(path)


@MODEST
@given(st.text(), st.sampled_from(["a.md", "2026/a.md", "2026/x/a.md"]))
def test_any_link_leads_somewhere_or_elsewhere(link: str, path: str):
    """No link is a crash, and none leads out of the machine's folder by an absolute path."""
    target = target_of(link, path)
    assert target is None or not target.path.startswith("/")
