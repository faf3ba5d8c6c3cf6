#!/usr/bin/env python3
"""Makes the artefacts of the cases beside it, good ones and those that lie: always the same bytes.

Without an argument it writes them; with --check it tells which are not as it would write them, and ends with 1.
It shares no code with any implementation, so that none is its own judge.
"""

from __future__ import annotations

import copy
import gzip
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
KIND = "application/vnd.cadastre.parcel."
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
DSSE = "application/vnd.dsse.envelope.v1+json"
TITLE = "org.opencontainers.image.title"
INI = """[parcel]
name = {name}
version = {version}
summary = The least that a parcel is
licence = Apache-2.0
"""
DOCS = ("docs/index.md", b"# The manual\n")
INSTALL = ("changes/install.change", b"[change]\nname = minimal\n")


def canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


def header(path: bytes, size: int, kind: bytes = b"0", mode: int = 0o644, mtime: int = 0, link: bytes = b"") -> bytes:
    block = path[:100].ljust(100, b"\0") + b"%07o\0" % mode + b"0000000\0" * 2 + b"%011o\0%011o\0" % (size, mtime)
    block += b" " * 8 + kind + link.ljust(100, b"\0") + b"ustar\x0000"
    block = block.ljust(512, b"\0")
    return block[:148] + b"%06o\0 " % sum(block) + block[156:]


def entry(path: str | bytes, content: bytes = b"", kind: bytes = b"0", **more: Any) -> bytes:
    name = path.encode() if isinstance(path, str) else path
    pax = b""
    if len(name) > 100:
        length = len(name) + len(" path=\n")
        length += len(str(length + len(str(length))))
        record = b"%d path=%s\n" % (length, name)
        pax = entry("././@PaxHeader", record, b"x")
    return pax + header(name, len(content), kind, **more) + content + bytes(-len(content) % 512)


def tar(*entries: bytes) -> bytes:
    return b"".join(entries) + bytes(1024)


def told(media_type: str, blob: bytes, **more: Any) -> dict[str, Any]:
    return {"digest": digest(blob), "mediaType": media_type, "size": len(blob), **more}


@dataclass
class Parcel:
    """A parcel of which anything can be changed before it is written, so that it lies."""

    name: str = "minimal"
    version: str = "1.0.0"
    ini: str = INI
    schema: str = ""
    layers: list[tuple[str, bytes]] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)
    config_more: dict[str, Any] = field(default_factory=dict)
    provides: list[tuple[str, str]] = field(default_factory=list)
    of_config: Callable[[dict[str, Any]], Any] = lambda config: config
    of_manifest: Callable[[dict[str, Any]], Any] = lambda manifest: manifest
    of_index: Callable[[dict[str, Any]], Any] = lambda index: index
    of_blobs: Callable[[dict[str, bytes]], Any] = lambda blobs: blobs
    write: Callable[[Any], bytes] = canonical

    def layer(self, kind: str, *files: tuple[str, bytes], blob: bytes | None = None, executable: bool = False) -> Parcel:
        """Adds a layer; with a blob of its own that stands for the one that these files make."""
        number = len(self.layers)
        mode = 0o755 if executable else 0o644
        made = tar(*(entry(path, content, mode=mode) for path, content in files))
        self.layers.append((KIND + kind + ".v1.tar", made if blob is None else blob))
        for path, content in files:
            self.files = [f for f in self.files if f["path"] != path]
            self.files.append(
                {"digest": digest(content), "executable": executable, "layer": number, "path": path, "size": len(content)}
            )
        return self

    def config(self) -> dict[str, Any]:
        documents = {"parcel.ini": self.ini.format(name=self.name, version=self.version)}
        documents |= {"parameters.schema.json": self.schema} if self.schema else {}
        provides = [{"name": n, "version": v} for n, v in sorted([(self.name, self.version), *self.provides])]
        config = {"documents": documents, "files": sorted(self.files, key=lambda f: f["path"].encode()), "format": 1}
        config |= {"licence": "Apache-2.0", "name": self.name, "provides": provides, "requires": []}
        config |= {"summary": "The least that a parcel is", "version": self.version}
        return config | self.config_more

    def annotations(self) -> dict[str, str]:
        image = "org.opencontainers.image."
        provides = "\n".join(f"{n} {v}" for n, v in sorted([(self.name, self.version), *self.provides]))
        return {
            "dev.cadastre.parcel.provides": provides,
            image + "description": "The least that a parcel is",
            image + "licenses": "Apache-2.0",
            TITLE: self.name,
            image + "version": self.version,
        }

    def blobs(self) -> tuple[bytes, dict[str, bytes]]:
        config = self.write(self.of_config(self.config()))
        manifest = {
            "annotations": self.annotations(),
            "artifactType": KIND + "v1",
            "config": told(KIND + "config.v1+json", config),
            "layers": [told(kind, blob) for kind, blob in self.layers],
            "mediaType": MANIFEST,
            "schemaVersion": 2,
        }
        changed = self.of_manifest(manifest)
        written = changed if isinstance(changed, bytes) else canonical(changed)
        each = [written, config, *(blob for _, blob in self.layers)]
        return written, {f"blobs/sha256/{digest(blob)[7:]}": blob for blob in each}

    def one_file(self, *more: bytes) -> bytes:
        manifest, blobs = self.blobs()
        noted = self.annotations() | {"org.opencontainers.image.ref.name": f"{self.name}:{self.version}"}
        listed = told(MANIFEST, manifest, annotations=noted, artifactType=KIND + "v1")
        index = {"manifests": [listed], "mediaType": "application/vnd.oci.image.index.v1+json", "schemaVersion": 2}
        files = {"oci-layout": canonical({"imageLayoutVersion": "1.0.0"}), "index.json": self.of_index(index)}
        index_json = files["index.json"]
        files["index.json"] = index_json if isinstance(index_json, bytes) else canonical(index_json)
        changed = self.of_blobs(files | blobs)
        return tar(*(entry(path, content) for path, content in changed.items()), *more)


