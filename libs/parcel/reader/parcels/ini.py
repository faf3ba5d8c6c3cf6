"""INI texts as libs/ini reads them: sections with lines, all problems at once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from .problems import Problems

DEFAULT = "DEFAULT"


@dataclass
class Entry:
    """A key in lower case with its value as it stands."""

    key: str
    line: int
    lines: list[str]

    @property
    def value(self) -> str:
        return "\n".join(self.lines).rstrip()


@dataclass
class Section:
    """A section; of one that stands twice, the first."""

    name: str
    line: int
    entries: dict[str, Entry] = field(default_factory=dict)

    def value(self, key: str) -> str | None:
        entry = self.entries.get(key)
        return None if entry is None else entry.value

    def line_of(self, key: str) -> int:
        """The line of a key, or of the section if it is missing."""
        entry = self.entries.get(key)
        return self.line if entry is None else entry.line


@dataclass(frozen=True)
class Reference:
    """What stands between ${ and }; without a name, what cannot be read."""

    name: str | None


def parse(file: str, content: bytes, problems: Problems) -> dict[str, Section] | None:
    """The sections of a file, DEFAULT among them where it is written; None if it is no INI."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as e:
        line = 1 + content[: e.start].count(b"\n")
        problems.add(file, line, "ini.not-utf8", "the line contains bytes that are not UTF-8")
        return None
    reader = _Reader(file)
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        reader.line(number, line)
    problems.extend(reader.problems)
    return None if reader.problems else reader.sections


def references(value: str) -> list[Reference]:
    """The references of a value; what follows something broken is not looked at."""
    found = []
    at = value.find("$")
    while at >= 0:
        end = value.find("}", at)
        if value.startswith("$$", at):
            end = at + 1
        elif value.startswith("${", at) and end > at + 2 and value.count(":", at, end) < 2:
            found.append(Reference(value[at + 2 : end].lower()))
        else:
            return [*found, Reference(None)]
        at = value.find("$", end + 1)
    return found


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems = Problems()
        self.sections: dict[str, Section] = {}
        self.section: Section | None = None
        self.entry: Entry | None = None
        self.indent = 0
        self.told_of_no_section = False

    def _error(self, line: int, code: str, message: str) -> None:
        self.problems.add(self.file, line, "ini." + code, message)

    def line(self, number: int, line: str) -> None:
        if any(unicodedata.category(c) == "Cc" and c != "\t" for c in line):
            self._error(number, "control-character", "the line contains a control character")
        text = line.strip()
        if not text:
            if self.entry is not None:
                self.entry.lines.append("")
        elif text[0] not in "#;":
            self._words(number, len(line) - len(line.lstrip()), text)

    def _words(self, number: int, leading: int, text: str) -> None:
        if self.entry is not None and leading > self.indent:
            self.entry.lines.append(text)
            return
        self.indent = leading
        close = text.rfind("]") if text[0] == "[" else -1
        if close >= 2:
            self._header(number, text[1:close])
        elif self.section is None:
            self._before_header(number, text)
        else:
            self._entry(number, text, self.section)

    def _header(self, number: int, name: str) -> None:
        self.entry = None
        earlier = self.sections.get(name)
        if earlier is not None and name == DEFAULT:
            self.section = earlier
            return
        self.section = Section(name, number)
        if earlier is None:
            self.sections[name] = self.section
        else:
            self._error(number, "duplicate-section", f"[{name}] already stands in line {earlier.line}")

    def _before_header(self, number: int, text: str) -> None:
        if self.told_of_no_section:
            return
        self.told_of_no_section = True
        if text[0] == "\ufeff":
            self._error(number, "byte-order-mark", "the file begins with a byte order mark; save it without")
        else:
            self._error(number, "no-section", f"'{text[:60]}' stands before the first section")

    def _entry(self, number: int, text: str, section: Section) -> None:
        delimiter = min((i for i in (text.find("="), text.find(":")) if i >= 0), default=-1)
        key = text[: max(delimiter, 0)].rstrip().lower()
        self.entry = Entry(key, number, [text[delimiter + 1 :].strip()])
        if key:
            earlier = section.entries.setdefault(key, self.entry)
            if earlier is not self.entry:
                message = f"the key '{key}' already stands in line {earlier.line}; keep one"
                self._error(number, "duplicate-key", message)
        elif delimiter >= 0:
            self._error(number, "no-key", "no key stands before the " + text[delimiter])
        elif text[0] == "[":
            self._error(number, "bad-header", f"the header '{text[:60]}' is not complete; write [name]")
        else:
            self._error(number, "no-value", f"'{text[:60]}' is neither a section nor a key with a value")
