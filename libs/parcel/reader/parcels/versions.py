"""Names, versions and ranges of parcels."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

_NAME = re.compile(r"[a-z]([a-z0-9-]{0,61}[a-z0-9])?")
_NUMBER = r"(?:0|[1-9][0-9]*)"
_IDENTIFIER = rf"(?:{_NUMBER}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
_VERSION = re.compile(
    rf"{_NUMBER}(?:\.{_NUMBER})?|{_NUMBER}\.{_NUMBER}\.{_NUMBER}(?:-{_IDENTIFIER}(?:\.{_IDENTIFIER})*)?"
)
_THEIR_VERSION = re.compile(r"[0-9][0-9A-Za-z.+~_-]{0,62}")
_BOUND = re.compile(r"(<=|>=|!=|<|>|=)\s*([^\s<>=!]+)")
_LINE = re.compile(
    r"(?P<name>\S+)(?P<range>(?:\s+(?!as\s|optional$)\S.*?)?)(?:\s+as\s+(?P<binding>\S+))?(?P<optional>\s+optional)?"
)


def is_name(text: str) -> bool:
    """Whether parcels, what they provide, and bindings may be called so."""
    return _NAME.fullmatch(text) is not None


def is_version(text: str) -> bool:
    """Whether it is a version of a parcel."""
    return len(text) <= 63 and _VERSION.fullmatch(text) is not None


def is_their_version(text: str) -> bool:
    """Whether it may be a version of a runtime or a system."""
    return _THEIR_VERSION.fullmatch(text) is not None


@functools.total_ordering
class _Identifier:
    """A part of a pre-release: numbers come before texts."""

    def __init__(self, text: str) -> None:
        self.key = (0, int(text), "") if text.isdigit() else (1, 0, text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identifier) and self.key == other.key

    def __lt__(self, other: _Identifier) -> bool:
        return self.key < other.key


def order(version: str) -> tuple[list[int], bool, list[_Identifier]]:
    """A key by which versions sort as semver.org says."""
    numbers, _, pre_release = version.partition("-")
    parts = [int(n) for n in numbers.split(".")]
    identifiers = [_Identifier(i) for i in pre_release.split(".")] if pre_release else []
    return parts + [0] * (3 - len(parts)), not pre_release, identifiers


def bounds(text: str, is_valid=is_version) -> list[tuple[str, str]] | None:
    """The bounds of a range; None if it is none."""
    found, at = [], 0
    text = text.strip()
    while at < len(text):
        bound = _BOUND.match(text, at)
        if bound is None or not is_valid(bound.group(2)):
            return None
        found.append((bound.group(1), bound.group(2)))
        at = bound.end()
        while at < len(text) and text[at].isspace():
            at += 1
    return found


def fits(version: str, limits: list[tuple[str, str]]) -> bool:
    """Whether a version fits all bounds."""
    key = order(version)
    holds = {
        "=": lambda b: key == b,
        "!=": lambda b: key != b,
        "<": lambda b: key < b,
        "<=": lambda b: key <= b,
        ">": lambda b: key > b,
        ">=": lambda b: key >= b,
    }
    return all(holds[operator](order(bound)) for operator, bound in limits)


@dataclass(frozen=True)
class Requirement:
    """Something that a parcel needs from another; the range in its one form."""

    name: str
    range: str
    binding: str
    optional: bool

    def choose(self, versions: list[str]) -> str | None:
        """The highest that fits; one with a - only if such a one is named or nothing else is there."""
        limits = bounds(self.range) or []
        fitting = [v for v in versions if fits(v, limits)]
        plain = [v for v in fitting if "-" not in v]
        named = any("-" in bound for _, bound in limits)
        return max(fitting if named or not plain else plain, key=order, default=None)

    def __str__(self) -> str:
        parts = [self.name, self.range, "as " + self.binding, "optional" if self.optional else ""]
        return " ".join(p for p in parts if p)


def requirement(line: str) -> Requirement | None:
    """Reads NAME [RANGE] [as BINDING] [optional]; None if it is none."""
    parts = _LINE.fullmatch(" ".join(line.split()))
    if parts is None:
        return None
    limits = bounds(parts.group("range"))
    binding = parts.group("binding") or parts.group("name")
    if limits is None or not is_name(parts.group("name")) or not is_name(binding):
        return None
    form = " ".join(operator + version for operator, version in limits)
    return Requirement(parts.group("name"), form, binding, parts.group("optional") is not None)
