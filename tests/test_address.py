"""Where a link in a file leads, and where a page stands on the site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interview_journal.address import Addresses, Target, folded, in_private_folder, outside, target_of

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
        (False, "", "", "index.html"),
        (True, "2026/über uns?", "é", "2026/%C3%BCber%20uns%3F/#%C3%A9"),
    ],
)
def test_a_page_has_the_address_of_its_name(directories: bool, name: str, anchor: str, address: str):
    """With or without directory URLs, a page stands where its file says."""
    assert Addresses(directories).page(name, anchor) == address


def test_a_file_keeps_its_name_as_address():
    """A picture is not moved."""
    assert Addresses().file("2026/reading room.jpg") == "2026/reading%20room.jpg"


@pytest.mark.parametrize(
    "path",
    ["private/a.md", "2026/Private/a.md", "2026/PRIVATE/images/a.jpg", "entries/private/x/a.md", "private ./a.md", "2026/ｐrivate/a.md"],
)
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


@pytest.mark.parametrize(
    ("link", "sort"),
    [
        ("b.md", ""),
        ("#money", ""),
        ("", ""),
        ("https://example.org", "site"),
        ("//example.org/x.jpg", "site"),
        ("mailto:a@example.org", "site"),
        ("https://localhost.example.org", "site"),
        ("//localhost/x", "machine"),
        ("http://127.0.0.1:8000/2026/a/", "machine"),
        ("HTTP://LOCALHOST", "machine"),
        ("http://[::1]:8000/", "machine"),
        ("file:///home/ada/x.jpg", "machine"),
        ("C:\\Users\\Ada\\x.jpg", "machine"),
        ("d:/x.jpg", "machine"),
        ("\\\\server\\x.jpg", "machine"),
        (" JavaScript:alert(1)", "script"),
        ("vbscript:x", "script"),
        ("java&#115;cript:x", "script"),
        ("data:image/png;base64,AA", "data"),
    ],
)
def test_what_leads_out_of_the_journal_is_of_four_sorts(link: str, sort: str):
    """A machine of the author's own, a script and a file written into the text are no sites."""
    assert outside(link) == sort


@pytest.mark.parametrize(
    ("directories", "path", "name"),
    [
        (True, "index.html", ""),
        (True, "2026/a/index.html", "2026/a"),
        (True, "2026/a.html", None),
        (True, "2026/a", None),
        (False, "index.html", ""),
        (False, "2026/a.html", "2026/a"),
        (False, "2026/a/index.html", "2026/a/index"),
        (False, "2026/a.jpg", None),
    ],
)
def test_a_file_of_the_site_may_hold_a_page(directories: bool, path: str, name: str | None):
    """Where a page is written depends on the sort of addresses."""
    assert Addresses(directories).name_of(path) == name


def test_paths_that_are_one_on_some_disk_are_known():
    """Neither capital letters nor the way in which an accent is stored make a second file everywhere."""
    assert folded("2026/Caf\u00c9.md") == folded("2026/cafe\u0301.md") == "2026/caf\u00e9.md"
    assert folded("a-b") != folded("a b")
