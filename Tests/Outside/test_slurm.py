"""A class graded on a cluster comes to the same grades, byte for byte, as on one machine, whatever becomes of nodes, jobs and disks.

A real Slurm of two nodes on loopback places the work; the store decides what is true, so nothing is published twice.
"""

import contextlib
import hashlib
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time

import pytest

from conftest import need
from slurm_cluster import Cluster, missing, signalled, until
from test_killed_class import descendants, exported, make_class, work

LEARNERS = 6
# So few that an array does not hold all items: they are handed over in several.
ARRAY_SIZE = 5
# What a command exits with where something is unfinished.
UNFINISHED = 75
# Seconds without a sign of life after which an item is taken over.
PATIENCE = 6
# The seconds for which a client believes what it saw.
LATE = 3


@pytest.fixture(scope="module")
def cluster():
    absent = missing()
    if absent:
        pytest.skip(f"there is no {', '.join(absent)}: apt-get install slurm-wlm munge")
    # A path of pytest's own is too long for munge's socket.
    folder = tempfile.mkdtemp(prefix="slurm-")
    with Cluster(folder, array_size=ARRAY_SIZE) as running:
        yield running
    assert running.processes() == []
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def course(run, seglab, tmp_path_factory):
    """A course with a class whose trainings take some seconds each, and nothing judged yet."""
    need(seglab, "seglab-class")
    # Two of them ask for the same training.
    others = LEARNERS - 1
    works = [
        work(number % others).replace(f"// learner {number % others}\n", f"// learner {number}\n")
        for number in range(LEARNERS)
    ]
    return make_class(tmp_path_factory.mktemp("cluster"), run, works)


@pytest.fixture(scope="module")
def calm(run, course, tmp_path_factory):
    """The grades as one machine works them out."""
    alone = tmp_path_factory.mktemp("calm") / "course"
    shutil.copytree(course, alone)
    run(alone, "grade", "class", "--lab", "1", "--out", "book")
    found = exported(run, alone)
    assert found[0].count(b"\n") == LEARNERS + 1 and b"error" not in found[0]
    return found


class Watched:
    """A copy of the course with a store. Meanwhile nothing that was published is published again, or changes: neither results nor runs."""

    def __init__(self, seglab, run, course, folder, cluster=None):
        self.seglab, self.run, self.cluster = seglab, run, cluster
        self.course = folder / "course"
        self.store = folder / "store"
        shutil.copytree(course, self.course)
        self.published, self.again = {}, []
        self.isOver = threading.Event()
        self.thread = threading.Thread(target=self.watch)

    def watch(self):
        while not self.isOver.is_set():
            self.look()
            self.isOver.wait(0.05)

    def look(self):
        for path in [*self.store.glob("results/??/*"), *self.course.glob(".seglab/runs/*/seal")]:
            if "." in path.name or len(path.parent.name) not in (2, 64):
                continue
            try:
                facts = path.stat()
                now = facts.st_ino, facts.st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest()
            except OSError:
                continue
            if self.published.setdefault(path, now) != now:
                self.again.append(path)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.isOver.set()
        self.thread.join()

    def start(self, *arguments, **options):
        environment = self.cluster.environment if self.cluster else os.environ
        return subprocess.Popen(
            [str(self.seglab), *map(str, arguments)], cwd=self.course, env=environment, text=True, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, **options,
        )

    def say(self, *arguments, codes=(0,)):
        process = self.start(*arguments)
        said, _ = process.communicate(timeout=300)
        assert process.returncode in codes, f"seglab {arguments}: {process.returncode}\n{said}\n{self.logs()}"
        return said

    def grading(self, on):
        return "grade", "class", "--lab", "1", "--out", "book", "--on", on, "--store", self.store, "--patience", PATIENCE

    def hand_in(self):
        """Hands in what is open, as items for whoever works; whether nothing is."""
        process = self.start(*self.grading("store"))
        said, _ = process.communicate(timeout=300)
        assert process.returncode in (0, UNFINISHED), said
        return process.returncode == 0

    def finish(self, work):
        """Lets `work` do what is handed in, round for round, until nothing is open."""
        for _ in range(8):
            if self.hand_in():
                return
            work()
        raise AssertionError(self.logs())

    def logs(self):
        """What the workers said."""
        return "\n".join(f"== {path.name}\n{path.read_text(errors='replace')}" for path in sorted(self.store.glob("logs/*")))

    def check(self, calm):
        """Everything is there, once, and the grades are those of one machine."""
        self.look()
        assert self.published and self.again == []
        done = re.findall(r"^Item (\d+) (?:done|came to nothing)", self.logs(), re.MULTILINE)
        assert len(done) == len(set(done)), self.logs()
        assert exported(self.run, self.course) == calm, self.logs()


