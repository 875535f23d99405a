"""A class whose grading is killed at ten random moments and continued comes to the same grades, byte for byte, as one that nothing disturbs."""

import os
import random
import shutil
import signal
import subprocess
import time

import pytest

from conftest import need

SEED = int(os.environ.get("SEGLAB_KILL_SEED", "1"))
KILLS = 10

LAB = """---
title: A lab that trains
id: trains
dataset: tiny
points: 12
---

```swift exercise=network
let net = .FIXME
let training = .FIXME
```

```yaml check=network
- shape: {conv: [256, 256, 2]}
```

```yaml experiment=run
network: net
training: training
```

```yaml check=run
- accuracy: ">= 0.2"
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


def work(number):
    """A submission: six trainings that differ, a network that does not fit, a right or a wrong answer."""
    channels = 3 if number % 5 == 4 else 2
    cell = f"""let net = Network("net") {{
  Input(shape: [256, 256, 1])
  Conv2D("conv", filter: [3, 3, 1, {channels}])
}}
let training = Training(learningRate: 0.0{1 + number % 6}, epochs: 14, batchSize: 2)"""
    text = LAB.replace("let net = .FIXME\nlet training = .FIXME", f"// learner {number}\n{cell}")
    return text.replace("?\n```", f"{5 if number % 3 else 6}\n```")


def make_class(course, run, works):
    """A course in an empty folder, with a class that handed in these works, and nothing judged yet."""
    (course / "labs").mkdir()
    (course / "labs" / "01-trains.md").write_text(LAB)
    (course / "class").mkdir()
    for number, text in enumerate(works):
        (course / "class" / f"learner-{number}.md").write_text(text)
    run(course, "data", "make", "cardiac", "--as", "tiny", "--patients", "2", "--slices", "3", "--phases", "2")
    return course


@pytest.fixture(scope="module")
def course(run, seglab, tmp_path_factory):
    need(seglab, "seglab-class")
    return make_class(tmp_path_factory.mktemp("killed"), run, map(work, range(10)))


def descendants(pid):
    """The processes below one, itself among them."""
    found = [pid]
    for child in subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split():
        found += descendants(int(child))
    return found


def exported(run, course):
    """The grades of a book: as a table, and for programs."""
    run(course, "grades", "export", "csv", "--book", "book", "--to", "grades.csv")
    return (course / "grades.csv").read_bytes(), run(course, "grades", "--book", "book", "--json")


def grades(run, course):
    run(course, "grade", "class", "--lab", "1", "--out", "book")
    return exported(run, course)


def test_the_same_grades(run, seglab, course, tmp_path):
    disturbed = tmp_path / "disturbed"
    shutil.copytree(course, disturbed)
    start = time.monotonic()
    calm = grades(run, course)
    whole = time.monotonic() - start
    chance = random.Random(SEED)
    killed = 0
    for number in range(KILLS):
        process = subprocess.Popen(
            [str(seglab), "grade", "class", "--lab", "1", "--out", "book"], cwd=disturbed, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(chance.uniform(0.05, 2 * whole / KILLS))
        except subprocess.TimeoutExpired:
            # As by a power cut all of it at once, or the one in the middle while its judges still run.
            for one in descendants(process.pid) if number % 2 else [process.pid]:
                try:
                    os.kill(one, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            process.wait()
            killed += 1
    assert killed >= KILLS / 2, f"grading was done after {killed} kills"
    after = grades(run, disturbed)
    print(f"seed {SEED}: {killed} kills in a run of {whole:.1f} s")
    assert after == calm
    assert calm[0].count(b"\n") == 11 and b"error" not in calm[0]
