"""parcel.ini and monitors.ini: what they say, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from . import ini, needs
from .problems import Problems
from .versions import Requirement, is_name, is_version, requirement

FILE = "parcel.ini"
MONITORS = "monitors.ini"
TAKEN = {"app", "parcel", "version", "environment", "host", "address"}
"""What can be referred to in each parcel."""
VERBS = ("install", "upgrade", "configure", "bind", "unbind", "remove", "purge")
OF_CONSUMERS = {"consumer", "consumer.password"}
"""What [provide NAME] can refer to besides: who binds to it."""
_PARCEL_KEYS = {"name", "version", "summary", "licence", "owner", "base", "provides", "requires"}
_NEEDED_KEYS = ("name", "version", "summary", "licence")
_TEST_KEYS = {"file", "arguments", "timeout", "every", "verify", "as"}
_CHANGE_KEYS = {"jar", "change"}
_NOT_TAKEN = {"q", "template", "test"}
_MONITOR_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,252}")
_FORMS: dict[str, tuple[Callable[[str], bool], str]] = {
    "name": (is_name, "write small letters, digits and dashes, the first a letter, at most 63"),
    "version": (is_version, "write a version such as 2.0.1 or 3.0.0-rc.1"),
    "summary": (lambda v: "\n" not in v and 1 <= len(v) <= 200, "write one line of at most 200 characters"),
    "licence": (lambda v: re.fullmatch(r"[A-Za-z0-9.+() -]{1,200}", v) is not None, "write an SPDX expression"),
    "owner": (lambda v: re.fullmatch(r"[A-Za-z0-9._-]{1,100}", v) is not None, "write the name of a team"),
}


@dataclass
class Definition:
    """What a parcel.ini says by itself; of a wrong one, what could be understood."""

    name: str = ""
    version: str = ""
    summary: str = ""
    licence: str = ""
    owner: str | None = None
    base: Requirement | None = None
    base_line: int = 0
    provides: dict[str, str | None] = field(default_factory=dict)
    requires: dict[str, Requirement] = field(default_factory=dict)
    tests: dict[str, tuple[str, int]] = field(default_factory=dict)
    """The file of each test's section below tests/, and the line that says so."""
    changes: dict[str, tuple[str, int]] = field(default_factory=dict)
    """The jar of each change's section, and its line."""
    sections: dict[str, ini.Section] = field(default_factory=dict)


