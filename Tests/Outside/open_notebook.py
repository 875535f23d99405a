"""A notebook over a small course, opened in a browser: what the tests of it share."""

import os
import re
import resource
import signal
import subprocess
import time

import pytest

from conftest import need

LAB = """---
title: Tiny
id: tiny
dataset: cardiac
budget: {parameters: 1_000_000, minutes: 30}
---

# Tiny

```yaml question=numbers
ask: A picture has 256 rows of 256 pixels. How many pixels is that?
number: 65536
tolerance: 0
why: 256 · 256 = 65,536.
```

```text answer=numbers
?
```

```yaml question=choice
ask: Which of these is a layer?
choices:
  - {key: a, text: "`Conv2D`", right: true, why: "It is."}
  - {key: b, text: "`Training`", why: "It says how a network trains."}
```

```text answer=choice
?
```

```swift exercise=network
let net = Network("net") {
  Input(shape: [256, 256, 1])
  Conv2D("score", filter: [.FIXME, .FIXME, 1, 2], activation: .identity)
}
```

```yaml check=network
- shape: {score: [256, 256, 2]}
- parameters: 20
```

```yaml experiment=short
network: net
training: {learning_rate: 0.1, epochs: 2}
show: [curves, predictions]
```

```yaml check=short
- accuracy: ">= 0.5"
```

```yaml experiment=long
network: net
training: {learning_rate: 0.01, epochs: 400}
```
"""
SOLVED = 'let net = Network("net") {\n  Input(shape: [256, 256, 1])\n  Conv2D("score", filter: [3, 3, 1, 2], activation: .identity)\n}'
CELL = "#cell-network .editor textarea"


class Notebook:
    """A server over a course of its own, which can be killed and started again."""

    def __init__(self, seglab, folder, language="en"):
        self.seglab, self.folder, self.language, self.process = seglab, folder, language, None
        self.lab = folder / "labs" / "01-tiny.md"
        self.environment = dict(os.environ, XDG_RUNTIME_DIR=str(folder / "run"))
        (folder / "run").mkdir(exist_ok=True)

    def start(self, *options, descriptors=None):
        def few():
            resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

        self.process = subprocess.Popen(
            [str(self.seglab), "notebook", "--no-open", "--lang", self.language, *options], cwd=self.folder,
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
            preexec_fn=few if descriptors else None,
        )
        self.address = self.link(self.process.stdout.readline())
        self.home = re.match(r"http://[^/]+", self.address).group(0)
        return self

    @staticmethod
    def link(line):
        found = re.search(r"http://\S+", line)
        assert found, f"no link in {line!r}"
        return found.group(0)

    def another_link(self):
        done = subprocess.run(
            [str(self.seglab), "notebook", "--no-open"], cwd=self.folder, env=self.environment, capture_output=True,
            text=True, timeout=60,
        )
        return self.link(done.stdout)

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def window(self, context, path="/labs/01-tiny"):
        """A window of a browser that is let in."""
        page = context.new_page()
        page.said = []
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on(
            "console",
            lambda message: page.said.append(message.text)
            if message.type == "error" and "ERR_" not in message.text and "Failed to load" not in message.text
            else None,
        )
        if not context.cookies():
            page.goto(self.another_link())
        page.goto(self.home + path)
        if path != "/":
            page.locator("#connection[data-state=saved], #connection[data-state=readOnly]").wait_for()
        return page


@pytest.fixture(scope="module")
def course(run, tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebook")
    run(folder, "init", "--quiet", ".")
    run(folder, "data", "make", "cardiac")
    for lab in (folder / "labs").glob("*.md"):
        lab.unlink()
    return folder


@pytest.fixture
def notebook(seglab, course):
    need(seglab, "seglab-notebook")
    opened = Notebook(seglab, course)
    opened.lab.write_text(LAB)
    opened.start()
    yield opened
    opened.kill()


@pytest.fixture
def context(browser):
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(60_000)
    yield opened
    opened.close()


def written(notebook, cell="swift exercise=network"):
    """What stands in a cell of the file."""
    return re.search(rf"```{cell}\n(.*?)```", notebook.lab.read_text(), re.S).group(1)


def eventually(check, seconds=15):
    """Waits until something is so."""
    end = time.time() + seconds
    while not check():
        assert time.time() < end, "it did not come to be so"
        time.sleep(0.05)


def badge(page, cell, verdict, timeout=90_000):
    page.locator(f"#cell-{cell} > header .badge.{verdict}").wait_for(timeout=timeout)
