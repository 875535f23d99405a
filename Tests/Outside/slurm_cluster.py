"""A Slurm of our own: munged, slurmctld and two slurmd on loopback, in one folder, started and stopped by process id.

Services of the system are neither used nor needed, no file outside the folder is written, and what was started ends with the test.

Everything runs as whoever starts it, root or not: `SlurmUser` and `SlurmdUser` are that user, whose jobs alone such a cluster runs, and munged has a key
and a socket of its own. Nothing in the configuration below asks for more than an ordinary user may.
"""

import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import time

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "scontrol", "sinfo", "setpriv")
NODES = ("d1", "d2")
PATH = os.environ["PATH"] + ":/usr/sbin:/sbin"

# Why each of these: processes are told by their parents and not by a cgroup, which containers seldom let one write; nothing is accounted,
# as on many small clusters; a credential holds for 5 s, so that a job is run again after seconds and not after two minutes.
CONFIGURATION = """\
ClusterName=seglab
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket,cred_expire=5
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SlurmctldTimeout=10
SlurmdTimeout=10
KillWait=3
MinJobAge=300
MaxArraySize={array_size}
SchedulerParameters=batch_sched_delay=0,sched_interval=1
JobRequeue=1
{nodes}
PartitionName=main Nodes={names} Default=YES MaxTime=INFINITE State=UP
"""


def missing():
    """The programs that a cluster needs and that are not there."""
    return [name for name in PROGRAMS if shutil.which(name, path=PATH) is None]


class Cluster:
    """Two nodes of one core each. A context: what it started is gone when it is left.

    - folder: where it keeps everything; its path has to be short, because of the socket in it.
    - array_size: the first index that an array cannot have (`MaxArraySize`).
    """

    def __init__(self, folder, array_size=1001):
        self.folder = pathlib.Path(folder).resolve()
        self.configuration = self.folder / "slurm.conf"
        self.environment = os.environ | {"SLURM_CONF": str(self.configuration), "PATH": PATH}
        self.daemons = {}
        for name in ("state", *(f"spool-{node}" for node in NODES)):
            (self.folder / name).mkdir()
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o600)
        host = socket.gethostname().split(".")[0]
        ports = free_ports(1 + len(NODES))
        nodes = "\n".join(
            f"NodeName={node} NodeHostname={host} NodeAddr=127.0.0.1 Port={port} CPUs=1 RealMemory=1000 State=UNKNOWN"
            for node, port in zip(NODES, ports[1:])
        )
        self.configuration.write_text(
            CONFIGURATION.format(
                host=host, ports=ports, user=pwd.getpwuid(os.getuid()).pw_name, folder=self.folder, nodes=nodes,
                names=",".join(NODES), array_size=array_size,
            )
        )

    def __enter__(self):
        try:
            self.start("munged", "munged", "--foreground", "--force", *(
                f"--{option}={self.folder / file}" for option, file in (
                    ("key-file", "munge.key"), ("socket", "munge.socket"), ("pid-file", "munged.pid"),
                    ("log-file", "munged.log"), ("seed-file", "munged.seed"),
                )
            ))
            until((self.folder / "munge.socket").exists, 20, self.logs)
            self.start_controller()
            for node in NODES:
                self.start_node(node)
            until(lambda: self.node_states() == dict.fromkeys(NODES, "idle"), 60, self.logs)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        # Jobs of a node that was killed belong to nobody any more: they are told by the configuration that they were started with.
        for name in list(self.daemons):
            self.kill(name)
        for _ in range(3):
            for process in self.processes():
                signalled(process, signal.SIGKILL)
            time.sleep(0.1)

    def start(self, name, *command):
        """Starts a daemon in the foreground; should this process die, it is killed."""
        log = open(self.folder / f"{name}.out", "ab")
        self.daemons[name] = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *map(str, command)], env=self.environment, cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )
        log.close()

    def start_controller(self):
        self.start("slurmctld", "slurmctld", "-D", "-f", self.configuration)

    def start_node(self, node):
        self.start(node, "slurmd", "-D", "-N", node, "-f", self.configuration)

    def kill(self, name, number=signal.SIGKILL):
        """Kills a daemon, as when its machine is gone, and nothing of what it started; or ends it by another signal."""
        daemon = self.daemons.pop(name)
        daemon.send_signal(number)
        daemon.wait(60)

    def processes(self):
        """All processes that were started with the cluster's configuration, jobs among them, by id."""
        mark = b"SLURM_CONF=" + bytes(self.configuration)
        found = []
        for path in pathlib.Path("/proc").glob("[0-9]*/environ"):
            try:
                if mark in path.read_bytes().split(b"\0") and int(path.parent.name) != os.getpid():
                    found.append(int(path.parent.name))
            except OSError:
                pass
        return found

    def logs(self):
        """The ends of the daemons' logs, for whoever has to find out why a test failed."""
        return "\n".join(
            f"== {path.name}\n" + "\n".join(path.read_text(errors="replace").splitlines()[-15:])
            for path in sorted([*self.folder.glob("*.log"), *self.folder.glob("*.out")])
        )

    def __call__(self, *command, codes=(0,)):
        """What a command of Slurm's prints."""
        done = subprocess.run(
            [*map(str, command)], env=self.environment, cwd=self.folder, capture_output=True, text=True, timeout=60
        )
        assert done.returncode in codes, f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}\n{self.logs()}"
        return done.stdout

    def answers(self):
        """Whether the controller speaks, and both nodes with it."""
        done = subprocess.run(["scontrol", "ping"], env=self.environment, capture_output=True, text=True, timeout=60)
        return "UP" in done.stdout and not any(state.endswith("*") for state in self.node_states().values())

    def node_states(self):
        lines = self("sinfo", "-h", "-N", "-o", "%N %T", codes=(0, 1)).split("\n")
        return dict(line.split() for line in lines if line)

    def jobs(self):
        """Jobs that are not done, each element of an array by itself: the job's id, its state, its node or why it waits."""
        lines = self("squeue", "-h", "-r", "-o", "%i|%T|%R").split("\n")
        return [tuple(line.split("|")) for line in lines if line]

    def wait(self, seconds=120):
        """Waits until no job waits or runs."""
        until(lambda: not self.jobs(), seconds, lambda: f"{self.jobs()}\n{self.logs()}")


def free_ports(count):
    """Ports of loopback that nobody listens on."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def until(holds, seconds, told=lambda: ""):
    """Waits until something holds; fails with `told()` after so many seconds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"not within {seconds} s\n{told()}"
        time.sleep(0.1)


def signalled(process, number):
    """Sends a signal to a process that may be gone already."""
    try:
        os.kill(process, number)
    except ProcessLookupError:
        pass
