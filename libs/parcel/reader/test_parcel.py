"""What the conformance cases do not show."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

import parcel
import run_cases
from parcels import canonical, files, ini, needs, parameters, tar, validation, versions
from parcels.problems import Problem, Problems, Refused

GOOD = run_cases.CASES / "good-artefact" / "input.parcel"
FULL = run_cases.CASES / "good-full" / "input"


def called(*words: str | Path) -> tuple[int, str]:
    """The status and what is printed."""
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        status = parcel.main([*map(str, words)])
        output.flush()
    return status, output.buffer.getvalue().decode()


class CommandTest(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def test_unpacks_what_it_builds_again(self) -> None:
        self.assertEqual(0, called("build", FULL, self.folder / "a.parcel")[0])
        self.assertEqual(0, called("unpack", self.folder / "a.parcel", self.folder / "a")[0])
        self.assertEqual(0, called("build", self.folder / "a", self.folder / "b.parcel")[0])
        self.assertEqual((self.folder / "a.parcel").read_bytes(), (self.folder / "b.parcel").read_bytes())

    def test_unpacks_nothing_of_a_wrong_one(self) -> None:
        wrong = run_cases.CASES / "bad-artefact-path-traversal" / "input.parcel"
        self.assertEqual(1, called("unpack", wrong, self.folder / "a")[0])
        self.assertEqual([], list(self.folder.iterdir()))

    def test_unpacks_into_new_folders_only(self) -> None:
        status, output = called("unpack", GOOD, self.folder)
        self.assertEqual(1, status)
        self.assertIn("name a new folder", output)

    def test_shows_without_reading_a_layer(self) -> None:
        altered = run_cases.CASES / "bad-artefact-layer-altered" / "input.parcel"
        self.assertEqual("minimal", json.loads(called("show", altered)[1])["name"])
        self.assertEqual(1, called("check", altered)[0])

    def test_shows_parameters(self) -> None:
        shown = json.loads(called("show", FULL)[1])
        self.assertEqual(8000, shown["parameters"]["http.port"]["default"])
        self.assertEqual(["docs/index.md", "docs/restore.md"], shown["pages"])

    def test_prints_pages_of_the_manual(self) -> None:
        self.assertEqual((0, "# The manual\n"), called("docs", GOOD))
        self.assertEqual((0, "# To restore\n"), called("docs", FULL, "restore.md"))
        self.assertEqual(1, called("docs", GOOD, "none.md")[0])

    def test_prints_no_page_of_an_altered_layer(self) -> None:
        altered = run_cases.CASES / "bad-artefact-layer-altered" / "input.parcel"
        status, output = called("docs", altered)
        self.assertEqual(1, status)
        self.assertIn("[parcel.blob-altered]", output)

    def test_runs_as_a_command(self) -> None:
        command = [sys.executable, str(run_cases.HERE / "parcel.py"), "check", str(GOOD)]
        self.assertEqual(0, subprocess.run(command, check=False).returncode)
        missing = [*command[:-1], str(self.folder / "none")]
        done = subprocess.run(missing, check=False, stdout=subprocess.PIPE)
        self.assertEqual(1, done.returncode)
        self.assertIn(b"[parcel.artefact-broken]", done.stdout)

    def test_survives_whatever_is_cut_off_or_altered(self) -> None:
        whole = GOOD.read_bytes()
        path = self.folder / "a.parcel"
        for at in range(0, len(whole), 97):
            for content in (whole[:at], whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]):
                path.write_bytes(content)
                status, output = called("check", path)
                self.assertIn(status, (0, 1))
                self.assertEqual(status == 1, "[parcel." in output or "[ini." in output)


class CasesTest(unittest.TestCase):
    def test_artefacts_are_made_as_they_lie_here(self) -> None:
        command = [sys.executable, str(run_cases.CASES / "make-artefacts.py"), "--check"]
        done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
        self.assertEqual((0, ""), (done.returncode, done.stdout))

    def test_a_problem_too_many_or_too_few_is_told(self) -> None:
        path = Path("/x/input.parcel")
        output = "parcel.ini:3: error: wrong [parcel.version-wrong]\n/x/input.parcel: error: cut off [parcel.artefact-broken]\n"
        right = ["input.parcel parcel.artefact-broken", "parcel.ini:3 parcel.version-wrong"]
        self.assertEqual([], run_cases.compare_problems(right, output, path))
        self.assertEqual([], run_cases.compare_problems([right[0], "parcel.ini parcel.version-wrong"], output, path))
        self.assertEqual(1, len(run_cases.compare_problems(right[:1], output, path)))
        self.assertEqual(1, len(run_cases.compare_problems([*right, "docs parcel.top-unknown"], output, path)))
        self.assertEqual(2, len(run_cases.compare_problems([right[0], "parcel.ini:4 parcel.version-wrong"], output, path)))

    def test_each_code_of_the_format_has_a_case(self) -> None:
        tables = (run_cases.CASES.parent / "parcel.md").read_text().split("| code | of ")[1:]
        text = "".join(table for table in tables if table.startswith(("a folder", "an artefact")))
        codes = {word for word in text.split("`") if word.startswith("parcel.") and "-" in word}
        shown = {
            problem.rpartition(" ")[2]
            for case in run_cases.CASES.glob("*/case.json")
            for problem in json.loads(case.read_text())["expect"].get("problems", [])
        }
        self.assertEqual(set(), codes - shown)
        self.assertEqual(set(), {code for code in shown if code.startswith("parcel.")} - codes)


class VersionsTest(unittest.TestCase):
    def test_sorts_as_semver_does(self) -> None:
        in_order = "0.9 1-0 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0 1.0.1 1.10 2"
        expected = [v for v in in_order.split() if versions.is_version(v)]
        self.assertNotIn("1-0", expected)
        self.assertEqual(expected, sorted(reversed(expected), key=versions.order))

    def test_writes_requirements_in_one_form(self) -> None:
        read = versions.requirement("  redis  >=  6   < 8  as cache   optional ")
        self.assertEqual("redis >=6 <8 as cache optional", str(read))
        self.assertEqual("optional as optional", str(versions.requirement("optional")))

    def test_chooses_versions_before_a_release_only_if_they_are_meant(self) -> None:
        offered = ["1.0.0", "2.0.0-rc.1", "2.0.0-rc.2"]
        self.assertEqual("1.0.0", versions.requirement("a").choose(offered))
        self.assertEqual("2.0.0-rc.2", versions.requirement("a >=2.0.0-rc.1").choose(offered))
        self.assertEqual("2.0.0-rc.2", versions.requirement("a >1").choose(offered))
        self.assertIsNone(versions.requirement("a >2").choose(offered))


class FormsTest(unittest.TestCase):
    def test_reads_references(self) -> None:
        self.assertEqual(["a.b", None], [r.name for r in ini.references("$$ ${A.b} $${c} $d ${e}")])

    def test_divides_arguments(self) -> None:
        is_right = needs.TEST_FORMS["arguments"][0]
        for value in ("", "a 'b \" c' \"d ' \\\" e\" \\'", "a\nb"):
            self.assertTrue(is_right(value), value)
        for value in ("'a", '"a\\"', "a \\"):
            self.assertFalse(is_right(value), value)

    def test_keeps_times_within_their_limits(self) -> None:
        is_right = needs.TEST_FORMS["every"][0]
        self.assertEqual([True] * 4, [is_right(v) for v in ("10s", "1m30s", "31d", "never")])
        self.assertEqual([False] * 5, [is_right(v) for v in ("9s", "31d1s", "1", "", "s")])

    def test_tells_of_problems_on_one_line(self) -> None:
        problem = Problem("a\nb\ud800\U000e0001", 0, "x", "m\u200b")
        self.assertEqual("a?b??: error: m? [x]", str(problem))


class ParametersTest(unittest.TestCase):
    def codes(self, of: dict[str, object], **more: object) -> list[str]:
        problems = Problems()
        text = json.dumps({"type": "object", "properties": {"a": of}, **more}).encode()
        read = parameters.read(text.replace(b'"huge"', b"1e999").replace(b'"long"', b"9" * 4000), problems)
        if read is not None:
            parameters.check(read, set(), problems)
        return [problem.code for problem in problems.sorted()]

    def test_takes_numbers_of_any_size(self) -> None:
        self.assertEqual(["parcel.schema-wrong"], self.codes({"type": "string", "maxLength": "huge"}))
        self.assertEqual(["parcel.parameter-default"], self.codes({"type": "integer", "default": "huge"}))
        self.assertEqual([], self.codes({"type": "integer", "default": "long"}))
        self.assertEqual([], self.codes({"type": "number", "maximum": "huge", "default": 7}))

    def test_finds_types_behind_references(self) -> None:
        defs = {"all": True, "names": {"type": "array", "items": {"$ref": "#/$defs/name"}}, "name": {"type": "string"}}
        self.assertEqual([], self.codes({"$ref": "#/$defs/names", "default": ["x"]}, **{"$defs": defs}))
        self.assertEqual(["parcel.parameter-type"], self.codes({"type": "array", "$ref": "#/$defs/all"}, **{"$defs": defs}))
        self.assertEqual(["parcel.parameter-type"], self.codes({"$ref": "#/$defs/all"}, **{"$defs": defs}))

    def test_follows_chains_of_references_of_any_length(self) -> None:
        defs = {f"d{i}": {"$ref": f"#/$defs/d{i + 1}"} for i in range(5000)} | {"d5000": {"type": "string"}}
        self.assertEqual(["parcel.schema-too-large"], self.codes({"$ref": "#/$defs/d0"}, **{"$defs": defs}))
        self.assertEqual([], self.codes({"$ref": "#/$defs/d4980"}, **{"$defs": dict(list(defs.items())[4980:])}))

    def test_takes_no_secret_where_nobody_looks(self) -> None:
        nested = {"type": "array", "items": {"type": "string", "secret": True, "from": "fact:a"}}
        self.assertEqual(["parcel.parameter-from", "parcel.parameter-secret"], self.codes(nested))


class HostileTest(unittest.TestCase):
    def test_writes_tars_that_others_read(self) -> None:
        made = [files.File("files/" + "x" * n, n % 2 == 0, b"y" * n) for n in (1, 93, 94, 95, 240)]
        with tarfile.open(fileobj=io.BytesIO(tar.write(made))) as read:
            self.assertEqual([f.path for f in made], read.getnames())
            self.assertEqual([f.content for f in made], [read.extractfile(m).read() for m in read])
        self.assertEqual(made, tar.read_layer(io.BytesIO(tar.write(made)), "a", Problems()))

    def test_refuses_pax_headers_that_lie(self) -> None:
        for record in (b"99 path=a\n", b"0 path=a\n", b"path=a\n", b"12 size=999\n", b"x" * 70_000):
            header = tar.write([files.File("a", False, record)])[:-1024]
            header = bytearray(header)
            header[156:157] = b"x"
            header[148:156] = b" " * 8
            header[148:156] = b"%06o\0 " % sum(header[:512])
            content = bytes(header) + tar.write([files.File("b", False, b"")])
            with self.assertRaises(Refused, msg=record[:20]):
                list(tar.entries(io.BytesIO(content)))

    def test_reads_no_json_that_others_might_read_otherwise(self) -> None:
        for text in (b'{"a":1,"a":2}', b"[NaN]", b"\xff", b'"\\ud800"', b"[" * 1000 + b"]" * 1000, b"1" * 5000, b"{} {}", b""):
            with self.assertRaises(canonical.NoJson, msg=text[:20]):
                canonical.read(text)

    def test_writes_json_as_rfc_8785_does(self) -> None:
        value = {"b": "\u20ac$\u000f\nA'B\"\\\\\"/\u007f", "a": [True, False, 0]}
        self.assertEqual('{"a":[true,false,0],"b":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f"}'.encode(), canonical.write(value))

    def test_matches_no_pattern_that_takes_long(self) -> None:
        schema = {"type": "string", "pattern": "(a+)+$"}
        self.assertTrue(validation.Validator({}).fits("a" * 100 + "!", schema))
        self.assertFalse(validation.Validator({}).fits("b", {"pattern": "^a+$"}))

    def test_counts_what_is_repeated_in_what_is_repeated(self) -> None:
        for pattern, count in (
            ("((a{10}){10}){10}(b{1000}|c{999})d{500}", 1000),
            (r"(?:(?:[]a{2}]{90}|b){900}c)*", 81_000),
            (r"((?P<n>\Q)(\E{500}x?)){3}", 1500),
            (r"(((\pL|[[:alpha:]]{2,900})?){0,900}){900,}", 900**3),
            (r"(\{900}\Q(x{900}){900}\E){20}", 20),
            (r"(x\x{41}{30}){30}", 900),
        ):
            self.assertEqual(count, validation.repetitions(pattern), pattern)

    def test_compares_no_longer_than_it_may(self) -> None:
        schema: dict[str, object] = {"type": "string"}
        for _ in range(30):
            schema = {"anyOf": [{"allOf": [schema, {"type": "integer"}]}, schema]}
        self.assertFalse(validation.Validator({}).fits(1.5, schema))


if __name__ == "__main__":
    unittest.main()
