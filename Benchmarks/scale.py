#!/usr/bin/env python3
"""A course of 100,000 submissions, on paper from what was measured: hours, bytes and files for 1, 16 and 256 cores, and what breaks first.

    python3 Benchmarks/scale.py sample --work scale    # judges a sample of lab 2 for real and trains; writes scale/sample.json
    python3 Benchmarks/scale.py training --work scale  # one whole training of lab 2
    python3 Benchmarks/scale.py book --work scale      # the real commands on a book of so many learners
    python3 Benchmarks/scale.py store --work scale     # so many items handed in to a work store, listed, one of them taken
    python3 Benchmarks/scale.py course --work scale    # the course, from what the others wrote

Every figure of `course` is a measured one times a count. The sample is drawn as a class is: few networks are popular and many rare (Zipf), half
of those that differ are wrong. Texts all differ, as if nobody copied to the letter: the worst case.
"""

import argparse
import hashlib
import heapq
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import time

KINDS = 198  # As many networks that differ as `seglab-class practice` makes of lab 2.
POSSIBLE = 10**6  # As many as a course could think of.


def shares(kinds, exponent):
    """How large a share of a course hands in each network, the most popular first."""
    weights = [(rank + 1) ** -exponent for rank in range(kinds)]
    total = sum(weights)
    return [weight / total for weight in weights]


def distinct(count, exponent):
    """How many networks that differ are expected among so many submissions."""
    return sum(1 - (1 - share) ** count for share in shares(POSSIBLE, exponent))


class Measured:
    """Starts the program, and says what it took."""

    def __init__(self, options):
        self.seglab = options.seglab.resolve()
        self.folder = options.work.resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.environment = os.environ | {"XDG_STATE_HOME": str(self.folder / "state"), "SEGLAB_STORE_BYTES": str(1 << 40)}

    def run(self, *arguments, program="seglab", folder=None, codes=(0,)):
        """What a command printed, its seconds, those of processors, and the most memory of one process in MB."""
        command = [str(self.seglab.parent / program), *map(str, arguments)]
        log = self.folder / "said.txt"
        with open(log, "wb") as said:
            start = time.monotonic()
            process = subprocess.Popen(command, cwd=folder or self.folder, env=self.environment, stdout=said, stderr=subprocess.STDOUT)
            _, status, used = os.wait4(process.pid, 0)
            wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        text = log.read_text(errors="replace")
        if process.returncode not in codes:
            sys.exit(f"{command}: {process.returncode}\n{text[-2000:]}")
        facts = {"seconds": wall, "processor": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / 1024}
        words = " ".join(map(str, arguments[:3]))
        print(f"{words}: {wall:.1f} s, {facts['processor']:.1f} s of processors, {facts['megabytes']:.0f} MB", file=sys.stderr)
        return text, facts

    def note(self, name, facts):
        facts["load"] = os.getloadavg()[0]
        (self.folder / f"{name}.json").write_text(json.dumps(facts, indent=1))
        print(json.dumps(facts, indent=1))

    def known(self, name):
        path = self.folder / f"{name}.json"
        return json.loads(path.read_text()) if path.exists() else {}


def taken(folder):
    """How many files there are below a folder, and their bytes on the disk."""
    files = size = 0
    for root, _, names in os.walk(folder):
        for name in names:
            files += 1
            size += os.lstat(os.path.join(root, name)).st_blocks * 512
    return {"files": files, "bytes": size}


def hand_in(measured, course, folder, count, exponent):
    """Hands in so many submissions, drawn by Zipf from the networks that `practice` makes."""
    kinds = course / "kinds"
    if not kinds.exists():
        measured.run("practice", 2, "--out", "kinds", "--count", KINDS, "--distinct", KINDS, program="seglab-class", folder=course)
    # The name's number says which network it is.
    texts = [path.read_text() for path in sorted(kinds.iterdir(), key=lambda path: int(path.name.split("_")[1]))]
    chance = random.Random(1)
    folder.mkdir()
    ranks = chance.choices(range(KINDS), shares(KINDS, exponent), k=count)
    for number, rank in enumerate(ranks):
        # In words of the learner's own: no text is another's.
        text = texts[rank].replace("swift exercise=network\n", f"swift exercise=network\n// learner {number}\n", 1)
        (folder / f"Learner {number}_{100_000 + number}_assignsubmission_file_02-fcn.md").write_text(text)
    return ranks


