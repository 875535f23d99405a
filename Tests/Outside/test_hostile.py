"""Every case of the folder of hostile submissions, handed in by a class of its own and graded: none passes, harms, leaks or stops others.

The folder (`SEGLAB_HOSTILE` names it; a class of it takes ten minutes) is not part of the project; where it is missing the tests are skipped. A case is a folder
with `cells.md` (cells to put into the solution) or `lab.md` (a whole file), `options`, and in the first line of `expect` the verdicts that
are right.
"""

import collections
import glob
import hashlib
import json
import os
import pathlib
import re
import secrets
import shutil
import socket
import sqlite3
import subprocess
import threading

import pytest

from conftest import ROOT, need

SUITE = pathlib.Path(os.environ.get("SEGLAB_HOSTILE", "nowhere")) / "suite"
CASES = sorted(path.name for path in SUITE.iterdir() if path.is_dir()) if SUITE.is_dir() else []
RIGHT = {"passed", "tried"}
HONEST = "an-honest-one"

pytestmark = pytest.mark.skipif(not CASES, reason="there is no folder of hostile submissions")


class Case:
    def __init__(self, name):
        self.name, self.folder = name, SUITE / name
        self.expected = set(self.read("expect").split("\n")[0].split("|"))
        self.options = dict(line.split("=", 1) for line in self.read("options").split("\n") if "=" in line)
        self.lab = self.options.get("lab")
        if (self.folder / "lab.md").exists():
            self.lab = self.options["put"].split("-")[0].lstrip("0") if "put" in self.options else "own"

    def read(self, name):
        path = self.folder / name
        return path.read_bytes().decode() if path.exists() else ""

    @property
    def group(self):
        """What is graded together: a lab, in one sandbox or another, with whole trainings or a few steps."""
        own = self.name if self.lab == "own" else ""
        return (self.lab, own, "nobwrap" in self.options, "full" in self.options.get("args", ""))


def merged(number, own):
    """The solution of a lab, with the cells of `own` in the place of its own."""
    text = next(path for path in (ROOT / "solutions").glob(f"{int(number):02}-*.md")).read_text()
    for kind, name, body in re.findall(r"```(swift exercise|text answer)=([\w-]+)\n(.*?)\n```", own, re.S):
        found = re.search(rf"```{kind}={re.escape(name)}\n(.*?)\n```", text, re.S)
        if found:
            text = text[: found.start(1)] + body + text[found.end(1) :]
    return text


def tree(root):
    found = {}
    for base, folders, files in os.walk(root):
        for name in folders + files:
            path = pathlib.Path(base, name)
            content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() and not path.is_symlink() else ""
            found[str(path.relative_to(root))] = (oct(path.lstat().st_mode), content)
    return found


class World:
    """A course, a home and a folder with things that must stay as they are, and a network that nobody is to reach."""

    def __init__(self, work, seglab):
        self.work, self.seglab = work, seglab
        self.token = "TOKEN-" + secrets.token_hex(8)
        self.course, self.home, self.canary = work / "course", work / "home", work / "canary"
        for path in (self.canary / "precious.txt", self.canary / "keep" / "inner.txt", self.home / "secret.txt"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.token)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.home), "LANG": "C.UTF-8", "XDG_STATE_HOME": str(work / "state"),
            "SEGLAB_SUITE_SECRET": self.token,
        }
        self.reached = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self.accept, daemon=True).start()
        self.run("init", "--quiet", str(self.course), folder=work)
        for words in (["cardiac"], ["knee"], ["cardiac", "--as", "tiny", "--patients", "2", "--slices", "2", "--phases", "1"]):
            self.run("data", "make", *words)
        (self.course / ".seglab" / "secret.json").write_text(self.token)
        self.places = {
            "CANARY": self.canary, "HOME": self.home, "COURSE": self.course, "SOLUTIONS": ROOT / "solutions",
            "PORT": self.listener.getsockname()[1], "PARENT": os.getpid(),
        }
        self.guarded = [self.canary, self.home, self.course / "labs", self.course / ".seglab" / "originals", self.course / ".seglab" / "data"]
        self.said = self.pages = b""

    def accept(self):
        while True:
            try:
                self.listener.accept()[0].close()
            except OSError:
                return
            self.reached.append(1)

    def run(self, *words, folder=None, more={}, codes=(0,)):
        done = subprocess.run(
            [str(self.seglab), *map(str, words)], cwd=folder or self.course, env=self.environment | more, stdin=subprocess.DEVNULL,
            capture_output=True, timeout=3000,
        )
        assert done.returncode in codes, f"seglab {words}: {done.returncode}\n{done.stderr.decode(errors='replace')[-800:]}"
        return done.stdout + done.stderr

    def filled(self, text):
        for name, value in self.places.items():
            text = text.replace(f"@{name}@", str(value))
        return text

    def hand_in(self, case, folder):
        """Lays a case down as somebody would hand it in: a file, or a course folder where the case prepares one."""
        if (case.folder / "lab.md").exists():
            data = self.filled((case.folder / "lab.md").read_bytes().decode()).encode()
        elif "whole" in case.options:
            data = (case.folder / "cells.md").read_bytes()
        else:
            data = self.filled(merged(case.lab, case.read("cells.md"))).encode()
        data += b"\n" + b"x" * int(case.options["grow"]) if "grow" in case.options else b""
        script = case.folder / "prepare.sh"
        if not script.exists():
            return (folder / f"{case.name}.md").write_bytes(data)
        place = folder / case.name
        shutil.copytree(self.course, place, symlinks=True, ignore=shutil.ignore_patterns("cache", "runs", "data"))
        (self.work / "submission.md").write_bytes(data)
        solution = next((ROOT / "solutions").glob(f"{int(case.lab):02}-*.md"))
        more = {
            "SEGLAB": str(self.seglab), "CANARY": str(self.canary), "SOLUTION": str(solution), "SUBMISSION": str(self.work / "submission.md"),
        }
        subprocess.run(["bash", str(script)], cwd=place, timeout=120, env=self.environment | more)
        original = next((self.course / "labs").glob(f"{int(case.lab):02}-*.md")).name
        target = place / "labs" / original
        if not target.is_symlink():
            target.write_bytes(data)


