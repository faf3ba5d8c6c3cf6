"""OCI layouts: a folder, or one file. Names of blobs are checked before anything is opened."""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
from dataclasses import dataclass
from typing import Any, BinaryIO

from . import canonical, tar
from .problems import Refused

PARCEL = "application/vnd.cadastre.parcel.v1"
SIGNATURE = "application/vnd.dsse.envelope.v1+json"
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
INDEX = "application/vnd.oci.image.index.v1+json"
MOST_MANIFEST = 4 * 1024 * 1024
MOST_CONFIG = 8 * 1024 * 1024
_MOST_INDEX = 64 * 1024 * 1024
_MOST_ENTRIES = 10_000
_ENTRY = re.compile(r"oci-layout|index\.json|blobs/sha256/[0-9a-f]{64}")
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_BROKEN = "parcel.artefact-broken"


@dataclass(frozen=True)
class Descriptor:
    """What is said of a blob."""

    media_type: str
    digest: str
    size: int
    artifact_type: str | None
    annotations: dict[str, str]

    @property
    def path(self) -> str:
        return "blobs/sha256/" + self.digest.removeprefix("sha256:")


def descriptor(value: Any) -> Descriptor:
    """Reads one; Refused if it is none."""
    media_type, digest, size = (member(value, key, kind) for key, kind in _OF_DESCRIPTOR)
    annotations = value.get("annotations", {})
    is_map = isinstance(annotations, dict) and all(isinstance(v, str) for v in annotations.values())
    if not _DIGEST.fullmatch(digest) or size < 0 or not is_map:
        raise Refused(_BROKEN, "a descriptor has a digest, a size or annotations that it cannot have")
    artifact_type = value.get("artifactType")
    return Descriptor(media_type, digest, size, artifact_type if isinstance(artifact_type, str) else None, annotations)


def member(value: Any, name: str, kind: type) -> Any:
    """A member that must be there; Refused if it is not, or of another kind."""
    found = value.get(name) if isinstance(value, dict) else None
    if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
        raise Refused(_BROKEN, f"its JSON has no '{name}', or not as it should be")
    return found


_OF_DESCRIPTOR: tuple[tuple[str, type], ...] = (("mediaType", str), ("digest", str), ("size", int))


class Layout:
    """A layout whose files are found by their paths."""

    def open(self, path: str) -> BinaryIO | None:
        """The file of that path; None if it is not there."""
        raise NotImplementedError

    def read(self, path: str, most: int) -> bytes | None:
        """All of a file; Refused if it has more than that."""
        file = self.open(path)
        if file is None:
            return None
        with file:
            content = file.read(most + 1)
        if len(content) > most:
            raise Refused("parcel.too-large", f"{path} has more than {most} bytes")
        return content

    def json(self, path: str, most: int) -> Any:
        """A JSON text that must be there."""
        content = self.read(path, most)
        if content is None:
            raise Refused(_BROKEN, f"it is no layout: there is no {path}")
        return read_json(path, content)

    def blob(self, about: Descriptor, most: int) -> bytes:
        """A blob of that digest and size; Refused otherwise."""
        if about.size > most:
            raise Refused("parcel.too-large", f"{about.digest} has more than {most} bytes")
        file = self.open(about.path)
        if file is None:
            raise Refused("parcel.blob-missing", f"{about.digest} is not there")
        with file:
            content = file.read(about.size + 1)
        if len(content) != about.size or hashlib.sha256(content).hexdigest() != about.path[-64:]:
            raise Refused("parcel.blob-altered", f"{about.digest} is of another digest or size")
        return content

    def manifests(self) -> list[Descriptor]:
        """What its index lists; Refused if it is no layout."""
        version = member(self.json("oci-layout", 4096), "imageLayoutVersion", str)
        if not version.startswith("1."):
            raise Refused(_BROKEN, f"it is a layout of the version {version[:20]}")
        return [descriptor(d) for d in member(self.json("index.json", _MOST_INDEX), "manifests", list)]

    def parcel(self) -> Descriptor:
        """The one parcel that is in it."""
        found = [d for d in self.manifests() if self._is_parcel(d)]
        if len(found) != 1:
            raise Refused("parcel.artefact-kind", f"it has {len(found)} parcels, and one is looked for")
        return found[0]

    def _is_parcel(self, about: Descriptor) -> bool:
        if about.artifact_type is None and about.media_type == MANIFEST:
            manifest = read_json("the manifest", self.blob(about, MOST_MANIFEST))
            return isinstance(manifest, dict) and manifest.get("artifactType") == PARCEL
        return about.artifact_type == PARCEL


def read_json(path: str, content: bytes) -> Any:
    """A JSON text of an artefact; Refused if it is none."""
    try:
        return canonical.read(content)
    except canonical.NoJson as e:
        raise Refused(_BROKEN, f"{path}: {e}") from None


class _Folder(Layout):
    def __init__(self, path: str) -> None:
        self._path = path

    def open(self, path: str) -> BinaryIO | None:
        full = os.path.join(self._path, path)
        try:
            return open(full, "rb") if stat.S_ISREG(os.stat(full).st_mode) else None
        except OSError:
            return None


class _OneFile(Layout):
    """A tar of a layout; contents are read where they stand."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._entries: dict[str, tar.Entry] = {}
        with open(path, "rb") as stream:
            for entry in tar.entries(stream):
                self._add(entry)
            if list(self._entries)[:2] != ["oci-layout", "index.json"]:
                raise Refused(_BROKEN, "it does not begin with oci-layout and index.json")
            tar.require_plain(stream, list(self._entries.values()))

    def _add(self, entry: tar.Entry) -> None:
        name = entry.path.decode("utf-8", "replace")
        if not _ENTRY.fullmatch(name) or name in self._entries or len(self._entries) == _MOST_ENTRIES:
            raise Refused(_BROKEN, f"the tar has the entry {name}, which no parcel has, or twice, or too many")
        self._entries[name] = entry

    def open(self, path: str) -> BinaryIO | None:
        entry = self._entries.get(path)
        if entry is None:
            return None
        with open(self._path, "rb") as stream:
            stream.seek(entry.offset)
            return io.BytesIO(stream.read(entry.size))


def open_layout(path: str) -> Layout:
    """The layout in a folder or a file; Refused if it is none."""
    try:
        return _Folder(path) if os.path.isdir(path) else _OneFile(path)
    except OSError as e:
        raise Refused(_BROKEN, f"it cannot be read: {e.strerror}") from None


def is_layout(path: str) -> bool:
    """Whether a folder is a layout, and not a parcel's folder."""
    return os.path.isfile(os.path.join(path, "oci-layout")) or os.path.isfile(os.path.join(path, "index.json"))
