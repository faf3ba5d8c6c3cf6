"""What a parcel's documents and files say together, bases included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from . import definition, ini, parameters
from .definition import Definition, Reader
from .files import TEXTS, conflicts
from .problems import Problems
from .versions import Requirement

MOST_BASES = 8


@dataclass
class Content:
    """A parcel as its documents tell it; what comes from bases is in provides, requires and changes."""

    documents: dict[str, str]
    definition: Definition
    base: Content | None = None
    digest: str = ""
    """Of its manifest; known of bases only."""
    layers: int = 0
    """How many layers are its own and its bases'; known of bases only."""
    parameters: list[parameters.Parameters] = field(default_factory=list)
    """Its own first, then those of what it builds on."""
    provides: dict[str, str] = field(default_factory=dict)
    requires: dict[str, Requirement] = field(default_factory=dict)
    changes: set[str] = field(default_factory=set)
    """The changes that sections of its own or of bases define."""

    def bases(self) -> list[Content]:
        """What it builds on, the nearest first."""
        return [] if self.base is None else [self.base, *self.base.bases()]


def read_documents(documents: Mapping[str, bytes], base: Content | None, problems: Problems) -> Content | None:
    """Understands the documents by themselves; None without a definition. All problems are told."""
    sections = _ini(definition.FILE, documents, problems)
    said = None if sections is None else Reader(sections, problems).read()
    own, is_broken = _parameters(documents, problems)
    chain = [own, *(base.parameters if base else [])]
    is_whole = said is not None and (said.base is None or base is not None)
    known = {name for each in chain for name in each.by_name} | definition.TAKEN
    names = known if is_whole and not is_broken else None
    content = None if said is None else _merged(documents, said, base, chain)
    if content is not None:
        definition.check_references(definition.FILE, content.definition.sections, names, problems)
    if content is not None and is_whole:
        definition.check_provisions(content.definition, set(content.provides), problems)
    parameters.check(own, set(content.requires) if content and is_whole else None, problems)
    monitors = _ini(definition.MONITORS, documents, problems)
    if monitors is not None:
        definition.check_monitors(monitors, problems)
        definition.check_references(definition.MONITORS, monitors, names, problems)
    return content


def _ini(file: str, documents: Mapping[str, bytes], problems: Problems) -> dict[str, ini.Section] | None:
    return ini.parse(file, documents[file], problems) if file in documents else None


def _parameters(documents: Mapping[str, bytes], problems: Problems) -> tuple[parameters.Parameters, bool]:
    if parameters.FILE not in documents:
        return parameters.Parameters(), False
    read = parameters.read(documents[parameters.FILE], problems)
    return read or parameters.Parameters(), read is None


def _merged(
    documents: Mapping[str, bytes], said: Definition, base: Content | None, chain: list[parameters.Parameters]
) -> Content:
    content = Content({name: text.decode(errors="replace") for name, text in documents.items()}, said, base)
    content.parameters = chain
    if base is not None:
        content.provides |= {name: v for name, v in base.provides.items() if name != base.definition.name}
        content.requires |= base.requires
        content.changes |= base.changes
    content.provides |= {name: version or said.version for name, version in said.provides.items()}
    content.provides[said.name] = said.version
    content.requires |= said.requires
    content.changes |= set(said.changes)
    return content


def check_files(content: Content, executables: Mapping[str, bool], own: set[str], problems: Problems) -> None:
    """Tells of files that are not there, or too many; executables has all paths that count."""
    said = content.definition
    for verb, (jar, line) in said.changes.items():
        if jar not in executables:
            problems.add(definition.FILE, line, "parcel.change-wrong", f"there is no jar {jar}")
        if f"changes/{verb}.change" in own:
            message = f"there is changes/{verb}.change as well; keep one of the two"
            problems.add(definition.FILE, said.sections[f"change {verb}"].line, "parcel.change-twice", message)
    for file, line in said.tests.values():
        if not executables.get("tests/" + file, False):
            message = f"tests/{file} is not there, or may not be run"
            problems.add(definition.FILE, line, "parcel.test-missing", message)
    for path in conflicts(set(executables)):
        problems.add(path, 0, "parcel.file-name", "it is a file and a folder")


def check_needed(content: Content | None, paths: set[str], problems: Problems) -> None:
    """Tells of the two files that no parcel is without."""
    if "changes/install.change" not in paths and not (content and "install" in content.changes):
        problems.add("changes/install.change", 0, "parcel.change-missing", "the parcel has no change that installs it")
    if "docs/index.md" not in paths:
        problems.add("docs/index.md", 0, "parcel.docs-missing", "the parcel has no operations manual")


def check_base(content: Content, problems: Problems) -> None:
    """Tells of a base that builds on what builds on it, or on too many."""
    names = [content.definition.name, *(b.definition.name for b in content.bases())]
    line = content.definition.base_line
    if len(set(names)) < len(names):
        problems.add(definition.FILE, line, "parcel.base-cycle", "it builds on itself: " + " on ".join(names))
    elif len(names) > MOST_BASES + 1:
        problems.add(definition.FILE, line, "parcel.base-cycle", f"there are more than {MOST_BASES} bases")


def too_large(documents: Mapping[str, bytes], problems: Problems) -> bool:
    """Tells of texts that are too long."""
    long = [name for name, text in documents.items() if len(text) > TEXTS[name]]
    for name in long:
        problems.add(name, 0, "parcel.too-large", f"it has more than {TEXTS[name]} bytes")
    return bool(long)
