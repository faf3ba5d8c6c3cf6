"""Tars: those of parcels are written to the byte, those of others are read with mistrust."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from .files import File, path_fault
from .problems import Problems, Refused

BLOCK = 512
_NAME_BYTES = 100
_MOST_PAX = 64 * 1024
_BROKEN = "parcel.artefact-broken"


def _header(name: bytes, kind: bytes, mode: bytes, size: int) -> bytes:
    header = bytearray(BLOCK)
    header[0 : len(name)] = name
    header[100:108] = mode + b"\0"
    header[108:124] = b"0000000\0" * 2
    header[124:136] = b"%011o\0" % size
    header[136:148] = b"00000000000\0"
    header[148:156] = b" " * 8
    header[156:157] = kind
    header[257:265] = b"ustar\00000"
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)


def _padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % BLOCK)


def _pax_path(path: bytes) -> bytes:
    rest = b" path=" + path + b"\n"
    length = len(rest) + 1
    while len(b"%d" % length + rest) != length:
        length += 1
    return b"%d" % length + rest


def write(files: list[File]) -> bytes:
    """A tar of these files, in this order."""
    parts = []
    for file in files:
        name = file.path.encode()
        if len(name) > _NAME_BYTES:
            record = _pax_path(name)
            parts += [_header(b"././@PaxHeader", b"x", b"0000644", len(record)), _padded(record)]
        mode = b"0000755" if file.executable else b"0000644"
        parts += [_header(name[:_NAME_BYTES], b"0", mode, len(file.content)), _padded(file.content)]
    return b"".join(parts) + bytes(2 * BLOCK)


@dataclass(frozen=True)
class Entry:
    """What a header says; the stream stands at the content, which begins at offset."""

    path: bytes
    kind: bytes
    executable: bool
    size: int
    offset: int

    @property
    def is_file(self) -> bool:
        return self.kind in (b"0", b"\0")


def entries(stream: BinaryIO) -> Iterator[Entry]:
    """The entries of a tar that can be sought in; Refused if it is broken or cut off."""
    end = stream.seek(0, 2)
    at, path = 0, None
    while True:
        stream.seek(at)
        header = stream.read(BLOCK)
        if len(header) == BLOCK and not any(header):
            return
        entry = _entry(header, path, at + BLOCK)
        at = entry.offset + entry.size + -entry.size % BLOCK
        if at > end:
            raise Refused(_BROKEN, "the tar is cut off")
        if entry.kind == b"x":
            if entry.size > _MOST_PAX:
                raise Refused(_BROKEN, "a pax header of the tar is too long")
            path = _path_of_pax(stream.read(entry.size)) or path
        else:
            path = None
            yield entry


def require_plain(stream: BinaryIO, read: list[Entry]) -> None:
    """Refused if a tar with these entries is not as it is written here, to the byte but for contents."""
    at = 0
    for entry in read:
        stream.seek(at)
        end = entry.offset + entry.size
        at = end + -entry.size % BLOCK
        is_plain = stream.read(BLOCK) == _header(entry.path, b"0", b"0000644", entry.size)
        stream.seek(end)
        if not is_plain or any(stream.read(at - end)):
            raise Refused(_BROKEN, "the tar has a header that no parcel has, or something between its entries")
    stream.seek(at)
    if stream.read(3 * BLOCK) != bytes(2 * BLOCK):
        raise Refused(_BROKEN, "the tar has no end, or something behind it")


def _entry(header: bytes, path: bytes | None, offset: int) -> Entry:
    if len(header) < BLOCK:
        raise Refused(_BROKEN, "the tar is cut off")
    total = sum(header) - sum(header[148:156]) + 8 * ord(" ")
    if header[257:262] != b"ustar" or _number(header[148:156]) != total:
        raise Refused(_BROKEN, "it is no tar, or a header's sum is wrong")
    name = header[:100].split(b"\0")[0]
    prefix = header[345:500].split(b"\0")[0] if header[257:263] == b"ustar\0" else b""
    name = path or (prefix + b"/" + name if prefix else name)
    return Entry(name, header[156:157], bool(_number(header[100:108]) & 0o100), _number(header[124:136]), offset)


def _number(field: bytes) -> int:
    digits = field.split(b"\0")[0].strip(b" ")
    if not digits or any(d not in b"01234567" for d in digits):
        raise Refused(_BROKEN, "a header of the tar has a number that is none")
    return int(digits, 8)


def _path_of_pax(records: bytes) -> bytes | None:
    path = None
    while records:
        length, _, _ = records.partition(b" ")
        if not length.isdigit() or len(length) > 6 or not 0 < int(length) <= len(records):
            raise Refused(_BROKEN, "a pax header of the tar is broken")
        key, equals, value = records[len(length) + 1 : int(length)].partition(b"=")
        if not equals or value[-1:] != b"\n" or key in (b"size", b"linkpath"):
            raise Refused(_BROKEN, "a pax header of the tar is broken, or says what none may")
        path = value[:-1] if key == b"path" else path
        records = records[int(length) :]
    return path


def read_layer(stream: BinaryIO, artefact: str, problems: Problems) -> list[File]:
    """The files of a layer; what no parcel can have is told and left out."""
    found: dict[str, File] = {}
    for entry in entries(stream):
        path = entry.path.decode("utf-8", "surrogateescape")
        fault = path_fault(path) if entry.is_file else "is no file"
        if path in found:
            fault = "is there twice"
        if fault:
            problems.add(artefact, 0, "parcel.layer-entry", f"the entry {path} of a layer {fault}")
            continue
        stream.seek(entry.offset)
        found[path] = File(path, entry.executable, stream.read(entry.size))
    return list(found.values())
