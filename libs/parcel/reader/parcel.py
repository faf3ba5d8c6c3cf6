#!/usr/bin/env python3
"""Checks, shows, builds and unpacks parcels; needs Python 3.11 and nothing else.

Exit status 0: done; 1: the parcel is wrong, and why is printed; 2: it was called wrongly.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import Any

from parcels import artefact, build, folder, parameters
from parcels.build import Artefact
from parcels.canonical import NoJson, digest
from parcels.content import Content
from parcels.files import File
from parcels.layout import Layout, is_layout, open_layout
from parcels.problems import Problems, Refused, shown


def _is_folder(path: str) -> bool:
    return os.path.isdir(path) and not is_layout(path)


def _read(path: str, bases: list[str], problems: Problems) -> Artefact | None:
    """All of a parcel; None, or with problems, if something is wrong."""
    if _is_folder(path):
        return folder.check(path, bases, problems)
    layout = open_layout(path)
    return artefact.check(layout, layout.parcel(), path, problems)


def _checked(path: str, bases: list[str]) -> Artefact | None:
    problems = Problems()
    try:
        read = _read(path, bases, problems)
    except Refused as e:
        problems.add(path, 0, e.code, e.message)
        read = None
    _tell(problems)
    return None if problems else read


def _tell(problems: Problems) -> None:
    for problem in problems.sorted():
        print(problem)


def check(arguments: argparse.Namespace) -> int:
    """Tells all problems of a parcel."""
    return 0 if _checked(arguments.path, arguments.base) else 1


def show(arguments: argparse.Namespace) -> int:
    """Prints what a parcel is; of an artefact no layer is read."""
    if _is_folder(arguments.path):
        made = _checked(arguments.path, arguments.base)
        told = made and _told(json.loads(made.config), made.digest)
    else:
        told = _shown_artefact(arguments.path)
    if told is None:
        return 1
    json.dump(told, sys.stdout, indent=2, ensure_ascii=False)
    print()
    return 0


def _shown_artefact(path: str) -> dict[str, Any] | None:
    try:
        layout = open_layout(path)
        head = artefact.read_head(layout, layout.parcel())
        return _told(head.config, head.listed.digest)
    except Refused as e:
        print(f"{shown(path)}: error: {shown(e.message)} [{e.code}]")
        return None


def _told(config: dict[str, Any], manifest: str) -> dict[str, Any]:
    keys = ("name", "version", "summary", "licence", "owner", "provides", "requires")
    told = {key: config[key] for key in keys if key in config}
    told |= {"manifest": manifest, "files": len(config["files"]), "parameters": _parameters(config)}
    return told | {"pages": [f["path"] for f in config["files"] if f["path"].startswith("docs/")]}


def _parameters(config: dict[str, Any]) -> dict[str, Any]:
    """The schema of each parameter, those of bases included; its own count."""
    found: dict[str, Any] = {}
    each: Any = config
    while isinstance(each, dict):
        text = artefact.documents_of(each).get(parameters.FILE)
        read = parameters.read(text, Problems()) if text else None
        found = (read.by_name if read else {}) | found
        each = each.get("base")
    return found


def docs(arguments: argparse.Namespace) -> int:
    """Prints a page of the operations manual; of an artefact one layer is read."""
    page = "docs/" + arguments.page
    if _is_folder(arguments.path):
        made = _checked(arguments.path, arguments.base)
        file = made and build.effective(made.layers).get(page, (None, 0))[0]
        content = file.content if file else None
    else:
        content = _page(arguments.path, page)
    if content is None:
        print(f"{shown(arguments.path)}: error: there is no {shown(page)}", file=sys.stderr)
        return 1
    sys.stdout.buffer.write(content)
    return 0


def _page(path: str, page: str) -> bytes | None:
    try:
        layout = open_layout(path)
        head = artefact.read_head(layout, layout.parcel())
        file = next((f for f in head.config["files"] if f["path"] == page), None)
        return None if file is None else _content(layout, head, file)
    except Refused as e:
        print(f"{shown(path)}: error: {shown(e.message)} [{e.code}]")
        return None


def _content(layout: Layout, head: artefact.Head, file: dict[str, Any]) -> bytes | None:
    number = file.get("layer")
    if not isinstance(number, int) or not 0 <= number < len(head.layers):
        raise Refused("parcel.artefact-broken", f"it says that {file['path']} is in a layer that it does not have")
    found = artefact.read_layer(layout, head.layers[number], file["path"])
    if found is None or digest(found) != file.get("digest"):
        raise Refused("parcel.layer-differs", f"{file['path']} is not in its layer, or is another one")
    return found


def build_file(arguments: argparse.Namespace) -> int:
    """Checks a folder and builds its artefact as one file."""
    made = _checked(arguments.path, arguments.base)
    if made is None:
        return 1
    with open(arguments.out, "wb") as out:
        out.write(build.one_file(made))
    print(f"{made.content.definition.name} {made.content.definition.version} {made.digest}")
    return 0


def unpack(arguments: argparse.Namespace) -> int:
    """Checks a parcel and writes all files that count, those of bases included, to a new folder."""
    made = _checked(arguments.path, arguments.base)
    if made is None:
        return 1
    try:
        os.mkdir(arguments.out)
    except FileExistsError:
        print(f"{arguments.out}: error: it is there already; name a new folder", file=sys.stderr)
        return 1
    files = [file for file, _ in build.effective(made.layers).values()]
    for file in [*files, *_documents(made.content)]:
        _write(arguments.out, file)
    return 0


def _documents(content: Content) -> list[File]:
    return [File(name, False, text.encode()) for name, text in content.documents.items()]


def _write(root: str, file: File) -> None:
    """The folder is new and its paths were checked: there is no link on the way."""
    path = os.path.join(root, file.path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    mode = 0o755 if file.executable else 0o644
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode), "wb") as out:
        out.write(file.content)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="parcel.py", description=__doc__.partition("\n")[0])
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for name, verb in (("check", check), ("show", show), ("docs", docs), ("build", build_file), ("unpack", unpack)):
        added = verbs.add_parser(name, help=(verb.__doc__ or "").partition(".")[0])
        added.add_argument("path", help="a folder, a .parcel file, or an OCI layout with one parcel")
        if verb is docs:
            added.add_argument("page", nargs="?", default="index.md", help="its path below docs/")
        if verb in (build_file, unpack):
            added.add_argument("out", help="what is made")
        added.add_argument("--base", action="extend", nargs="+", default=[], metavar="LAYOUT", help="where bases are")
        added.set_defaults(run=verb)
    return parser


def main(words: list[str] | None = None) -> int:
    """Runs what the command line says, or these words."""
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    arguments = _parser().parse_args(words)
    try:
        return arguments.run(arguments)
    except (OSError, NoJson, Refused) as e:
        print(f"{arguments.path}: error: {e}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
