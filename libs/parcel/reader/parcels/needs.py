"""The forms of values in [needs] and [test NAME], each with what to write."""

from __future__ import annotations

import re
from collections.abc import Callable

from .versions import bounds, is_their_version

Form = tuple[Callable[[str], bool], str]

_SIZE = re.compile(r"[1-9][0-9]{0,14}[KMGT]?")
_ABSOLUTE = re.compile(r"/\S*")
_WORD = re.compile(r"[A-Za-z0-9._+-]{1,100}")
_DURATION = re.compile(r"(?=[0-9])(?:([0-9]{1,8})d)?(?:([0-9]{1,8})h)?(?:([0-9]{1,8})m)?(?:([0-9]{1,8})s)?")
_ARGUMENT = re.compile(r"""(?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+""", re.DOTALL)
_TO_SECONDS = (86_400, 3_600, 60, 1)
MINUTE, DAY = 60, 86_400


def _is_disk(value: str) -> bool:
    size, *path = value.split()[:3] or [""]
    return _SIZE.fullmatch(size) is not None and (not path or len(path) == 1 and bool(_ABSOLUTE.fullmatch(path[0])))


def _words(value: str) -> list[str]:
    return value.replace(",", " ").split()


def _are_ports(value: str) -> bool:
    ports = _words(value)
    return bool(ports) and all(re.fullmatch(r"[1-9][0-9]{0,4}", p) and int(p) <= 65535 for p in ports)


def _are_ranges(value: str) -> bool:
    lines = [line.split(None, 1) for line in value.split("\n") if line.strip()]
    return bool(lines) and all(
        _WORD.fullmatch(name) and bounds(" ".join(limits), is_their_version) is not None for name, *limits in lines
    )


def _are_words(value: str) -> bool:
    words = _words(value)
    return bool(words) and all(_WORD.fullmatch(word) for word in words)


def _lasts(value: str, least: int, most: int) -> bool:
    parts = _DURATION.fullmatch(value)
    if parts is None:
        return False
    return least <= sum(int(n or 0) * unit for n, unit in zip(parts.groups(), _TO_SECONDS)) <= most


def _are_arguments(value: str) -> bool:
    at = 0
    while at < len(value):
        argument = _ARGUMENT.match(value, at)
        at = argument.end() if argument else at + 1
        if argument is None and not value[at - 1].isspace():
            return False
    return True


FORMS: dict[str, Form] = {
    "memory": (lambda v: _SIZE.fullmatch(v) is not None, "write 256M or 2G"),
    "disk": (_is_disk, "write 1G, or 1G /srv"),
    "ports": (_are_ports, "write ports from 1 to 65535"),
    "runtime": (_are_ranges, "write lines such as python3 >= 3.9"),
    "system": (_are_ranges, "write lines such as debian >= 12"),
    "arch": (_are_words, "write names such as amd64 arm64"),
}
TEST_FORMS: dict[str, Form] = {
    "arguments": (_are_arguments, "close the quotes"),
    "timeout": (lambda v: _lasts(v, 1, 10 * MINUTE), "write 1s to 10m"),
    "every": (lambda v: v == "never" or _lasts(v, 10, 31 * DAY), "write 10s to 31d, or never"),
    "verify": (lambda v: v in ("yes", "no"), "write yes or no"),
    "as": (lambda v: re.fullmatch(r"[A-Za-z0-9._-]{1,100}", v) is not None, "write an account"),
}