@pytest.fixture(scope="session")
def graded(seglab, tmp_path_factory):
    """All cases, graded lab by lab; of each what was found out, and what a person is shown of it."""
    need(seglab, "seglab-class")
    world = World(tmp_path_factory.mktemp("hostile"), seglab)
    groups = collections.defaultdict(list)
    for name in CASES:
        case = Case(name)
        groups[case.group].append(case)
    found = {}
    for number, (_, cases) in enumerate(sorted(groups.items())):
        folder = world.work / f"handed-in-{number}"
        folder.mkdir()
        for case in cases:
            world.hand_in(case, folder)
    # Some cases lay out baits of their own.
    world.before = [tree(path) for path in world.guarded]
    for number, (lab, own, nobwrap, full) in enumerate(sorted(groups)):
        folder = world.work / f"handed-in-{number}"
        if lab == "own":
            (world.course / "own").mkdir(exist_ok=True)
            lab = f"own/{own}.md"
            shutil.copy(folder / f"{own}.md", world.course / lab)
        else:
            (folder / f"{HONEST}.md").write_text(merged(lab, ""))
        more = {"SEGLAB_BWRAP": "/nonexistent/bwrap"} if nobwrap else {}
        book = world.work / f"book-{number}"
        words = ["--profile", "full", "--minutes", "1"] if full else ["--profile", "quick"]
        said = world.run("grade", folder, "--lab", lab, "--out", book, *words, more=more, codes=(0, 65) if own else (0,))
        if not (book / "grades.sqlite").exists() or not glob.glob(str(book / "overview-*.html")):
            found[own] = {"refused": said}
            world.said += said
            continue
        rows = json.loads(world.run("grades", "--book", book, "--json"))["students"]
        shelf = sqlite3.connect(book / "grades.sqlite")
        evidence = dict(shelf.execute("SELECT submission.student, assessment FROM submission JOIN evidence ON evidence.key = submission.evidence"))
        for row in rows:
            text = evidence.get(row["id"])
            shown = world.run("grades", "show", row["id"], "--book", book, "--lang", "en")
            row["report"] = json.loads(text)["report"] if text else None
            row["shown"], row["group"] = shown, number
            found[row["id"] if row["id"] != HONEST else f"{HONEST} {number}"] = row
            world.said += shown + (text or b"")
        for page in book.glob("**/*"):
            if page.is_file() and page.suffix in (".html", ".md"):
                world.pages += page.read_bytes()
    world.found = found
    yield world
    world.listener.close()


@pytest.mark.parametrize("name", CASES)
def test_gets_its_verdict_and_no_more(graded, name):
    case, row = Case(name), graded.found.get(name)
    assert row is not None, "nothing is known of it"
    if "refused" in row:
        assert "refused" in case.expected or not case.expected & RIGHT
        return
    if row["report"] is None:
        assert "refused" in case.expected or case.lab == "2", row["shown"].decode(errors="replace")
        assert row["points"] == 0
        return
    verdict = row["report"]["verdict"]
    expected = case.expected | ({"tried"} if "passed" in case.expected else set())
    told = bool(row["report"]["changes"])
    # What a learner changed beside their cells counts for nothing: the work is judged as it is, and the change is told.
    assert verdict in expected or (told and "changed" in case.options) or ("refused" in expected and verdict not in RIGHT), verdict
    if verdict not in RIGHT:
        assert row["points"] < row["of"]
    if "want" in case.options:
        assert re.search(graded.filled(case.options["want"]), row["report"]["printed"])
    if "never" in case.options:
        assert not re.search(graded.filled(case.options["never"]).encode(), row["shown"])
    assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]", row["shown"]), "raw control characters"


def test_the_honest_get_all_their_points(graded):
    honest = {name: row for name, row in graded.found.items() if name.startswith(HONEST)}
    assert honest
    for name, row in honest.items():
        assert row["report"]["verdict"] in RIGHT, (name, row["shown"].decode(errors="replace"))
        assert row["points"] == row["of"], name


def test_nothing_is_leaked(graded):
    assert graded.token.encode() not in graded.said + graded.pages
    assert not re.search(rb"<script>alert|<img src=x|<svg onload", graded.pages)


def test_nothing_is_harmed_or_reached(graded):
    for path, before in zip(graded.guarded, graded.before):
        assert tree(path) == before, path
    assert not graded.reached
