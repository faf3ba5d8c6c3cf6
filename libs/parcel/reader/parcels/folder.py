"""Checks a parcel's folder, with the bases that it is to be built on."""

from __future__ import annotations

from dataclasses import replace

from . import artefact, build, content, definition, ini
from .build import Artefact
from .files import TEXTS, read_folder
from .layout import Layout, open_layout
from .problems import Problems
from .versions import Requirement, is_version

_TITLE, _VERSION = "org.opencontainers.image.title", "org.opencontainers.image.version"


def check(root: str, repositories: list[str], problems: Problems) -> Artefact | None:
    """Checks a folder; the artefact of it if nothing is wrong. Bases are looked for in the repositories."""
    files = read_folder(root, problems)
    told = {problem.file for problem in problems.sorted()}
    if "." in told:
        return None
    documents = {file.path: file.content for file in files if file.path in TEXTS}
    if definition.FILE not in documents and definition.FILE not in told:
        problems.add(definition.FILE, 0, "parcel.definition-missing", "it is no parcel: there is no parcel.ini")
    base = _base(documents, repositories, problems)
    said = content.read_documents(documents, _as_base(base), problems)
    below = base.layers if base else []
    own = [file for file in files if file.path not in TEXTS]
    made = below + build.layers(own)
    counting = {path: file.executable for path, (file, _) in build.effective(made).items()}
    if said is None or base or said.definition.base is None:
        content.check_needed(said, set(counting) | told, problems)
    if said is None:
        return None
    if base or said.definition.base is None:
        content.check_files(said, counting, {file.path for file in own}, problems)
    content.check_base(said, problems)
    return None if problems else build.build(said, made)


def _base(documents: dict[str, bytes], repositories: list[str], problems: Problems) -> Artefact | None:
    ignored = Problems()
    sections = ini.parse(definition.FILE, documents.get(definition.FILE, b""), ignored)
    said = definition.Reader(sections or {}, ignored).read()
    if said.base is None:
        return None
    found = _candidates(said.base, repositories)
    version = said.base.choose(list(found))
    if version is None:
        message = f"no {said.base.name} {said.base.range} is to be had; say by --base where it is"
        problems.add(definition.FILE, said.base_line, "parcel.base-missing", message)
        return None
    wrong = Problems()
    layout, listed = found[version]
    base = artefact.check(layout, listed, said.base.name, wrong)
    if base is None or wrong:
        message = f"the base {said.base.name} {version} is wrong: " + "; ".join(str(p) for p in wrong.sorted()[:3])
        problems.add(definition.FILE, said.base_line, "parcel.base-missing", message)
        return None
    return base


def _as_base(base: Artefact | None) -> content.Content | None:
    return None if base is None else replace(base.content, digest=base.digest, layers=len(base.layers))


def _candidates(base: Requirement, repositories: list[str]) -> dict[str, tuple[Layout, artefact.Descriptor]]:
    found: dict[str, tuple[Layout, artefact.Descriptor]] = {}
    for repository in repositories:
        layout = open_layout(repository)
        for listed in layout.manifests():
            version = listed.annotations.get(_VERSION, "")
            if listed.annotations.get(_TITLE) == base.name and is_version(version):
                found.setdefault(version, (layout, listed))
    return found


