"""Checks artefacts, step by step: each step is done if those before found nothing."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import Any

from . import canonical, content, definition, tar
from .build import CONFIG_TYPE, LAYER_FOLDERS, Artefact, Layer, annotations_of, build, by_path, effective, layers
from .content import MOST_BASES, Content
from .files import MOST_BYTES, MOST_FILES, TEXTS
from .layout import MOST_CONFIG, MOST_MANIFEST, PARCEL, Descriptor, Layout, descriptor, member, read_json
from .problems import Problems, Refused
from .validation import same

_MOST_LAYERS = 3 * (MOST_BASES + 1)
_REF_NAME = "org.opencontainers.image.ref.name"
_BROKEN, _KIND, _DIFFERS = "parcel.artefact-broken", "parcel.artefact-kind", "parcel.config-differs"
_NOT_CANONICAL = "parcel.not-canonical"


@dataclass(frozen=True)
class Head:
    """What is known of an artefact without a layer."""

    listed: Descriptor
    manifest: dict[str, Any]
    manifest_bytes: bytes
    config: dict[str, Any]
    config_bytes: bytes
    layers: list[Descriptor]


def read_head(layout: Layout, listed: Descriptor) -> Head:
    """Reads manifest and config; Refused if they are not those of a parcel."""
    manifest_bytes = layout.blob(listed, MOST_MANIFEST)
    manifest = read_json("the manifest", manifest_bytes)
    if not isinstance(manifest, dict) or manifest.get("artifactType") != PARCEL:
        raise Refused(_KIND, "the artefact is no parcel")
    about = descriptor(member(manifest, "config", dict))
    held = [descriptor(d) for d in member(manifest, "layers", list)]
    if member(manifest, "schemaVersion", int) != 2 or not isinstance(manifest.get("annotations", {}), dict):
        raise Refused(_BROKEN, "it is no manifest")
    if about.media_type != CONFIG_TYPE:
        raise Refused(_KIND, "its config is of another kind than those of parcels")
    if any(d.media_type not in LAYER_FOLDERS for d in held):
        raise Refused(_BROKEN, "a layer is of another kind than those of parcels")
    if len(held) > _MOST_LAYERS or sum(d.size for d in held) > 2 * MOST_BYTES:
        raise Refused("parcel.too-large", "its layers are more than those of a parcel can be")
    config_bytes = layout.blob(about, MOST_CONFIG)
    config = _config(config_bytes)
    return Head(listed, manifest, manifest_bytes, config, config_bytes, held)


def _config(text: bytes) -> dict[str, Any]:
    config = read_json("the config", text)
    if member(config, "format", int) != 1:
        raise Refused(_KIND, f"it is of the format {config['format']}, which is not known here")
    files = member(config, "files", list)
    if len(files) > MOST_FILES:
        raise Refused("parcel.too-many-files", f"it says that it has more than {MOST_FILES} files")
    if sum(member(file, "size", int) for file in files) > MOST_BYTES:
        raise Refused("parcel.too-large", f"it says that its files have more than {MOST_BYTES} bytes")
    for file in files:
        member(file, "path", str)
    documents_of(config)
    return config


def documents_of(told: Any) -> dict[str, bytes]:
    """The documents that a config tells of a parcel or a base."""
    documents = member(told, "documents", dict)
    if not set(documents) <= set(TEXTS) or definition.FILE not in documents:
        raise Refused(_BROKEN, "its documents are not those of a parcel")
    return {name: member(documents, name, str).encode() for name in documents}


class _Checker:
    def __init__(self, layout: Layout, artefact: str, problems: Problems) -> None:
        self.layout = layout
        self.artefact = artefact
        self.problems = problems

    def _problem(self, code: str, message: str) -> None:
        self.problems.add(self.artefact, 0, code, message)

    def check(self, listed: Descriptor) -> Artefact | None:
        try:
            head = read_head(self.layout, listed)
            held = self._layers(head)
            if self.problems:
                return None
            return self._check_content(head, held)
        except Refused as e:
            self._problem(e.code, e.message)
            return None

    def _layers(self, head: Head) -> list[Layer]:
        blobs = [self._blob(about) for about in head.layers]
        read = []
        for about, blob in zip(head.layers, blobs):
            if blob is not None and not self.problems:
                read.append(Layer(about.media_type, blob, tar.read_layer(io.BytesIO(blob), self.artefact, self.problems)))
        if sum(len(layer.files) for layer in read) > 2 * MOST_FILES or len(effective(read)) > MOST_FILES:
            raise Refused("parcel.too-many-files", f"it has more than {MOST_FILES} files")
        if sum(len(file.content) for file, _ in effective(read).values()) > MOST_BYTES:
            raise Refused("parcel.too-large", f"its files have more than {MOST_BYTES} bytes")
        return read

    def _blob(self, about: Descriptor) -> bytes | None:
        try:
            return self.layout.blob(about, 2 * MOST_BYTES)
        except Refused as e:
            self._problem(e.code, e.message)
            return None

    def _check_content(self, head: Head, held: list[Layer]) -> Artefact | None:
        self._compare_files(head.config, held)
        if self.problems:
            return None
        documents = documents_of(head.config)
        base, below = self._base(head.config.get("base"), held)
        self._check_kinds(held, below)
        if self.problems:
            return None
        own = {path for layer in held[below:] for path in (file.path for file in layer.files)}
        counting = {path: file.executable for path, (file, _) in effective(held).items()}
        if content.too_large(documents, self.problems):
            return None
        said = content.read_documents(documents, base, self.problems)
        content.check_needed(said, set(counting), self.problems)
        if said is None or self.problems:
            return None
        content.check_files(said, counting, own, self.problems)
        content.check_base(said, self.problems)
        if self.problems:
            return None
        return self._compare(head, held, said, below)

    def _check_kinds(self, held: list[Layer], below: int) -> None:
        order = [list(LAYER_FOLDERS).index(layer.media_type) for layer in held[below:]]
        if any(a >= b for a, b in zip(order, order[1:])):
            raise Refused(_BROKEN, "its layers are not in the order of a parcel's")
        for number, layer in enumerate(held):
            for file in layer.files:
                if file.path.split("/")[0] not in LAYER_FOLDERS[layer.media_type]:
                    self._problem("parcel.layer-differs", f"{file.path} cannot be in layer {number}")

    def _compare_files(self, config: dict[str, Any], held: list[Layer]) -> None:
        said = {file["path"]: file for file in config["files"]}
        if len(said) < len(config["files"]):
            self._problem("parcel.layer-differs", "the config lists a file twice")
        found = {
            path: {
                "digest": file.digest,
                "executable": file.executable,
                "layer": number,
                "path": path,
                "size": len(file.content),
            }
            for path, (file, number) in effective(held).items()
        }
        for path in sorted(said.keys() | found.keys()):
            if not same(said.get(path), found.get(path)):
                self._problem("parcel.layer-differs", f"{path} is not in the layers as the config says, or not listed")

    def _base(self, told: Any, held: list[Layer], depth: int = 0) -> tuple[Content | None, int]:
        """The base that a config tells of, and how many of the layers are its own or of its bases."""
        if told is None:
            return None, 0
        if depth == MOST_BASES:
            raise Refused(_DIFFERS, f"there are more than {MOST_BASES} bases")
        digest = member(told, "digest", str)
        problems = Problems()
        count = member(told, "layers", int)
        below, first = self._base(told.get("base"), held, depth + 1)
        documents = documents_of(told)
        base = None if content.too_large(documents, problems) else content.read_documents(documents, below, problems)
        if base is None or problems or not first <= count <= len(held):
            raise Refused(_DIFFERS, f"the documents or layers of the base {member(told, 'name', str)} are wrong")
        if build(base, held[:count]).digest != digest:
            raise Refused(_NOT_CANONICAL, f"the base {member(told, 'name', str)}, built anew, has another digest than {digest}")
        return replace(base, digest=digest, layers=count), count

    def _compare(self, head: Head, held: list[Layer], said: Content, below: int) -> Artefact | None:
        own = {f.path: f for layer in held[below:] for f in layer.files}
        made = build(said, held[:below] + layers(list(own.values())))
        config, of_manifest = canonical.read(made.config), annotations_of(said)
        if not same({**config, "files": []}, {**head.config, "files": []}):
            self._problem(_DIFFERS, "the config says something else than its documents")
        if head.manifest.get("annotations") != of_manifest:
            self._problem(_DIFFERS, "the annotations of the manifest say something else than the documents")
        expected = of_manifest | {_REF_NAME: f"{said.definition.name}:{said.definition.version}"}
        if any(head.listed.annotations.get(key, value) != value for key, value in expected.items()):
            self._problem(_DIFFERS, "the annotations in the index say something else than the documents")
        canonical_below = all(_is_canonical(layer) for layer in held[:below])
        if not self.problems and (made.manifest != head.manifest_bytes or not canonical_below):
            self._problem(_NOT_CANONICAL, f"built anew it is {made.digest}")
        return made


def _is_canonical(layer: Layer) -> bool:
    return layer.blob == tar.write(sorted(layer.files, key=by_path))


def check(layout: Layout, listed: Descriptor, artefact: str, problems: Problems) -> Artefact | None:
    """Checks all of an artefact; None, or with problems, if something is wrong."""
    return _Checker(layout, artefact, problems).check(listed)


def read_layer(layout: Layout, about: Descriptor, path: str) -> bytes | None:
    """One file of a layer, which is checked by its digest only."""
    stream = io.BytesIO(layout.blob(about, 2 * MOST_BYTES))
    for entry in tar.entries(stream):
        if entry.is_file and entry.path == path.encode():
            stream.seek(entry.offset)
            return stream.read(entry.size)
    return None
