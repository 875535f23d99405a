#!/usr/bin/env python3
"""What one submission costs SegLab, nbgrader and otter-grader: the same small task, handed in by as many learners, each in words of their own.

    python3 -m venv graders && graders/bin/pip install nbgrader otter-grader ipykernel
    graders/bin/python Benchmarks/graders.py --seglab .build/release/seglab --learners 8

The task: write the Dice coefficient of two masks; four cases are tried, and a question with a number is asked beside it. Nothing is trained.
Every grader starts from an empty folder; runs take turns (A B C A B C …), and the fastest of each counts. Wall seconds and processor
seconds of the whole command are divided by the number of learners.
"""

import argparse
import ctypes
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

LAB = """---
title: Dice
id: dice
dataset: none
---

```swift exercise=dice
func dice(_ a: Mask, _ b: Mask) -> Double? { .FIXME }
```

```yaml check=dice
- function: {name: dice, cases: [
    {given: [[[0, 1]], [[0, 1]]], gives: 1}, {given: [[[0, 1]], [[1, 0]]], gives: 0},
    {given: [[[1, 1]], [[0, 1]]], gives: 0.6666667}, {given: [[[0, 0]], [[0, 0]]], gives: 1}]}
```

```yaml question=sum
ask: "2 + 3?"
number: 5
tolerance: 0
why: so
```

```text answer=sum
?
```
"""
SWIFT = """// learner {number}
func dice(_ a: Mask, _ b: Mask) -> Double? {{
  var both = 0
  var sum = 0
  for row in 0..<a.height {{
    for column in 0..<a.width {{
      both += a[row, column] * b[row, column]
      sum += a[row, column] + b[row, column]
    }}
  }}
  return sum == 0 ? 1 : Double(2 * both) / Double(sum)
}}"""
PYTHON = """# learner {number}
def dice(a, b):
    both = sum(x * y for r, s in zip(a, b) for x, y in zip(r, s))
    total = sum(map(sum, a)) + sum(map(sum, b))
    return 1 if total == 0 else 2 * both / total

answer = 5"""
CASES = [
    "assert dice([[0, 1]], [[0, 1]]) == 1", "assert dice([[0, 1]], [[1, 0]]) == 0",
    "assert abs(dice([[1, 1]], [[0, 1]]) - 2 / 3) < 1e-6", "assert dice([[0, 0]], [[0, 0]]) == 1", "assert answer == 5",
]


def notebook(cells):
    """A notebook of `(kind, text, metadata)`."""
    made = []
    for number, (kind, text, metadata) in enumerate(cells):
        cell = {"cell_type": kind, "id": f"cell-{number}", "metadata": metadata, "source": text}
        made.append(cell | ({"execution_count": None, "outputs": []} if kind == "code" else {}))
    spec = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": made, "metadata": spec, "nbformat": 4, "nbformat_minor": 5})


def reap():
    """Waits for what a command left behind, so that its seconds are counted."""
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


