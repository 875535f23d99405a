"""Times the notebook beside JupyterLab and marimo on one machine, in turn, in one run: opening, and from a key to an answer.

    python3 -m venv /tmp/notebooks && /tmp/notebooks/bin/pip install playwright jupyterlab marimo torch
    /tmp/notebooks/bin/python Benchmarks/notebooks.py --chromium /usr/bin/chromium

Opening is from the address to the moment at which a cell can be written in. The answer of SegLab's is the shape table of the cell after
a changed number; of the others, the output of a cell that is run by Ctrl+Enter: they tell nothing before a cell runs. With `--cell print`
it prints a number. With `--cell network` it builds the network of the same lab in PyTorch, which a cell above has imported, sends an empty
image through it, and prints each layer's shape and parameters; the number that is changed is SegLab's. Without `--cell`, both, each with
a server of its own.
"""

import argparse
import json
import os
import pathlib
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
import urllib.request

import lab_network
from playwright.sync_api import sync_playwright

ROOT = lab_network.ROOT
BIN = pathlib.Path(sys.executable).parent
NETWORK = lab_network.PYTORCH + """
x = torch.zeros(1, 1, 256, 256)
for layer in fcn:
    x = layer(x)
    print(type(layer).__name__, list(x.shape), sum(weights.numel() for weights in layer.parameters()))"""
# What a notebook holds at first; its last cell is the one that is changed and run.
CELLS = {"print": ["print(0)"], "network": ["import torch\nfrom torch import nn", NETWORK]}


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(address, seconds=90):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            return urllib.request.urlopen(address, timeout=2).status
        except urllib.error.HTTPError:
            return None
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"nothing answers at {address}")


class Server:
    """One notebook, served from a folder of its own."""

    def __init__(self, folder, shown):
        self.folder = pathlib.Path(folder)
        self.shown = shown
        self.process = None

    def start(self, *command, **environment):
        self.process = subprocess.Popen(
            [str(word) for word in command], cwd=self.folder, env=dict(os.environ, **environment), text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
        )

    def end(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class SegLab(Server):
    name = "SegLab"

    def begin(self):
        program = ROOT / ".build" / "release" / "seglab"
        for words in (("init", "--quiet", "."), ("data", "make", "cardiac")):
            subprocess.run([program, *words], cwd=self.folder, check=True, capture_output=True)
        # One number decides two layers, as in the other notebooks' cell.
        self.solved = "let maps = 100\n" + lab_network.SWIFT.replace("1, 100]", "1, maps]").replace("[5, 5, 100,", "[5, 5, maps,")
        assert self.solved.count("maps") == 3, self.solved
        self.start(program, "notebook", "--no-open", XDG_RUNTIME_DIR=str(self.folder))
        self.link = re.search(r"http://\S+", self.process.stdout.readline()).group(0)
        self.home = re.match(r"http://[^/]+", self.link).group(0)

    def let_in(self, page):
        page.goto(self.link)

    def open(self, page):
        page.goto(self.home + "/labs/02-fcn")
        page.locator("#connection[data-state=saved]").wait_for()

    def prepare(self, page):
        self.area = page.locator("#cell-network .editor textarea")
        self.area.fill(self.solved)
        page.locator("#cell-network .layers-live tbody tr").nth(2).wait_for()
        self.count = 0

    def answer(self, page):
        # Another number each time: nothing that was compiled before answers.
        before, after = str(100 + self.count), str(101 + self.count)
        self.count += 1
        text = self.area.input_value()
        place = re.search(rf"\b{before}\b", text)
        self.area.evaluate("(area, range) => { area.focus(); area.setSelectionRange(range[0], range[1]) }", list(place.span()))
        begin = time.perf_counter()
        page.keyboard.insert_text(after)
        page.wait_for_function(
            "word => Array.from(document.querySelectorAll('#cell-network .layers-live td.shape'))"
            ".some(cell => cell.textContent.split('×').pop() === word)", arg=after)
        return time.perf_counter() - begin


class CellNotebook(Server):
    """A notebook that tells something once a cell has run; `cell` and `output` say where its page has both, `shown` which of `CELLS`."""

    def let_in(self, page):
        pass

    def prepare(self, page):
        self.count = 0
        if self.shown == "network":
            page.locator(self.cell).first.click()
            page.keyboard.press("Control+Enter")
        for _ in range(3):
            self.answer(page)

    def answer(self, page):
        self.count += 1
        page.locator(self.cell).last.click()
        if self.shown == "network":
            # The number of maps of the first convolution, as in SegLab's; the line that it stands on.
            page.keyboard.press("Control+Home")
            page.keyboard.press("Shift+End")
            text, answer = f"maps = {100 + self.count}", f"[1, {100 + self.count}, 128, 128]"
        else:
            page.keyboard.press("Control+a")
            text, answer = f"print({self.count}000 + 7)", f"{self.count}007"
        begin = time.perf_counter()
        page.keyboard.insert_text(text)
        page.keyboard.press("Control+Enter")
        page.locator(f"{self.output} >> text={answer}").first.wait_for()
        return time.perf_counter() - begin


class JupyterLab(CellNotebook):
    name = "JupyterLab"
    cell = ".jp-Notebook .jp-CodeCell .cm-content"
    output = ".jp-OutputArea-output"

    def begin(self):
        base = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
        cells = [base | {"id": f"cell-{number}", "source": text} for number, text in enumerate(CELLS[self.shown])]
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        (self.folder / "a.ipynb").write_text(json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}))
        self.port = free_port()
        self.start(
            BIN / "jupyter-lab", "--no-browser", "--allow-root", f"--port={self.port}", "--IdentityProvider.token=",
            "--ServerApp.password=", HOME=str(self.folder), JUPYTER_PLATFORM_DIRS="0",
        )
        wait_for(f"http://127.0.0.1:{self.port}/api")

    def open(self, page):
        page.goto(f"http://127.0.0.1:{self.port}/lab/tree/a.ipynb?reset")
        page.locator(self.cell).first.wait_for()

    def prepare(self, page):
        # A key before the kernel is there runs nothing.
        page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
        super().prepare(page)


