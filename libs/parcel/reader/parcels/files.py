"""The files of a parcel, and how they are found in a folder."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from functools import cached_property

from .canonical import digest
from .problems import Problems, is_unseen

MOST_FILES = 20_000
MOST_BYTES = 256 * 1024 * 1024
_MOST_FOLDERS = 100_000
_MOST_PARTS = 32
TEXTS = {"parcel.ini": 64 * 1024, "parameters.schema.json": 256 * 1024, "monitors.ini": 256 * 1024}
"""The documents with the bytes that each may have."""
FOLDERS = ("files", "templates", "changes", "tests", "docs")
_PASSED_OVER = {".git", ".hg", ".svn", ".jj", ".bzr", "_darcs", "CVS", ".DS_Store"}


@dataclass(frozen=True)
class File:
    """A file of a parcel."""

    path: str
    executable: bool
    content: bytes

    @cached_property
    def digest(self) -> str:
        return digest(self.content)


def path_fault(path: str) -> str | None:
    """What is wrong with a path, as the end of a sentence; None if nothing is."""
    parts = path.split("/")
    size = len(path.encode("utf-8", "surrogatepass"))
    if size > 1000 or len(parts) > _MOST_PARTS:
        return "has a path that is too long or too deep"
    if any(part in ("", ".", "..") for part in parts):
        return "has a path with an empty part, '.' or '..'"
    if any(len(part.encode("utf-8", "surrogatepass")) > 255 for part in parts):
        return "has a path with a part that is too long"
    if "\\" in path or any(is_unseen(c) for c in path):
        return "has a path with a character that no path may have"
    return None


def conflicts(paths: set[str]) -> list[str]:
    """Those paths that are a folder for others."""
    folders = set()
    for path in paths:
        while "/" in path:
            path = path.rpartition("/")[0]
            if path in folders:
                break
            folders.add(path)
    return sorted(folders & paths)


class _Full(Exception):
    pass


class _Walk:
    def __init__(self, root: str, problems: Problems) -> None:
        self.root = root
        self.real_root = os.path.realpath(root)
        self.problems = problems
        self.files: list[File] = []
        self.bytes = 0
        self.folders = 0

    def _problem(self, path: str, code: str, message: str) -> None:
        self.problems.add(path, 0, "parcel." + code, message)

    def top(self) -> None:
        for name in self._names(""):
            is_folder = os.path.isdir(os.path.join(self.root, name))
            if is_folder and name in FOLDERS:
                self.visit(name)
            elif not is_folder and name in TEXTS:
                self.visit(name)
            elif is_folder or not name.startswith(("LICENSE", "README")):
                self._problem(name, "top-unknown", "a parcel has no such file or folder; put it below files/")

    def _names(self, path: str) -> list[str]:
        try:
            return sorted(set(os.listdir(os.path.join(self.root, path))) - _PASSED_OVER)
        except OSError as e:
            self._problem(path or ".", "file-unreadable", f"the folder cannot be read: {e.strerror}")
            return []

    def visit(self, path: str) -> None:
        full = os.path.join(self.root, path)
        fault = path_fault(path)
        if fault:
            self._problem(path, "file-name", "it " + fault)
            return
        try:
            kind = os.stat(full).st_mode
            if os.path.islink(full) and not self._leads_inside(full):
                self._problem(path, "file-link", "the link leads above itself, or out of the parcel's folder")
                return
        except OSError as e:
            self._problem(path, "file-unreadable", f"it cannot be read: {e.strerror}")
            return
        if stat.S_ISDIR(kind):
            self._folder(path)
        elif stat.S_ISREG(kind):
            self._file(path, bool(kind & stat.S_IXUSR))
        else:
            self._problem(path, "file-special", "it is a device, a pipe or a socket")

    def _leads_inside(self, full: str) -> bool:
        real = os.path.realpath(full)
        holder = os.path.realpath(os.path.dirname(full))
        return real.startswith(self.real_root + os.sep) and not (holder + os.sep).startswith(real + os.sep)

    def _folder(self, path: str) -> None:
        self.folders += 1
        if self.folders > _MOST_FOLDERS:
            self._problem(".", "too-many-files", f"it has more than {_MOST_FOLDERS} folders")
            raise _Full
        for name in self._names(path):
            self.visit(path + "/" + name)

    def _file(self, path: str, executable: bool) -> None:
        if path not in TEXTS and len(self.files) == MOST_FILES:
            self._problem(".", "too-many-files", f"it has more than {MOST_FILES} files")
            raise _Full
        most = TEXTS.get(path, MOST_BYTES - self.bytes)
        try:
            with open(os.path.join(self.root, path), "rb") as file:
                content = file.read(most + 1)
        except OSError as e:
            self._problem(path, "file-unreadable", f"it cannot be read: {e.strerror}")
            return
        if len(content) > most and path in TEXTS:
            self._problem(path, "too-large", f"it has more than {most} bytes")
            return
        if len(content) > most:
            self._problem(".", "too-large", f"all files together have more than {MOST_BYTES} bytes")
            raise _Full
        self.bytes += 0 if path in TEXTS else len(content)
        self.files.append(File(path, executable, content))


def read_folder(root: str, problems: Problems) -> list[File]:
    """All files that a parcel's folder has, the documents among them; links as what they lead to."""
    walk = _Walk(root, problems)
    try:
        walk.top()
    except _Full:
        pass
    return walk.files