@pytest.fixture
def watched(seglab, run, course, calm, tmp_path, request):
    cluster = request.getfixturevalue("cluster") if "cluster" in request.fixturenames else None
    with Watched(seglab, run, course, tmp_path, cluster) as one:
        yield one


def training(watched):
    """The processes of workers that train at the moment, by the nodes that they are on."""
    found = {}
    for process in watched.cluster.processes():
        try:
            words = pathlib.Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
            node = re.search(rb"SLURMD_NODENAME=(\w+)", pathlib.Path(f"/proc/{process}/environ").read_bytes())
        except OSError:
            continue
        if b"work" in words and str(watched.store).encode() in words and node:
            found[node.group(1).decode()] = process
    checkpoints = list(watched.course.glob(".seglab/runs/*.checkpoint"))
    return found if found and checkpoints else {}


def test_a_class_in_arrays(cluster, watched, calm):
    watched.say(*watched.grading("slurm"))
    cluster.wait(240)
    assert "arrays" not in watched.say("jobs", watched.store)
    watched.check(calm)


def test_a_node_dies_and_an_orphan_goes_on(cluster, watched, calm):
    """First a node's daemon alone is killed: Slurm takes its job for dead and starts it again elsewhere, while it goes on. Then all of a node."""
    watched.say(*watched.grading("slurm"))
    found = {}
    # What trained at one look may have ended at the next.
    until(lambda: found.update(training(watched)) or found, 120, watched.logs)
    node = next(iter(found))
    cluster.kill(node)
    until(lambda: cluster.node_states()[node].startswith("down"), 90, cluster.logs)
    cluster.start_node(node)
    until(lambda: training(watched) or not cluster.jobs(), 120, watched.logs)
    for node, worker in list(training(watched).items())[:1]:
        cluster.kill(node)
        for process in descendants(worker):
            signalled(process, signal.SIGKILL)
        cluster.start_node(node)
    cluster.wait(240)
    watched.say(*watched.grading("slurm"))
    cluster.wait(240)
    watched.check(calm)


def test_the_controller_is_restarted_and_the_queue_cancelled(cluster, watched, calm):
    watched.say(*watched.grading("slurm"))
    until(lambda: any(job[1] == "RUNNING" for job in cluster.jobs()), 60, cluster.logs)
    # Told to end, so that it writes down what it has: one that is killed in its first seconds gives the same numbers once more, and takes
    # its own nodes out of service.
    cluster.kill("slurmctld", signal.SIGTERM)
    time.sleep(1)
    cluster.start_controller()
    until(cluster.answers, 60, cluster.logs)
    until(lambda: training(watched), 120, lambda: f"{cluster.jobs()}\n{watched.logs()}\n{cluster.logs()}")
    watched.say("jobs", watched.store, "--cancel")
    cluster.wait(60)
    # What was done stays; the same command goes on with the rest.
    watched.say(*watched.grading("slurm"))
    cluster.wait(240)
    watched.check(calm)


def test_who_was_silent_for_too_long_publishes_nothing(watched, calm):
    """Two workers on one item: the first is stopped as by a machine that sleeps, and wakes when the second one has done its work."""
    watched.hand_in()
    first = watched.start("work", watched.store, "--item", "0", start_new_session=True)
    until(lambda: list(watched.store.glob("leases/??/*.1")), 30)
    stopped = descendants(first.pid)
    for process in stopped:
        signalled(process, signal.SIGSTOP)
    second = watched.say("work", watched.store, "--item", "0")
    assert re.search("Item 0 (done|came to nothing)", second)
    for process in stopped:
        signalled(process, signal.SIGCONT)
    said, _ = first.communicate(timeout=60)
    assert "no longer this worker's" in said and "Item 0 done" not in said
    watched.finish(lambda: watched.say("work", watched.store, "--drain"))
    watched.check(calm)


