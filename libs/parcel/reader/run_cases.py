#!/usr/bin/env python3
"""Runs the conformance cases against a command that checks, shows and builds parcels.

    run_cases.py [--cases FOLDER] [--only WORD] [COMMAND…]

The command is called as docs/formats/parcel-cases/README.md says; without one it is parcel.py beside this file.
Prints what differs, and ends with 1 if anything does.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CASES = HERE.parents[2] / "docs" / "formats" / "parcel-cases"
_PROBLEM = re.compile(r"(?P<file>.*?)(?::(?P<line>[0-9]+))?: error: .* \[(?P<code>[a-z0-9.-]+)\]")
_OF_ARTEFACT = re.compile(r"parcel\.(artefact-|blob-|layer-|config-differs|not-canonical)")
_PART = re.compile(r"(\.|archive|index|manifest|config|layer [0-9]+|base \S+)$")
"""Parts of artefacts that are named in place of the whole."""
_SHOWN = ("name", "version", "manifest", "requires", "provides", "files")


def lay_out(case: Path, into: Path) -> Path:
    """Makes the input of a case, and returns its path."""
    told = json.loads((case / "case.json").read_text())
    if told["input"] != "folder":
        return _artefact(case, into, told["input"])
    folder = into / "input"
    folder.mkdir()
    for source in (case.parent / told.get("on", "") / "input", case / "input"):
        if source.is_dir():
            shutil.copytree(source, folder, dirs_exist_ok=True)
    actions = json.loads((case / "make.json").read_text()) if (case / "make.json").exists() else []
    for action in actions:
        _do(action, folder)
    return folder


def _artefact(case: Path, into: Path, kind: str) -> Path:
    path = into / "input.parcel"
    packed = case / "input.parcel.gz"
    path.write_bytes(gzip.decompress(packed.read_bytes()) if packed.exists() else (case / "input.parcel").read_bytes())
    if kind == "parcel":
        return path
    with tarfile.open(path) as tar:
        for member in tar:
            target = into / "input" / member.name
            target.parent.mkdir(parents=True, exist_ok=True)
            content = tar.extractfile(member)
            target.write_bytes(content.read() if content else b"")
    return into / "input"


def _do(action: dict[str, Any], folder: Path) -> None:
    path = folder / action["path"]
    if action["do"] in ("file", "files", "link", "pipe"):
        path.parent.mkdir(parents=True, exist_ok=True)
    match action["do"]:
        case "file":
            _file(action, path)
        case "files":
            for number in range(action["count"]):
                Path(str(path).replace("%d", str(number))).touch()
        case "folder":
            path.mkdir(parents=True, exist_ok=True)
        case "link":
            path.symlink_to(action["to"])
        case "pipe":
            os.mkfifo(path)
        case "executable":
            path.chmod(0o755)
        case "remove":
            path.unlink()
        case other:
            raise ValueError(f"no such action: {other}")


def _file(action: dict[str, Any], path: Path) -> None:
    with path.open("wb") as file:
        if "repeat" in action:
            text = action["repeat"].encode()
            file.write((text * (action["size"] // len(text) + 1))[: action["size"]])
        elif "size" in action:
            file.truncate(action["size"])
        else:
            file.write(action["content"].encode())


def _run(command: list[str], *arguments: str | Path) -> tuple[int, str]:
    if not command:
        return _run_here(*arguments)
    done = subprocess.run([*command, *map(str, arguments)], stdout=subprocess.PIPE, timeout=300, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def _run_here(*arguments: str | Path) -> tuple[int, str]:
    """Calls parcel.py without a new process, which takes most of the time otherwise."""
    sys.path[:0] = [] if str(HERE) in sys.path else [str(HERE)]
    import parcel

    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(output):
        status = parcel.main([*map(str, arguments)])
        output.flush()
    return status, output.buffer.getvalue().decode("utf-8", "replace")


def problems_of(output: str, path: Path) -> set[tuple[str, str, str]]:
    """File, line and code of each problem that was printed; the input's own path is its name."""
    found = set()
    for line in output.splitlines():
        parts = _PROBLEM.fullmatch(line)
        if parts is None:
            found.add((line, "", "no problem as it should be printed"))
        else:
            found.add((_named(parts, path), parts["line"] or "", parts["code"]))
    return found


def _named(problem: re.Match[str], path: Path) -> str:
    is_artefact = path.suffix == ".parcel" or (path / "oci-layout").exists()
    if is_artefact and (_PART.match(problem["file"]) or _OF_ARTEFACT.match(problem["code"])):
        return path.name
    return (path.name if is_artefact else ".") if problem["file"] == str(path) else problem["file"]


def compare_problems(expected: list[str], output: str, path: Path) -> list[str]:
    """What differs; a problem that is expected without a line may have any."""
    found = {f"{file}:{line} {code}" if line else f"{file} {code}": f"{file} {code}" for file, line, code in problems_of(output, path)}
    missing = [e for e in expected if e not in found and e not in found.values()]
    more = [full for full, short in found.items() if full not in expected and short not in expected]
    return [f"not told: {m}" for m in missing] + [f"told, and not expected: {m}" for m in more]


def run_case(case: Path, command: list[str]) -> list[str]:
    """What differs from what a case expects."""
    told = json.loads((case / "case.json").read_text())
    bases = [argument for base in told.get("bases", []) for argument in ("--base", str(case / base))]
    with tempfile.TemporaryDirectory() as temporary:
        path = lay_out(case, Path(temporary))
        status, output = _run(command, "check", path, *bases)
        expected = told["expect"].get("problems", [])
        differing = compare_problems(expected, output, path)
        if (status != 0) != bool(expected):
            differing.append(f"ended with the status {status}")
        return differing if expected or differing else _compare_shown(told["expect"], path, command, bases)


def _compare_shown(expected: dict[str, Any], path: Path, command: list[str], bases: list[str]) -> list[str]:
    differing = []
    if (path / "parcel.ini").exists():
        made = path.parent / "made.parcel"
        status, output = _run(command, "build", path, made, *bases)
        if status != 0:
            return ["cannot be built: " + output]
        path = made
        differing = _compare_file(expected, made)
    status, output = _run(command, "check", path)
    if status != 0:
        return ["what was built is wrong: " + output]
    status, output = _run(command, "show", path)
    shown = json.loads(output) if status == 0 else {}
    return differing + [f"{k} is {shown.get(k)}, not {expected.get(k)}" for k in _SHOWN if k in expected and shown.get(k) != expected[k]]


def _compare_file(expected: dict[str, Any], made: Path) -> list[str]:
    digest = "sha256:" + hashlib.sha256(made.read_bytes()).hexdigest()
    return [] if digest == expected.get("file", digest) else [f"the one file is {digest}, not {expected['file']}"]


def main() -> int:
    """Runs all cases, or those whose names have a word in them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--only", default="")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    cases = sorted(c.parent for c in arguments.cases.glob("*/case.json") if arguments.only in c.parent.name)
    with ThreadPoolExecutor(os.cpu_count() if arguments.command else 1) as pool:
        results = list(pool.map(lambda case: run_case(case, arguments.command), cases))
    for case, differing in zip(cases, results):
        for difference in differing:
            print(f"{case.name}: {difference}")
    failed = sum(bool(differing) for differing in results)
    print(f"{len(cases)} cases, {failed} of them answered otherwise")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
