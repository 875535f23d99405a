"""What the tests with outside programs share: the program, a course with pages made by it, and a browser.

A test that needs a program which is not there says *skipped*; `make test-outside` installs them first.
"""

import pathlib
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def first(*candidates):
    """The first of the paths that is there; None where none is."""
    return next((path for path in candidates if path and pathlib.Path(path).exists()), None)


@pytest.fixture(scope="session")
def seglab():
    """The newest build of the program."""
    builds = [ROOT / ".build" / kind / "seglab" for kind in ("release", "debug")]
    built = sorted((path for path in builds if path.exists()), key=lambda path: path.stat().st_mtime)
    if not built:
        pytest.skip("seglab is not built: swift build")
    return built[-1]


def need(seglab, name):
    """Skips where a program that belongs beside seglab is not built."""
    if not (seglab.parent / name).exists():
        pytest.skip(f"{name} is not built: swift build --product {name}")


@pytest.fixture(scope="session")
def run(seglab):
    """Runs a command of seglab in a folder; its exit code has to be one of `codes`."""

    def command(folder, *arguments, codes=(0,)):
        done = subprocess.run(
            [str(seglab), *map(str, arguments)], cwd=folder, capture_output=True, text=True, timeout=900
        )
        assert done.returncode in codes, f"seglab {arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    return command


@pytest.fixture(scope="session")
def pages(run, tmp_path_factory):
    """Pages of each kind by name: a lab with results, labs as learners get them, a data set; in both languages."""
    course = tmp_path_factory.mktemp("course")
    run(course, "init", "--quiet", ".")
    run(course, "data", "make", "cardiac")
    made = {}
    for language in ("en", "ko"):
        made[f"results.{language}"] = course / f"results.{language}.html"
        solution = ROOT / "solutions" / "02-fcn.md"
        run(
            course, "run", 2, "--with", solution, "--profile", "quick", "--lang", language,
            "--page", made[f"results.{language}"], codes=(0, 1, 3),
        )
        for lab in sorted((ROOT / "labs").glob("*.md")):
            if lab.stem.endswith(".ko"):
                continue
            number = int(lab.stem.split("-")[0])
            name = f"{lab.stem}.{language}"
            made[name] = course / f"{name}.html"
            run(
                course, "run", number, "--profile", "quick", "--lang", language, "--page", made[name], codes=(0, 1, 3, 65),
            )
        made[f"set.{language}"] = course / f"set.{language}.html"
        run(course, "data", "show", "cardiac", "--lang", language, "--page", made[f"set.{language}"])
    (course / "reports").mkdir()
    run(course, "run", 2, "--with", solution, "--profile", "quick", "--report", "reports/02.json", codes=(0, 1, 3))
    run(course, "site", "build")
    for page in sorted((course / "_site").glob("*/**/*.html")):
        place = page.relative_to(course / "_site").with_suffix("")
        made[f"site {place}.{place.parts[0]}"] = page
    return {name: path for name, path in made.items() if path.exists()}


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, driven from here."""
    playwright = pytest.importorskip("playwright.sync_api")
    path = first(shutil.which("chromium"), shutil.which("chromium-browser"))
    if path is None:
        pytest.skip("there is no chromium: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        # A container seldom lets Chromium make its own sandbox as root; the pages are our own.
        opened = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()