@pytest.mark.skipif(os.getuid() != 0, reason="only root mounts a folder twice and moves clocks")
def test_two_mounts_and_wrong_clocks(watched, calm):
    """Two workers that see the store by two mounts, one of them with a clock a day ahead; and the server's times say nothing.

    The time of day cannot be moved for a process alone, so the times of leases are: to years ago and to tomorrow, as by a server's wrong clock.
    """
    other = watched.course.parent / "other"
    other.mkdir()
    chance = random.Random(1)

    def both():
        mounted = f"mount --bind {watched.store} {other} && exec {watched.seglab} work {other} --drain"
        ahead = subprocess.Popen(
            ["unshare", "--mount", "--time", "--monotonic", "86400", "--boottime", "86400", "--fork", "--kill-child", "sh", "-c", mounted],
            cwd=watched.course, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        here = watched.start("work", watched.store, "--drain")
        while ahead.poll() is None or here.poll() is None:
            for lease in watched.store.glob("leases/??/*"):
                seconds = time.time() + chance.choice([-1e9, 86_400])
                try:
                    os.utime(lease, (seconds, seconds))
                except FileNotFoundError:
                    pass
            time.sleep(0.05)
        said = [process.communicate()[0] for process in (ahead, here)]
        assert (ahead.returncode, here.returncode) == (0, 0), said
        # Nobody was taken for dead.
        assert "no longer this worker's" not in "".join(said), said

    watched.finish(both)
    watched.check(calm)


@pytest.mark.skipif(os.getuid() != 0, reason="only root mounts a small disk")
def test_the_disk_is_full(watched, calm):
    watched.store.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", watched.store], check=True)
    try:
        watched.hand_in()
        filler = watched.store / "filler"
        try:
            filler.write_bytes(bytes(8 << 20))
        except OSError:
            pass
        said = watched.say("work", watched.store, codes=(65,))
        assert "No space left on device" in said
        filler.unlink()
        watched.finish(lambda: watched.say("work", watched.store, "--drain"))
        watched.check(calm)
    finally:
        subprocess.run(["umount", "--lazy", watched.store], check=True)


@contextlib.contextmanager
def late_mount(folder, place, seconds):
    """A mount of a folder whose client believes for so many seconds what it saw: names, what was missing, sizes and times."""
    place.mkdir()
    late = ",".join(f"{kind}_timeout={seconds}" for kind in ("attr", "entry", "negative"))
    process = subprocess.Popen(["bindfs", "-f", "-o", late, folder, place], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        until(lambda: os.path.ismount(place), 20)
        yield
    finally:
        subprocess.run(["umount", "--lazy", place], check=False)
        process.terminate()
        process.communicate(timeout=20)


@pytest.mark.skipif(os.getuid() != 0 or not os.path.exists("/dev/fuse"), reason="only root mounts a folder by FUSE")
@pytest.mark.skipif(shutil.which("bindfs") is None, reason="there is no bindfs: apt-get install bindfs")
def test_clients_that_see_late(watched, calm):
    """Two workers whose clients see for some seconds what was there before, as NFS's do: files that are there are missing, and the other way round."""
    watched.store.mkdir()
    mounts = [watched.course.parent / name for name in ("one", "two")]
    with contextlib.ExitStack() as stack:
        for place in mounts:
            stack.enter_context(late_mount(watched.store, place, LATE))
        # They are late: who asked for a name before it was there does not see it.
        (mounts[0] / ".late").exists()
        (watched.store / ".late").touch()
        assert not (mounts[0] / ".late").exists()

        def work():
            workers = [watched.start("work", place, "--drain") for place in mounts]
            said = [worker.communicate(timeout=300)[0] for worker in workers]
            # Lists that are not seen yet are told as "being handed in": 75.
            assert all(worker.returncode in (0, UNFINISHED) for worker in workers), said
            assert "is not what was written" not in "".join(said) and "cannot be read" not in "".join(said), said

        for _ in range(12):
            if watched.hand_in():
                break
            work()
    watched.finish(lambda: None)
    watched.check(calm)


@pytest.mark.skipif(shutil.which("parallel") is None, reason="there is no parallel: apt-get install parallel")
def test_gnu_parallel(watched, calm):
    """As the page about it says."""

    def work():
        count = sum(len(path.read_text().splitlines()) for path in watched.store.glob("order/*"))
        subprocess.run(
            f"seq 0 {count - 1} | parallel -q -j 2 {watched.seglab} work {watched.store} --item {{}}", shell=True, check=True,
            capture_output=True, cwd=watched.course, timeout=300,
        )

    watched.finish(work)
    watched.check(calm)