def sample(options):
    """Judges a sample twice: once with its trainings, of the quick profile, and once with nothing to train and nothing compiled."""
    measured = Measured(options)
    course = measured.folder / "course"
    shutil.rmtree(course, ignore_errors=True)
    measured.run("init", "--quiet", "course")
    measured.run("data", "make", "cardiac", folder=course)
    ranks = hand_in(measured, course, course / "class", options.sample, options.exponent)
    grade = ("grade", "class", "--lab", 2, "--profile", "quick", "--workers", 1)
    _, trained = measured.run(*grade, "--out", "trained", folder=course)
    runs = [path for path in (course / ".seglab" / "runs").iterdir() if (path / "record.json").exists()]
    programs = taken(course / ".seglab" / "cache")
    shutil.rmtree(course / ".seglab" / "cache")
    _, static = measured.run(*grade, "--out", "book", folder=course)
    records = [json.loads((run / "record.json").read_text()) for run in runs]
    book = course / "book"
    database = sqlite3.connect(book / "grades.sqlite")
    evidence, looked = database.execute("SELECT sum(length(assessment)), sum(seconds) FROM evidence").fetchone()
    count = len(ranks)
    measured.note("sample", {
        "submissions": count, "networks": len(set(ranks)), "trainings": len(runs),
        "trainings_of_a_network": len(runs) / max(1, len({rank for rank in ranks if rank % 2 == 0})),
        "static_seconds": static["seconds"] / count, "static_processor": static["processor"] / count,
        "with_trainings_seconds": trained["seconds"] / count, "judge_seconds": looked / count,
        "evidence_bytes": evidence / count, "book_bytes": (book / "grades.sqlite").stat().st_size / count,
        "feedback": {name: value / count for name, value in taken(book / "feedback").items()},
        "text_bytes": taken(course / "class")["bytes"] / count,
        "run": {name: value / max(1, len(runs)) for name, value in taken(course / ".seglab" / "runs").items()},
        "quick_training_seconds": sum(record["seconds"] for record in records) / max(1, len(records)),
        "program": {name: value / count for name, value in programs.items()},
    })


def training(options):
    """One whole training of lab 2 with its solution, on one thread."""
    measured = Measured(options)
    course = measured.folder / "course"
    solution = pathlib.Path(__file__).resolve().parents[1] / "solutions" / "02-fcn.md"
    report = course / "whole.json"
    _, facts = measured.run("run", 2, "--with", solution, "--threads", 1, "--report", report, folder=course, codes=(0, 1))
    experiments = json.loads(report.read_text()).get("experiments", [])
    facts["trainings"] = [{"experiment": one.get("id"), "seconds": one.get("seconds")} for one in experiments]
    measured.note("training", facts)


