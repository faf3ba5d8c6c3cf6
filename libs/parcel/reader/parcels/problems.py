"""What is wrong with a parcel, and the collection of it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

MOST_PROBLEMS = 1000
"""How many problems are kept: a person reads no more."""

_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def is_unseen(character: str) -> bool:
    """Whether a path may not have this character."""
    return character == "\ufffd" or unicodedata.category(character) in _UNSEEN


def shown(text: str) -> str:
    """A text on one line, in which everything can be seen."""
    return "".join("?" if is_unseen(c) else c for c in text)


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong; line 0 is the file as a whole."""

    file: str
    line: int
    code: str
    message: str

    def __str__(self) -> str:
        place = shown(self.file) + (f":{self.line}" if self.line else "")
        return f"{place}: error: {shown(self.message)} [{self.code}]"


class Problems:
    """Collects problems, each once."""

    def __init__(self) -> None:
        self._kept: dict[Problem, None] = {}

    def add(self, file: str, line: int, code: str, message: str) -> None:
        """Notes one; those beyond the most that are kept are dropped."""
        if len(self._kept) < MOST_PROBLEMS:
            self._kept[Problem(file, line, code, message)] = None

    def extend(self, problems: Problems) -> None:
        """Notes those that were found elsewhere."""
        for problem in problems.sorted():
            self.add(problem.file, problem.line, problem.code, problem.message)

    def sorted(self) -> list[Problem]:
        """All, by file and line."""
        return sorted(self._kept)

    def __bool__(self) -> bool:
        return bool(self._kept)


class Refused(Exception):
    """Something that cannot be read any further, and why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
