"""A class graded by the program, as other programs see it: zips of learning systems, results for other graders, feedback, tables."""

import csv
import io
import json
import os
import shutil
import subprocess
import zipfile

import pytest

from conftest import need

LAB = """---
title: A lab
id: a-lab
dataset: none
---

```swift exercise=network
let net = .FIXME
```

```yaml check=network
- parameters: 20
- shape: {conv: [16, 16, 2]}
```

```yaml question=q
ask: "2 + 3?"
number: 5
tolerance: 0
why: so
```

```text answer=q
?
```
"""
NETWORK = """let net = Network("net") {
  Input(shape: [16, 16, 1])
  Conv2D("conv", filter: [3, 3, 1, 2], activation: .relu)
}"""


def work(network=NETWORK, answer="5"):
    return LAB.replace("let net = .FIXME", network).replace("?\n```", answer + "\n```")


@pytest.fixture(scope="session")
def graded(run, seglab, tmp_path_factory):
    """A class whose zip Moodle made, in a book."""
    need(seglab, "seglab-class")
    course = tmp_path_factory.mktemp("class")
    (course / "labs").mkdir()
    (course / "labs" / "01-a-lab.md").write_text(LAB)
    with zipfile.ZipFile(course / "moodle.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("김철수_101_assignsubmission_file_/01-a-lab.md", work())
        archive.writestr("Ann Lee_102_assignsubmission_file_/01-a-lab.md", work(answer="7"))
        archive.writestr("=SUM(A1)_103_assignsubmission_file_/my.md", work("let net = 5"))
        archive.writestr("../../escaped.md", "x")
    run(course, "grade", "moodle.zip", "--lab", "1", "--out", "book")
    assert not (course.parent.parent / "escaped.md").exists()
    return course


def test_grades_are_a_table_that_programs_read(run, graded):
    run(graded, "grades", "export", "csv", "--book", "book", "--to", "grades.csv")
    text = (graded / "grades.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["id"] for row in rows] == ["101", "102", "103"]
    assert [row["points"] for row in rows] == ["3", "2", "1"]
    assert not any(value.startswith("=") for row in rows for value in row.values())


def test_what_an_author_changed_is_no_change_of_the_learners(run, graded, tmp_path):
    course = tmp_path / "course"
    shutil.copytree(graded, course)
    lab = course / "labs" / "01-a-lab.md"
    told = "counts for nothing"
    lab.write_text(LAB.replace("parameters: 20", "parameters: 21"))
    run(course, "grade", "moodle.zip", "--lab", "1", "--out", "book")
    assert told not in run(course, "grades", "show", "101", "--book", "book", "--lang", "en")
    (course / "handed-in").mkdir()
    (course / "handed-in" / "104.md").write_text(work().replace("parameters: 20", "parameters: 22"))
    run(course, "grade", "handed-in", "--lab", "1", "--out", "book")
    assert told in run(course, "grades", "show", "104", "--book", "book", "--lang", "en")


def test_moodles_worksheet_is_filled_in(run, graded):
    sheet = "식별자,성명,상태,성적,최고 성적,마지막 수정(성적)\r\n참가자101,김철수,제출,,100.00,-\r\n참가자102,Ann Lee,제출,,100.00,-\r\n"
    (graded / "sheet.csv").write_bytes(sheet.encode())
    run(graded, "grades", "export", "moodle", "sheet.csv", "--book", "book", "--to", "filled.csv")
    filled = (graded / "filled.csv").read_bytes().decode()
    assert filled == sheet.replace("제출,,", "제출,100,", 1).replace("제출,,", "제출,66.67,", 1)


def test_feedback_is_a_zip_as_moodle_takes_it(graded):
    with zipfile.ZipFile(graded / "book" / "feedback" / "a-lab-moodle.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    assert "김철수_101_assignsubmission_file_/feedback.html" in names and len(names) == 3


def test_a_page_about_the_class_needs_nothing_else(browser, graded):
    context = browser.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((graded / "book" / "overview-a-lab.html").as_uri())
    assert page.locator("h1").inner_text() == "A lab" and len(asked) == 1
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()


@pytest.fixture(scope="session", params=["right", "wrong", "missing"])
def submitted(request, graded):
    folder = graded / f"handed-in-{request.param}"
    folder.mkdir()
    if request.param != "missing":
        (folder / "01-a-lab.md").write_text(work(answer="5" if request.param == "right" else "6"))
    else:
        (folder / "notes.txt").write_text("nothing")
    return request.param, folder


def result(run, graded, kind, folder, name):
    path = folder.parent / f"{folder.name}-{kind}-{name}"
    run(graded, "grade", folder, "--lab", "1", "--format", kind, "--result", path)
    return path.read_bytes()


def test_junitparser_reads_the_result(run, graded, submitted):
    junitparser = pytest.importorskip("junitparser")
    which, folder = submitted
    suites = junitparser.JUnitXml.fromstring(result(run, graded, "junit", folder, "r.xml").decode())
    cases = [case for suite in suites for case in suite]
    if which == "missing":
        assert all(case.is_error for case in cases)
    else:
        assert len(cases) == 3
        assert [case.is_passed for case in cases] == [True, True, which == "right"]
        assert suites.tests == 3 and suites.failures == (0 if which == "right" else 1)


def test_gradescope(run, graded, submitted):
    which, folder = submitted
    found = json.loads(result(run, graded, "gradescope", folder, "results.json"))
    assert found["score"] == {"right": 3, "wrong": 2, "missing": 0}[which]
    for test in found["tests"]:
        assert test["status"] in ("passed", "failed") and 0 <= test["score"] <= test["max_score"]
        assert isinstance(test["number"], str)
    assert bool(found["output"]) == (which == "missing")


def test_prairielearn(run, graded, submitted):
    which, folder = submitted
    found = json.loads(result(run, graded, "prairielearn", folder, "results.json"))
    assert found["gradable"] == (which != "missing")
    assert found["score"] == pytest.approx({"right": 1, "wrong": 2 / 3, "missing": 0}[which])


def test_exercism(run, graded, submitted):
    which, folder = submitted
    found = json.loads(result(run, graded, "exercism", folder, "results.json"))
    assert found["version"] == 3
    assert found["status"] == {"right": "pass", "wrong": "fail", "missing": "error"}[which]
    assert ("message" in found) == (which == "missing")


def test_classroom(run, graded, submitted):
    which, folder = submitted
    found = json.loads(result(run, graded, "classroom50", folder, "result.json"))
    assert found["schema"] == "classroom50/result/v1"
    required = ["classroom", "assignment", "submission", "commit", "release", "review", "datetime", "score", "max-score", "tests"]
    assert all(key in found for key in required)
    for test in found["tests"]:
        assert isinstance(test["score"], int) and isinstance(test["max-score"], int)


@pytest.fixture(scope="session")
def autograder(run, graded, tmp_path_factory):
    """The folder /autograder as Gradescope lays it out, of the zip file that is exported, with all files as they were packed."""
    run(graded, "export", "gradescope", "1", "--out", "autograder.zip", "--lang", "ko")
    root = tmp_path_factory.mktemp("autograder")
    with zipfile.ZipFile(graded / "autograder.zip") as archive:
        assert archive.testzip() is None and {"setup.sh", "run_autograder"} <= set(archive.namelist())
        for entry in archive.infolist():
            path = root / "source" / entry.filename
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(archive.read(entry))
            path.chmod(entry.external_attr >> 16 & 0o777)
    (root / "run_autograder").write_bytes((root / "source" / "run_autograder").read_bytes())
    (root / "run_autograder").chmod(0o755)
    return root


def autograded(root, seglab, submission, path=None):
    """The results of a submission; `path` is what is looked through for programs."""
    (root / "submission").mkdir(exist_ok=True)
    for old in (root / "submission").iterdir():
        old.unlink()
    for name, text in submission.items():
        (root / "submission" / name).write_text(text)
    environment = os.environ | {"PATH": path or f"{seglab.parent}:{os.environ['PATH']}"}
    done = subprocess.run([root / "run_autograder"], cwd=root, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads((root / "results" / "results.json").read_text())


def test_gradescopes_autograder(seglab, autograder):
    found = autograded(autograder, seglab, {"01-a-lab.md": work()})
    assert found["score"] == 3 and len(found["tests"]) == 3 and found["output"] == ""
    assert autograded(autograder, seglab, {"mine.md": work(answer="6")})["score"] == 2


def test_gradescope_gets_a_result_whatever_happens(seglab, autograder):
    nothing = autograded(autograder, seglab, {"notes.txt": "nothing"})
    without_program = autograded(autograder, seglab, {"01-a-lab.md": work()}, path="/usr/bin:/bin")
    for found in (nothing, without_program):
        assert found["score"] == 0 and found["output"]
        assert [test["status"] for test in found["tests"]] == ["failed"] * 3
    (autograder / "source" / "course").rename(autograder / "source" / "gone")
    assert autograded(autograder, seglab, {"01-a-lab.md": work()})["output"] == without_program["output"]
    (autograder / "source" / "gone").rename(autograder / "source" / "course")


def test_gradescopes_scripts_are_sound(autograder):
    for name in ("setup.sh", "run_autograder"):
        subprocess.run(["sh", "-n", autograder / "source" / name], check=True)