def grow(source, folder, count):
    """A book of so many learners, by giving what a real one holds to others."""
    folder.mkdir(parents=True)
    shutil.copy(source / "grades.sqlite", folder / "grades.sqlite")
    database = sqlite3.connect(folder / "grades.sqlite")
    database.execute("PRAGMA synchronous = OFF")
    names = [row[1] for row in database.execute("PRAGMA table_info(evidence)")]
    evidence = database.execute(f"SELECT {', '.join(names)} FROM evidence ORDER BY key").fetchall()
    submissions = {row[4]: row for row in database.execute("SELECT * FROM submission")}
    grades = {row[5]: row for row in database.execute("SELECT * FROM grade")}
    marks = ", ".join("?" * len(names))
    for number in range(count - len(evidence)):
        row = dict(zip(names, evidence[number % len(evidence)]))
        submission, grade, student = submissions[row["key"]], grades[row["key"]], str(10**6 + number)
        row["key"] = hashlib.sha256(f"key {number}".encode()).hexdigest()
        row["basis"] = hashlib.sha256(f"basis {number}".encode()).hexdigest()
        if row["runs"]:
            row["runs"] = hashlib.sha256(f"run {number}".encode()).hexdigest()
        database.execute("INSERT INTO student VALUES (?, ?, '', NULL)", (student, f"Learner {number}"))
        database.execute("INSERT INTO submission VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (student, *submission[1:4], row["key"], *submission[5:]))
        database.execute(f"INSERT INTO evidence ({', '.join(names)}) VALUES ({marks})", [row[name] for name in names])
        database.execute(
            "INSERT INTO grade (student, lab, grade, digest, evidence, why, isOfficial, made, engine) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (student, *grade[2:5], row["key"], *grade[6:]),
        )
    database.commit()
    return evidence


def book(options):
    """The real commands on a large book, and what a row of evidence takes to write, one at a time and many at once."""
    measured = Measured(options)
    course = measured.folder / "course"
    folder = measured.folder / f"book-{options.count}"
    shutil.rmtree(folder, ignore_errors=True)
    evidence = grow(course / "book", folder, options.count)
    facts = {"learners": options.count, "book_bytes": (folder / "grades.sqlite").stat().st_size}
    commands = {
        "show": ("show", "1000005"), "table": ("--csv",), "export": ("export", "csv", "--to", measured.folder / "grades.csv"),
    }
    if options.pages:
        commands |= {"pages": ("pages",), "pages_again": ("pages",)}
    for name, words in commands.items():
        _, facts[name] = measured.run("grades", *words, "--book", folder, folder=course)
    if options.pages:
        facts["feedback"] = taken(folder / "feedback")
    # As the book writes it: in its mode, and on the disk before anything counts.
    database = sqlite3.connect(folder / "grades.sqlite", isolation_level=None)
    database.execute("PRAGMA synchronous = FULL")
    row = list(evidence[0])
    for name, together in (("row_alone", 1), ("row_of_256", 256)):
        start = time.monotonic()
        written = 0
        while written < 1024:
            database.execute("BEGIN IMMEDIATE")
            for _ in range(together):
                row[0] = hashlib.sha256(f"{name} {written}".encode()).hexdigest()
                database.execute(f"INSERT INTO evidence VALUES ({', '.join('?' * len(row))})", row)
                written += 1
            database.execute("COMMIT")
        facts[name] = (time.monotonic() - start) / written
    measured.note("book", facts)
    shutil.rmtree(folder)


def store(options):
    """So many items handed in to a work store by the real command, how it is listed, and one of the last items done."""
    measured = Measured(options)
    course = measured.folder / "course"
    for name in ("many", "many-book", "store"):
        shutil.rmtree(course / name, ignore_errors=True)
    hand_in(measured, course, course / "many", options.count, options.exponent)
    facts = {"items": options.count}
    grade = ("grade", "many", "--lab", 2, "--profile", "quick", "--out", "many-book", "--on", "store", "--store", "store")
    _, facts["hand_in"] = measured.run(*grade, folder=course, codes=(0, 75))
    facts["store"] = taken(course / "store")
    _, facts["hand_in_again"] = measured.run(*grade, folder=course, codes=(0, 75))
    _, facts["jobs"] = measured.run("jobs", "store", folder=course)
    _, facts["work_one"] = measured.run("work", "store", "--item", options.count - 1, folder=course)
    _, facts["work_ten"] = measured.run("work", "store", "--item", options.count // 2, "--count", 10, folder=course)
    measured.note("store", facts)


def scheduled(tasks, cores):
    """The seconds until all tasks are done, the longest first, each on a core of its own."""
    ends = [0.0] * cores
    for task in sorted(tasks, reverse=True):
        heapq.heapreplace(ends, ends[0] + task)
    return max(ends)


def course(options):
    measured = Measured(options)
    one, rows = measured.known("sample"), measured.known("book")
    whole = measured.known("training")
    count = options.count
    networks = distinct(count, options.exponent)
    # Every other network is wrong, and asks for none.
    trainings = round(networks / 2 * one["trainings_of_a_network"])
    # A submission is looked at, and again when its trainings are there.
    looks = count * one["static_processor"] * 1.5
    seconds = whole.get("processor", one["quick_training_seconds"])
    print(f"{count:,} submissions, {networks:,.0f} networks that differ, {trainings:,} trainings of {seconds:.0f} s of one core each\n")
    print("| cores | looking, hours | training, hours | all, hours |\n|---|---|---|---|")
    for cores in (1, 16, 256):
        looked = looks / cores
        trained = scheduled([seconds] * trainings, cores)
        print(f"| {cores} | {looked / 3600:,.1f} | {trained / 3600:,.1f} | {(looked + trained) / 3600:,.1f} |")
    print("\n| what | files | GB |\n|---|---|---|")
    for name, files, size in (
        ("texts handed in", count, count * one["text_bytes"]),
        ("the book", 1, count * one["book_bytes"]),
        ("feedback", count * one["feedback"]["files"], count * one["feedback"]["bytes"]),
        ("runs", trainings * one["run"]["files"], trainings * one["run"]["bytes"]),
        ("compiled programs, were all kept", count * one["program"]["files"], count * one["program"]["bytes"]),
    ):
        print(f"| {name} | {files:,.0f} | {size / 1e9:,.1f} |")
    if rows:
        print(f"\nOne writer: {count * rows['row_alone'] / 60:.0f} min a row at a time, {count * rows['row_of_256'] / 60:.1f} min 256 at a time.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("part", choices=["sample", "training", "book", "store", "course"])
    parser.add_argument("--seglab", type=pathlib.Path, default=pathlib.Path(".build/release/seglab"))
    parser.add_argument("--work", type=pathlib.Path, required=True, help="the folder to work in")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--exponent", type=float, default=1.1)
    parser.add_argument("--pages", action="store_true", help="book: write everybody's pages, too")
    options = parser.parse_args()
    {"sample": sample, "training": training, "book": book, "store": store, "course": course}[options.part](options)


if __name__ == "__main__":
    main()