def timed(command, folder, environment):
    """The wall seconds and the processor seconds of a command and all that it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    wall = time.monotonic() - start
    reap()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{command}: {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class SegLab:
    name = "SegLab"

    def __init__(self, folder, learners, options, environment):
        self.folder, self.environment = folder, environment | {"XDG_STATE_HOME": str(folder / "state")}
        (folder / "labs").mkdir()
        (folder / "labs" / "01-dice.md").write_text(LAB)
        (folder / "class").mkdir()
        for number in range(learners):
            text = LAB.replace("func dice(_ a: Mask, _ b: Mask) -> Double? { .FIXME }", SWIFT.format(number=number))
            (folder / "class" / f"learner-{number}.md").write_text(text.replace("?\n```", "5\n```"))
        self.command = [str(options.seglab.resolve()), "grade", "class", "--lab", "1", "--out", "book", "--workers", "1"]

    def run(self):
        wall, processor = timed(self.command, self.folder, self.environment)
        shown = subprocess.run(
            [self.command[0], "grades", "--book", "book", "--csv"], cwd=self.folder, env=self.environment, capture_output=True, text=True)
        assert all(",2,2,graded," in line for line in shown.stdout.splitlines()[1:]), shown.stdout
        return wall, processor


class NBGrader:
    name = "nbgrader"

    def __init__(self, folder, learners, options, environment):
        self.folder, self.environment = folder, environment
        source = folder / "source" / "ps1"
        source.mkdir(parents=True)
        base = {"schema_version": 3, "locked": False, "task": False}
        solution = {"nbgrader": base | {"grade": False, "grade_id": "dice", "solution": True}}
        tests = {"nbgrader": base | {"grade": True, "grade_id": "tests", "locked": True, "points": 5, "solution": False}}

        def work(body):
            return notebook([("code", body, solution), ("code", "\n".join(CASES), tests)])

        (source / "dice.ipynb").write_text(work("### BEGIN SOLUTION\n" + PYTHON.format(number=-1) + "\n### END SOLUTION"))
        (folder / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'course'\n")
        self.command = [sys.executable, "-m", "nbgrader", "autograde", "ps1"]
        timed([sys.executable, "-m", "nbgrader", "generate_assignment", "ps1"], folder, environment)
        for number in range(learners):
            place = folder / "submitted" / f"learner-{number}" / "ps1"
            place.mkdir(parents=True)
            (place / "dice.ipynb").write_text(work(PYTHON.format(number=number)))

    def run(self):
        wall, processor = timed(self.command, self.folder, self.environment)
        assert (self.folder / "autograded" / "learner-0" / "ps1" / "dice.ipynb").exists()
        return wall, processor


class Otter:
    name = "otter-grader"

    def __init__(self, folder, learners, options, environment):
        self.folder, self.environment, self.learners = folder, environment, learners
        cells = [
            ("raw", "# ASSIGNMENT CONFIG\ninit_cell: true\ncheck_all_cell: false\nexport_cell: false\ngenerate:\n  show_stdout: false", {}),
            ("raw", "# BEGIN QUESTION\nname: q1\npoints: 5", {}),
            ("markdown", "Write the Dice coefficient.", {}),
            ("raw", "# BEGIN SOLUTION", {}),
            ("code", "# BEGIN SOLUTION\n" + PYTHON.format(number=-1) + "\n# END SOLUTION", {}),
            ("raw", "# END SOLUTION", {}),
            ("raw", "# BEGIN TESTS", {}),
            *[("code", case, {}) for case in CASES],
            ("raw", "# END TESTS", {}),
            ("raw", "# END QUESTION", {}),
        ]
        (folder / "dice.ipynb").write_text(notebook(cells))
        self.otter = [sys.executable, "-m", "otter"]
        timed([*self.otter, "assign", "dice.ipynb", "dist", "--no-run-tests"], folder, environment)
        self.autograder = str(next((folder / "dist" / "autograder").glob("*.zip")))
        for number in range(learners):
            start = "import otter\ngrader = otter.Notebook('dice.ipynb')"
            made = notebook([("code", start, {}), ("code", PYTHON.format(number=number), {}), ("code", "grader.check('q1')", {})])
            place = folder / f"learner-{number}"
            place.mkdir()
            (place / "dice.ipynb").write_text(made)

    def run(self):
        wall = processor = 0
        for number in range(self.learners):
            place = self.folder / f"learner-{number}"
            command = [*self.otter, "run", "-a", self.autograder, "-o", str(place), str(place / "dice.ipynb")]
            one = timed(command, place, self.environment)
            wall, processor = wall + one[0], processor + one[1]
        result = json.loads((self.folder / "learner-0" / "results.json").read_text())
        assert any(test.get("score") == 5 for test in result["tests"]), result
        return wall, processor


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seglab", type=pathlib.Path, default=pathlib.Path(".build/release/seglab"))
    parser.add_argument("--learners", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    # Whose parent ended becomes a child of this process (PR_SET_CHILD_SUBREAPER).
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
    best = {}
    for _ in range(options.rounds):
        for kind in (SegLab, NBGrader, Otter):
            folder = pathlib.Path(tempfile.mkdtemp(prefix="graders-"))
            path = f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}"
            environment = os.environ | {"HOME": str(folder), "PATH": path, "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
            try:
                wall, processor = kind(folder, options.learners, options, environment).run()
            finally:
                shutil.rmtree(folder, ignore_errors=True)
            wall, processor = wall / options.learners, processor / options.learners
            old = best.get(kind.name, (wall, processor))
            best[kind.name] = (min(wall, old[0]), min(processor, old[1]))
            print(f"{kind.name}: {wall:.2f} s, {processor:.2f} s of processors, load {os.getloadavg()[0]:.1f}", file=sys.stderr)
    own = best["SegLab"]
    print("| grader | seconds a submission | of processors | SegLab's share |\n|---|---|---|---|")
    for name, (wall, processor) in best.items():
        share = "" if name == "SegLab" else f"{own[0] / wall:.2f}; {own[1] / processor:.2f}"
        print(f"| {name} | {wall:.2f} | {processor:.2f} | {share} |")


if __name__ == "__main__":
    main()