class Reader:
    """Reads one parcel.ini."""

    def __init__(self, sections: dict[str, ini.Section], problems: Problems) -> None:
        self.problems = problems
        self.definition = Definition(sections=sections)

    def _problem(self, line: int, code: str, message: str) -> None:
        self.problems.add(FILE, line, "parcel." + code, message)

    def read(self) -> Definition:
        parcel = self.definition.sections.get("parcel", ini.Section("parcel", 0))
        self._parcel(parcel)
        kinds = {"test": self._test, "change": self._change}
        for name, section in self.definition.sections.items():
            word, _, rest = name.partition(" ")
            if name == "needs":
                self._needs(section)
            elif rest and word in kinds:
                kinds[word](rest, section)
            elif name != "parcel" and not (rest and word == "provide"):
                self._problem(section.line, "section-unknown", f"parcel.ini has no section [{name}]")
        return self.definition

    def _keys(self, section: ini.Section, known: set[str]) -> None:
        for key, entry in section.entries.items():
            if key not in known:
                self._problem(entry.line, "key-unknown", f"[{section.name}] has no key '{key}'")

    def _parcel(self, section: ini.Section) -> None:
        self._keys(section, _PARCEL_KEYS)
        for key in _NEEDED_KEYS:
            if key not in section.entries:
                self._problem(section.line, "key-missing", f"[parcel] does not say '{key}'")
        for key, (is_valid, remedy) in _FORMS.items():
            value = section.value(key)
            if value is None:
                continue
            if is_valid(value):
                setattr(self.definition, key, value)
            else:
                self._problem(section.line_of(key), key + "-wrong", f"'{value[:80]}' is no {key}; {remedy}")
        self._base(section)
        self._provides(section)
        self._requires(section)

    def _base(self, section: ini.Section) -> None:
        value = section.value("base")
        if value is None:
            return
        base = requirement(value)
        self.definition.base_line = section.line_of("base")
        words = value.split()
        if base is None or "\n" in value or "as" in words or "optional" in words:
            self._problem(self.definition.base_line, "base-wrong", "write the base as NAME RANGE")
        elif base.name == self.definition.name:
            self._problem(self.definition.base_line, "base-cycle", "a parcel does not build on itself")
        else:
            self.definition.base = base

    def _provides(self, section: ini.Section) -> None:
        for line in _lines(section.value("provides")):
            name, *version = line.split()
            is_right = is_name(name) and len(version) < 2 and all(is_version(v) for v in version)
            if not is_right or name in self.definition.provides or name == self.definition.name:
                message = f"'{line[:80]}' is no NAME [VERSION], or provided twice"
                self._problem(section.line_of("provides"), "provision-wrong", message)
            else:
                self.definition.provides[name] = version[0] if version else None

    def _requires(self, section: ini.Section) -> None:
        for line in _lines(section.value("requires")):
            needed = requirement(line)
            at = section.line_of("requires")
            if needed is None:
                message = f"'{line[:80]}' is not written as NAME [RANGE] [as BINDING] [optional]"
                self._problem(at, "requirement-wrong", message)
            elif needed.binding in self.definition.requires:
                message = f"two requirements are called {needed.binding}; add 'as' and another name"
                self._problem(at, "binding-twice", message)
            else:
                self.definition.requires[needed.binding] = needed

    def _needs(self, section: ini.Section) -> None:
        self._keys(section, set(needs.FORMS))
        for key, (is_valid, remedy) in needs.FORMS.items():
            value = section.value(key)
            if value is not None and not ini.references(value) and not is_valid(value):
                self._problem(section.line_of(key), "needs-wrong", f"'{value[:80]}' is no {key}; {remedy}")

    def _test(self, name: str, section: ini.Section) -> None:
        self._keys(section, _TEST_KEYS)
        for key, (is_valid, remedy) in needs.TEST_FORMS.items():
            value = section.value(key)
            if value is not None and not ini.references(value) and not is_valid(value):
                self._problem(section.line_of(key), "test-wrong", f"'{value[:80]}' is no {key}; {remedy}")
        self.definition.tests[name] = (section.value("file") or name, section.line_of("file"))

    def _change(self, verb: str, section: ini.Section) -> None:
        self._keys(section, _CHANGE_KEYS)
        if verb not in VERBS:
            self._problem(section.line, "change-wrong", f"there is no change '{verb}'; there are {', '.join(VERBS)}")
        elif not section.value("jar") or not section.value("change"):
            self._problem(section.line, "change-wrong", f"[change {verb}] does not say jar and change")
        else:
            self.definition.changes[verb] = (section.value("jar") or "", section.line_of("jar"))


def _lines(value: str | None) -> list[str]:
    return [line for line in (value or "").split("\n") if line.strip()]


def check_references(file: str, sections: dict[str, ini.Section], known: set[str] | None, problems: Problems) -> None:
    """Tells of references to what is no parameter; if those are not known, of broken ones only."""
    for section in sections.values():
        more = OF_CONSUMERS if file == FILE and section.name.startswith("provide ") else set()
        for entry in [] if section.name == "parcel" and file == FILE else section.entries.values():
            for reference in ini.references(entry.value):
                if reference.name is None:
                    message = f"in '{entry.key}' a $ is neither $$ nor the beginning of ${{NAME}}"
                    problems.add(file, entry.line, "ini.reference-syntax", message)
                elif ":" in reference.name or (known is not None and reference.name not in known | more):
                    message = f"'{entry.key}' refers to {reference.name}, which is no parameter"
                    problems.add(file, entry.line, "parcel.reference-unknown", message)


def check_provisions(said: Definition, provided: set[str], problems: Problems) -> None:
    """Tells of sections for what is not provided."""
    for section in said.sections.values():
        word, _, name = section.name.partition(" ")
        if word == "provide" and name and name not in provided:
            problems.add(FILE, section.line, "parcel.provision-wrong", f"the parcel does not provide '{name}'")


def check_monitors(sections: dict[str, ini.Section], problems: Problems) -> None:
    """Tells what is wrong with monitors.ini."""
    for section in sections.values():
        word, _, name = section.name.partition(" ")
        if section.name == ini.DEFAULT:
            problems.add(MONITORS, section.line, "parcel.section-unknown", "there is no [DEFAULT] in a parcel")
            continue
        if word != "monitor" or not _MONITOR_NAME.fullmatch(name):
            message = f"there is no section [{section.name}]; write [monitor NAME]"
            problems.add(MONITORS, section.line, "parcel.monitor-wrong", message)
            continue
        for key in sorted(_NOT_TAKEN & set(section.entries)):
            message = f"a monitor of a parcel does not take '{key}'"
            problems.add(MONITORS, section.line_of(key), "parcel.monitor-wrong", message)
        if not section.value("kind"):
            problems.add(MONITORS, section.line_of("kind"), "parcel.monitor-wrong", "the monitor has no kind")
