"""What a store says to whoever may not use it, where it must not lie, and without its cluster: as an ordinary user, and by hand."""

import os
import pathlib
import shutil
import subprocess

import pytest

from conftest import need
from test_killed_class import make_class, work

UNAVAILABLE, BAD, USAGE, UNFINISHED = 69, 65, 2, 75


@pytest.fixture(scope="module")
def course(run, seglab, tmp_path_factory):
    need(seglab, "seglab-class")
    return make_class(tmp_path_factory.mktemp("stores"), run, [work(0)])


def said(seglab, course, *words, user=None, environment=None):
    """What a command says, and its exit code; as another user where one is named."""
    start = ["setpriv", f"--reuid={user}", "--clear-groups"] if user else []
    done = subprocess.run(
        [*start, str(seglab), *map(str, words)], cwd=course, env={**os.environ, **(environment or {})}, text=True,
        capture_output=True, timeout=120,
    )
    return done.returncode, done.stdout + done.stderr


def grade(seglab, course, *words, **how):
    return said(seglab, course, "grade", "class", "--lab", "1", "--out", "book", *words, **how)


@pytest.mark.skipif(os.getuid() != 0, reason="only root works as another user")
def test_a_closed_folder_is_named_with_what_opens_it(seglab, course, tmp_path):
    """Neither is it taken for an empty one, nor for a store that is not there; what the message says mends it."""
    state, store = tmp_path / "state", tmp_path / "a store"
    environment = {"XDG_STATE_HOME": str(state)}
    assert grade(seglab, course, "--on", "store", "--store", store, environment=environment)[0] == UNFINISHED
    tmp_path.chmod(0o755)
    for above in tmp_path.parents[:2]:
        above.chmod(0o755)
    for path in [*tmp_path.rglob("*")]:
        os.chown(path, 65534, 65534)

    def jobs():
        return said(seglab, "/", "jobs", store, user=65534, environment=environment)

    if jobs()[0] == 127 or "Permission denied" in jobs()[1]:
        pytest.skip("the program's own folder is closed to other users")
    assert jobs()[0] == 0, jobs()
    for part in ("results", "items", "common", "order", "leases", ""):
        place = store / part
        place.mkdir(exist_ok=True)
        os.chown(place, 65534, 65534)
        for mode in (0o000, 0o600):
            place.chmod(mode)
            code, words = jobs()
            assert code == BAD and f"{place} is closed to this user" in words, (part, words)
        advice = words.split("`")[1]
        assert advice == f"chmod u+rwx '{place}'"
        subprocess.run(["sh", "-c", advice], check=True)
        assert jobs()[0] == 0


def test_a_store_has_a_place_of_its_own(seglab, course):
    for words, code, what in [
        (("--on", "store", "--store", ""), USAGE, "names no folder"),
        (("--on", "store", "--store", "class/store"), USAGE, "be taken for something that was handed in"),
        (("--on", "store", "--store", "book"), USAGE, "is for the grade book"),
        (("--on", "store", "--store", ".seglab/data"), BAD, "for things that SegLab keeps there itself"),
    ]:
        found = grade(seglab, course, *words)
        assert found[0] == code and what in found[1], found
        assert not pathlib.Path(course, "class", "store").exists()
    found = said(seglab, course, "grade", "class", "--lab", "1", "--out", "class/book")
    assert found[0] == USAGE and "be taken for something that was handed in" in found[1]


@pytest.mark.skipif(shutil.which("squeue") is None, reason="there is no Slurm: apt-get install slurm-wlm")
def test_a_cluster_that_does_not_answer_is_known_before_anything_is_made(seglab, course, tmp_path):
    nothing = tmp_path / "slurm.conf"
    nothing.write_text("ClusterName=none\nSlurmctldHost=localhost\nSlurmctldPort=1\nMessageTimeout=5\n")
    environment = {"SLURM_CONF": str(nothing)}
    code, words = grade(seglab, course, "--on", "slurm", "--store", tmp_path / "store", environment=environment)
    assert code == UNAVAILABLE and "squeue" in words, words
    assert not (tmp_path / "store").exists()


def test_collecting_says_what_was_never_handed_in(seglab, course, tmp_path):
    store = tmp_path / "store"
    assert grade(seglab, course, "--on", "store", "--store", store)[0] == UNFINISHED
    code, words = grade(seglab, course, "--collect", "--store", store)
    assert code == UNFINISHED and "never" not in words and "not done yet" in words, words
    shutil.rmtree(store / "items")
    code, words = grade(seglab, course, "--collect", "--store", store)
    assert code == UNFINISHED and "None of them was handed in" in words, words