class Marimo(CellNotebook):
    name = "marimo"
    cell = ".marimo-cell .cm-content"
    output = ".console-output-area"

    def begin(self):
        cells = [f"\n\n@app.cell\ndef _():\n{textwrap.indent(text, '    ')}\n    return\n" for text in CELLS[self.shown]]
        (self.folder / "a.py").write_text("import marimo\n\napp = marimo.App()\n" + "".join(cells))
        self.port = free_port()
        self.start(
            BIN / "marimo", "edit", "a.py", "--headless", "--no-token", f"--port={self.port}", HOME=str(self.folder))
        wait_for(f"http://127.0.0.1:{self.port}/health")

    def open(self, page):
        page.goto(f"http://127.0.0.1:{self.port}/")
        page.locator(self.cell).first.wait_for()


def measure(kind, shown, browser, openings, answers):
    with tempfile.TemporaryDirectory() as folder:
        server = kind(folder, shown)
        server.begin()
        try:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            context.set_default_timeout(60_000)
            page = context.new_page()
            received = []
            session = context.new_cdp_session(page)
            session.send("Network.enable")
            session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
            server.let_in(page)
            times = []
            for number in range(openings):
                # As on the first evening: nothing is kept from before.
                session.send("Network.clearBrowserCache")
                received.clear()
                begin = time.perf_counter()
                server.open(page)
                times.append(time.perf_counter() - begin)
                page.wait_for_timeout(1000)
            size = sum(received)
            server.prepare(page)
            replies = [server.answer(page) for _ in range(answers)]
            context.close()
            return times[0], statistics.median(times), statistics.median(replies), max(replies), size
        finally:
            server.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--cell", choices=CELLS, help="what JupyterLab and marimo run (default: both, a row each)")
    parser.add_argument("--openings", type=int, default=5)
    parser.add_argument("--answers", type=int, default=11)
    chosen = parser.parse_args()
    kinds = [(SegLab, None)]
    for kind in (JupyterLab, Marimo):
        kinds += [(kind, shown) for shown in CELLS if chosen.cell in (None, shown)]
    print("| notebook | first opening, s | opening, median, s | from a key to the answer, median, s | slowest, s | received, kB |")
    print("|---|---|---|---|---|---|")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chosen.chromium, args=["--no-sandbox"])
        for kind, shown in kinds * 2:
            first, opening, reply, slowest, size = measure(kind, shown, browser, chosen.openings, chosen.answers)
            name = f"{kind.name}, {shown}" if shown else kind.name
            print(f"| {name} | {first:.2f} | {opening:.2f} | {reply:.2f} | {slowest:.2f} | {size / 1000:.0f} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
