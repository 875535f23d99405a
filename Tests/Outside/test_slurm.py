"""The same work on a cluster: a real Slurm of two nodes on loopback places it, and the store decides what is true."""

import shutil
import tempfile

import pytest

from slurm_cluster import Cluster, missing, until


@pytest.fixture(scope="module")
def cluster():
    absent = missing()
    if absent:
        pytest.skip(f"there is no {', '.join(absent)}: apt-get install slurm-wlm munge")
    # A path of pytest's own is too long for munge's socket.
    folder = tempfile.mkdtemp(prefix="slurm-")
    with Cluster(folder) as running:
        yield running
    assert running.processes() == []
    shutil.rmtree(folder)


def test_slurm_places_an_array_and_what_depends_on_it(cluster, tmp_path):
    """What the other tests stand on: both nodes work, and a step after an array sees what it left."""
    array = cluster(
        "sbatch", "--parsable", "--array=0-3", "--output", tmp_path / "%a.log", "--wrap",
        f"sleep 1; echo $SLURMD_NODENAME > {tmp_path}/$SLURM_ARRAY_TASK_ID",
    ).strip()
    cluster(
        "sbatch", "--dependency", f"afterany:{array}", "--output", tmp_path / "all.log", "--wrap", f"cat {tmp_path}/? > {tmp_path}/all"
    )
    cluster.wait()
    assert sorted((tmp_path / "all").read_text().split()) == ["d1", "d1", "d2", "d2"]


def test_a_job_goes_on_where_its_node_is_taken_for_dead(cluster, tmp_path):
    """Slurm gives a dead node's job to another one and ends nothing: the store alone keeps two workers apart."""
    log = tmp_path / "log"
    cluster(
        "sbatch", "--requeue", "--open-mode=append", "--output", log, "--wrap",
        "for i in $(seq 60); do echo ${SLURM_RESTART_COUNT:-0} $SLURMD_NODENAME; sleep 1; done",
    )
    until(lambda: log.exists() and log.read_text(), 30, cluster.logs)
    node = log.read_text().split()[1]
    cluster.kill(node)
    try:
        until(lambda: any(line.startswith("1 ") for line in log.read_text().splitlines()), 60, cluster.logs)
        lines = len(log.read_text().splitlines())
        until(lambda: any(line.startswith("0 ") for line in log.read_text().splitlines()[lines:]), 10, cluster.logs)
    finally:
        cluster("scancel", "--state=RUNNING")
        cluster.start_node(node)
    cluster.wait()
