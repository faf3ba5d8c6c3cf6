"""Makes artefacts: layers, config, manifest and the one file, the same bytes wherever that is done."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from . import canonical, tar
from .content import Content
from .files import File
from .layout import INDEX, MANIFEST, PARCEL

CONFIG_TYPE = "application/vnd.cadastre.parcel.config.v1+json"
LAYER_FOLDERS = {
    "application/vnd.cadastre.parcel.docs.v1.tar": ("docs",),
    "application/vnd.cadastre.parcel.changes.v1.tar": ("changes", "templates", "tests"),
    "application/vnd.cadastre.parcel.files.v1.tar": ("files",),
}
"""The types of layers in their order, each with what it holds."""


@dataclass(frozen=True)
class Layer:
    """A layer with its files; a base's need not be in the form that is written here."""

    media_type: str
    blob: bytes
    files: list[File]

    @cached_property
    def descriptor(self) -> dict[str, Any]:
        return _descriptor(self.media_type, self.blob)


@dataclass(frozen=True)
class Artefact:
    """All blobs of a parcel."""

    content: Content
    layers: list[Layer]
    config: bytes
    manifest: bytes

    @property
    def digest(self) -> str:
        return canonical.digest(self.manifest)


def by_path(file: File) -> bytes:
    """How files are sorted."""
    return file.path.encode("utf-8", "surrogateescape")


def layers(files: list[File]) -> list[Layer]:
    """The layers of a parcel's own files, without empty ones."""
    made = []
    for media_type, folders in LAYER_FOLDERS.items():
        held = sorted((f for f in files if f.path.split("/")[0] in folders), key=by_path)
        if held:
            made.append(Layer(media_type, tar.write(held), held))
    return made


def effective(below: list[Layer]) -> dict[str, tuple[File, int]]:
    """The files that count, each with the number of its layer."""
    return {file.path: (file, number) for number, layer in enumerate(below) for file in layer.files}


def build(content: Content, all_layers: list[Layer]) -> Artefact:
    """The artefact of a parcel with all its layers, those of the base first."""
    config = canonical.write(config_of(content, all_layers))
    manifest = {
        "annotations": annotations_of(content),
        "artifactType": PARCEL,
        "config": _descriptor(CONFIG_TYPE, config),
        "layers": [layer.descriptor for layer in all_layers],
        "mediaType": MANIFEST,
        "schemaVersion": 2,
    }
    return Artefact(content, all_layers, config, canonical.write(manifest))


def _descriptor(media_type: str, blob: bytes) -> dict[str, Any]:
    return {"digest": canonical.digest(blob), "mediaType": media_type, "size": len(blob)}


def _provides(content: Content) -> list[tuple[str, str]]:
    return sorted(content.provides.items())


def annotations_of(content: Content) -> dict[str, str]:
    """The annotations of a parcel's manifest."""
    said = content.definition
    annotations = {
        "dev.cadastre.parcel.provides": "\n".join(f"{n} {v}" for n, v in _provides(content)),
        "org.opencontainers.image.description": said.summary,
        "org.opencontainers.image.licenses": said.licence,
        "org.opencontainers.image.title": said.name,
        "org.opencontainers.image.version": said.version,
    }
    if content.requires:
        lines = (str(r) for _, r in sorted(content.requires.items()))
        annotations["dev.cadastre.parcel.requires"] = "\n".join(lines)
    return annotations


def config_of(content: Content, all_layers: list[Layer]) -> dict[str, Any]:
    """The config of a parcel."""
    said = content.definition
    config = {
        "documents": content.documents,
        "files": [_file(f, n) for f, n in sorted(effective(all_layers).values(), key=lambda e: by_path(e[0]))],
        "format": 1,
        "licence": said.licence,
        "name": said.name,
        "provides": [{"name": n, "version": v} for n, v in _provides(content)],
        "requires": [
            {"binding": b, "name": r.name, "optional": r.optional, "range": r.range}
            for b, r in sorted(content.requires.items())
        ],
        "summary": said.summary,
        "version": said.version,
    }
    if said.owner is not None:
        config["owner"] = said.owner
    if content.base is not None:
        config["base"] = _base(content.base)
    return config


def _file(file: File, layer: int) -> dict[str, Any]:
    return {
        "digest": file.digest,
        "executable": file.executable,
        "layer": layer,
        "path": file.path,
        "size": len(file.content),
    }


def _base(base: Content) -> dict[str, Any]:
    told = {
        "digest": base.digest,
        "documents": base.documents,
        "layers": base.layers,
        "name": base.definition.name,
        "version": base.definition.version,
    }
    return told | ({"base": _base(base.base)} if base.base else {})


def one_file(artefact: Artefact) -> bytes:
    """NAME-VERSION.parcel."""
    manifest = json.loads(artefact.manifest)
    name = f"{artefact.content.definition.name}:{artefact.content.definition.version}"
    listed = {
        "annotations": manifest["annotations"] | {"org.opencontainers.image.ref.name": name},
        "artifactType": PARCEL,
        **_descriptor(MANIFEST, artefact.manifest),
    }
    index = {"manifests": [listed], "mediaType": INDEX, "schemaVersion": 2}
    blobs = [artefact.manifest, artefact.config, *(layer.blob for layer in artefact.layers)]
    named = {f"blobs/sha256/{canonical.digest(blob)[7:]}": blob for blob in blobs}
    files = {"oci-layout": canonical.write({"imageLayoutVersion": "1.0.0"}), "index.json": canonical.write(index)}
    return tar.write([File(path, False, content) for path, content in (files | named).items()])
