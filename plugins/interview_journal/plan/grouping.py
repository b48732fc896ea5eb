"""Lists under headings: answers by kind of library, passages by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


def in_groups(items: Iterable[T], key: Callable[[T], str], headings: Mapping[str, str]) -> Iterator[tuple[str, str, tuple[T, ...]]]:
    """Id, heading and items of each group that has any, in the order of the headings; each item's key is one of their ids."""
    found: dict[str, list[T]] = {id: [] for id in headings}
    for item in items:
        found[key(item)].append(item)
    yield from ((id, headings[id], tuple(filed)) for id, filed in found.items() if filed)