def minimal(**changes: Any) -> Parcel:
    """The least that a parcel is."""
    return Parcel(**changes).layer("docs", DOCS).layer("changes", INSTALL)


def with_docs(*entries: bytes, **changes: Any) -> bytes:
    """One whose layer of docs has these entries behind the right one."""
    parcel = Parcel(**changes).layer("docs", DOCS, blob=tar(entry(*DOCS), *entries))
    return parcel.layer("changes", INSTALL).one_file()


def changed(path: str, value: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Sets one member, by names and numbers that are divided by blanks."""

    def change(of: dict[str, Any]) -> dict[str, Any]:
        of = copy.deepcopy(of)
        *way, last = [int(part) if part.isdigit() else part for part in path.split(" ")]
        inner: Any = of
        for part in way:
            inner = inner[part]
        inner[last] = value(inner[last]) if callable(value) else value
        return of

    return change


def blob_number(number: int, change: Callable[[bytes], bytes | None]) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """Changes one entry of the file (0 is oci-layout, 2 the manifest) or leaves it out."""

    def of_blobs(blobs: dict[str, bytes]) -> dict[str, bytes]:
        path = list(blobs)[number]
        made = change(blobs[path])
        return {p: (b if p != path else made or b) for p, b in blobs.items() if p != path or made is not None}

    return of_blobs


def flipped(blob: bytes) -> bytes:
    return blob[:20] + bytes([blob[20] ^ 1]) + blob[21:]


def signed() -> bytes:
    """A signature behind the layers; nobody's key made it, for who checks a parcel does not ask whose it is."""
    envelope = canonical({"payload": "e30=", "payloadType": "application/vnd.in-toto+json", "signatures": []})
    parcel = minimal()
    about, empty = parcel.blobs()[0], b"{}"
    manifest = canonical(
        {
            "artifactType": DSSE,
            "config": told("application/vnd.oci.empty.v1+json", empty),
            "layers": [told(DSSE, envelope)],
            "mediaType": MANIFEST,
            "schemaVersion": 2,
            "subject": told(MANIFEST, about),
        }
    )
    listed = told(MANIFEST, manifest, artifactType=DSSE)
    parcel.of_index = changed("manifests", lambda manifests: [*manifests, listed])
    return parcel.one_file(*(entry(f"blobs/sha256/{digest(b)[7:]}", b) for b in (manifest, empty, envelope)))


SITE = """[parcel]
name = site
version = {version}
summary = The least that a parcel is
licence = Apache-2.0
provides = wsgi 1

[provide wsgi]
port = 8000

[needs]
memory = 64M
"""
SITE_SCHEMA = '{"type": "object", "properties": {"port": {"type": "integer", "minimum": 1, "default": 8000}}}\n'
SITE_FILES = (("files/shared/own.txt", b"of the base\n"), ("files/shared/settings.ini", b"[site]\n"))


def site(version: str) -> Parcel:
    """A base."""
    parcel = minimal(name="site", version=version, ini=SITE, schema=SITE_SCHEMA, provides=[("wsgi", "1")])
    return parcel.layer("files", *SITE_FILES)


def on(base: Parcel, name: str, version: str = "2.0.0") -> Parcel:
    """A parcel that builds on another, and provides what that provides, except its name."""
    ini = INI.replace("licence", f"base = {base.name} >= 1\nlicence")
    manifest, _ = base.blobs()
    below = {"digest": digest(manifest), "documents": base.config()["documents"], "name": base.name}
    below["layers"] = len(base.layers)
    below |= {"version": base.version} | ({"base": base.config_more["base"]} if base.config_more else {})
    more = {"config_more": {"base": below}, "provides": base.provides}
    made = Parcel(name, version, ini, layers=list(base.layers), files=list(base.files), **more)
    return made.layer("docs", ("docs/index.md", b"# Another manual\n"))


def bomb(config: dict[str, Any]) -> dict[str, Any]:
    listed = [config["files"][0] | {"path": f"changes/{number:05}"} for number in range(20_000)]
    return config | {"files": [*listed, *config["files"]]}


def artefacts() -> Iterator[tuple[str, bytes]]:
    """Path below this folder, and content, of each."""
    long_path = "/".join(["docs", *("d" * 30 for _ in range(3)), "page.md"])
    yield "good-artefact/input.parcel", minimal().one_file()
    yield "good-artefact-signed/input.parcel", signed()
    yield "good-layout/input.parcel", minimal().one_file()
    paged = Parcel().layer("docs", (long_path, b"# Far\n"), DOCS).layer("changes", INSTALL)
    yield "good-artefact-pax/input.parcel", paged.one_file()
    middle = on(site("1.1.0"), "middle")
    yield "good-artefact-on-bases/input.parcel", on(middle, "top", "3.0.0").one_file()
    for case in ("good-base", "good-base-overlay", "good-base-inherits", "bad-base-missing"):
        yield f"{case}/bases/site-1.1.0.parcel", site("1.1.0").one_file()
    for version in ("1.1.0", "1.2.0", "2.0.0-rc.1"):
        yield f"good-base-highest/bases/site-{version}.parcel", site(version).one_file()
    yield "good-base-pre-release/bases/site-2.0.0-rc.1.parcel", site("2.0.0-rc.1").one_file()
    yield "good-base-two-deep/bases/middle-2.0.0.parcel", middle.one_file()
    yield "bad-base-cycle-below/bases/middle-2.0.0.parcel", middle.one_file()
    yield "bad-base-altered/bases/site-1.1.0.parcel", replaced(site("1.1.0"), 4, flipped)
    for name, content in bad_artefacts():
        yield f"bad-artefact-{name}/" + ("input.parcel.gz" if name == "file-count" else "input.parcel"), content


def replaced(parcel: Parcel, number: int, change: Callable[[bytes], bytes | None]) -> bytes:
    parcel.of_blobs = blob_number(number, change)
    return parcel.one_file()


def bad_artefacts() -> Iterator[tuple[str, bytes]]:
    yield from bad_entries()
    yield from bad_sizes()
    yield from bad_blobs()
    yield from differing()
    yield from not_canonical()
    yield from other_kinds()
    yield from broken()


def bad_entries() -> Iterator[tuple[str, bytes]]:
    yield "path-traversal", with_docs(entry("docs/../../evil", b"x"))
    yield "path-absolute", with_docs(entry("/etc/evil", b"x"))
    yield "path-not-utf8", with_docs(entry(b"docs/\xff.md", b"x"))
    yield "path-backslash", with_docs(entry("docs\\evil", b"x"))
    yield "path-unseen", with_docs(entry("docs/a\u200bb.md", b"x"))
    yield "path-deep", with_docs(entry("docs/" + "d/" * 31 + "x", b"x"))
    yield "path-long-part", with_docs(entry("docs/" + "d" * 256, b"x"))
    yield "symbolic-link", with_docs(entry("docs/evil", kind=b"2", link=b"/etc/passwd"))
    yield "hard-link", with_docs(entry("docs/evil", kind=b"1", link=b"docs/index.md"))
    yield "device", with_docs(entry("docs/evil", kind=b"3"))
    yield "pipe", with_docs(entry("docs/evil", kind=b"6"))
    yield "folder", with_docs(entry("docs/folder", kind=b"5"))
    yield "entry-twice", with_docs(entry(*DOCS))
    reverse = minimal(of_blobs=lambda blobs: dict(reversed(list(blobs.items()))))
    yield "outer-order", reverse.one_file()
    yield "outer-file", minimal().one_file(entry("notes.txt", b"not of the layout\n"))
    yield "outer-twice", minimal().one_file(entry("oci-layout", b"{}"))
    yield "outer-time", minimal().one_file(entry("blobs/sha256/" + "0" * 64, b"", mtime=1))
    yield "outer-more", minimal().one_file() + bytes(512)
    yield "outer-traversal", minimal().one_file(entry("../evil", b"x"))
    yield "outer-link", minimal().one_file(entry("blobs/evil", kind=b"2", link=b"/etc/passwd"))


def bad_sizes() -> Iterator[tuple[str, bytes]]:
    yield "file-count", gzip.compress(minimal(of_config=bomb).one_file(), mtime=0)
    yield "file-size", minimal(of_config=changed("files 0 size", 300 << 20)).one_file()
    yield "layer-size", minimal(of_manifest=changed("layers 0 size", 1 << 40)).one_file()
    yield "config-size", minimal(of_manifest=changed("config size", (8 << 20) + 1)).one_file()
    yield "manifest-size", minimal(of_index=changed("manifests 0 size", (4 << 20) + 1)).one_file()
    long_ini = INI + "# " + "x" * 65_536 + "\n"
    yield "document-size", minimal(ini=long_ini).one_file()


def bad_blobs() -> Iterator[tuple[str, bytes]]:
    for number, name in ((2, "manifest"), (3, "config"), (4, "layer")):
        yield name + "-altered", replaced(minimal(), number, flipped)
        yield name + "-missing", replaced(minimal(), number, lambda blob: None)
    yield "layer-size-wrong", minimal(of_manifest=changed("layers 0 size", lambda size: size + 512)).one_file()
    yield "layer-longer", replaced(minimal(), 4, lambda blob: blob + bytes(512))


def differing() -> Iterator[tuple[str, bytes]]:
    yield "config-summary", minimal(of_config=changed("summary", "Something else")).one_file()
    yield "config-version", minimal(of_config=changed("version", "1.0.1")).one_file()
    required = [{"binding": "db", "name": "postgresql", "optional": False, "range": ""}]
    yield "config-requires", minimal(of_config=changed("requires", required)).one_file()
    yield "config-owner", minimal(config_more={"owner": "payments"}).one_file()
    yield "annotation-title", minimal(of_manifest=changed("annotations " + TITLE, "other")).one_file()
    yield "annotation-index", minimal(of_index=changed("manifests 0 annotations " + TITLE, "other")).one_file()
    yield "base-digest", lying_base()
    yield "layer-more-files", with_docs(entry("docs/more.md", b"x"))
    few = Parcel().layer("docs", DOCS, ("docs/more.md", b"x"), blob=tar(entry(*DOCS))).layer("changes", INSTALL)
    yield "layer-fewer-files", few.one_file()
    yield "layer-other-file", minimal(of_config=changed("files 0 digest", digest(b"other"))).one_file()
    yield "layer-other-rights", minimal(of_config=changed("files 0 executable", True)).one_file()
    yield "layer-other-number", minimal(of_config=changed("files 0 layer", 0)).one_file()


def lying_base() -> bytes:
    """It says that it builds on a parcel that its layers do not make."""
    parcel = on(site("1.1.0"), "top", "3.0.0")
    parcel.config_more["base"]["digest"] = digest(b"another base")
    return parcel.one_file()


def not_canonical() -> Iterator[tuple[str, bytes]]:
    def of_docs(*entries: bytes, files: tuple[tuple[str, bytes], ...] = (DOCS,)) -> bytes:
        return Parcel().layer("docs", *files, blob=tar(*entries)).layer("changes", INSTALL).one_file()

    more = ("docs/more.md", b"x")
    yield "layer-time", of_docs(entry(*DOCS, mtime=1_700_000_000))
    yield "layer-mode", of_docs(entry(*DOCS, mode=0o600))
    yield "layer-unsorted", of_docs(entry(*more), entry(*DOCS), files=(DOCS, more))
    yield "layer-order", Parcel().layer("changes", INSTALL).layer("docs", DOCS).one_file()
    yield "layer-of-another-kind", Parcel().layer("docs", INSTALL).layer("changes", DOCS).one_file()
    yield "config-blanks", minimal(write=lambda value: json.dumps(value, sort_keys=True).encode()).one_file()
    yield "manifest-blanks", minimal(of_manifest=lambda m: json.dumps(m, sort_keys=True).encode()).one_file()


def other_kinds() -> Iterator[tuple[str, bytes]]:
    foreign = "application/vnd.example.other.v1"

    def listed_as_foreign(index: dict[str, Any]) -> dict[str, Any]:
        return changed("manifests 0 artifactType", foreign)(index)

    yield "kind", minimal(of_manifest=changed("artifactType", foreign), of_index=listed_as_foreign).one_file()
    yield "kind-hidden", minimal(of_manifest=changed("artifactType", foreign)).one_file()
    yield "kind-of-layer", minimal(of_manifest=changed("layers 0 mediaType", foreign)).one_file()
    yield "kind-of-config", minimal(of_manifest=changed("config mediaType", foreign)).one_file()
    yield "format", minimal(of_config=changed("format", 2)).one_file()
    yield "none", minimal(of_index=changed("manifests", [])).one_file()
    other = minimal(version="1.1.0")
    manifest, blobs = other.blobs()
    listed = told(MANIFEST, manifest, annotations=other.annotations(), artifactType=KIND + "v1")
    two = minimal(of_index=changed("manifests", lambda manifests: [*manifests, listed]))
    known = two.blobs()[1]
    yield "two", two.one_file(*(entry(path, blob) for path, blob in blobs.items() if path not in known))


def broken() -> Iterator[tuple[str, bytes]]:
    html = b"<!DOCTYPE html>\n<html><body>Sign in</body></html>\n"
    whole = minimal().one_file()
    yield "empty", b""
    yield "html", html
    yield "cut-off", whole[: len(whole) // 2 + 100]
    yield "index-html", minimal(of_index=lambda index: html).one_file()
    yield "index-missing", replaced(minimal(), 1, lambda blob: None)
    yield "layout-missing", replaced(minimal(), 0, lambda blob: None)
    yield "json-twice", minimal(of_manifest=lambda m: canonical(m)[:-1] + b',"schemaVersion":2}').one_file()
    yield "json-deep", minimal(of_manifest=lambda m: b"[" * 10_000 + b"]" * 10_000).one_file()
    yield "json-shape", minimal(of_manifest=changed("layers", "none")).one_file()
    yield "digest-wrong", minimal(of_manifest=changed("layers 0 digest", "sha256:../../../../etc/passwd")).one_file()
    lying = bytearray(entry(*DOCS))
    lying[150] ^= 1
    yield "sum-wrong", Parcel().layer("docs", DOCS, blob=tar(bytes(lying))).layer("changes", INSTALL).one_file()
    cut = tar(header(DOCS[0].encode(), 1 << 32))
    yield "layer-cut-off", Parcel().layer("docs", DOCS, blob=cut).layer("changes", INSTALL).one_file()
    yield "definition", minimal(ini=INI + "colour = blue\n").one_file()
    yield "change-missing", Parcel().layer("docs", DOCS).one_file()


def unpacked(content: bytes) -> bytes:
    """What counts: another zlib may compress otherwise."""
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def main() -> int:
    differ = []
    for name, content in artefacts():
        path = HERE / name
        if sys.argv[1:] == ["--check"]:
            differ += [] if path.is_file() and unpacked(path.read_bytes()) == unpacked(content) else [name]
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    print("\n".join(f"{name}: differs from what is made" for name in differ), end="\n" if differ else "")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
