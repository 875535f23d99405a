"""A long evening in the notebook: edits, trainings, reloads and windows come and go, and its memory stays where it was.

SEGLAB_SOAK_MINUTES says how long (1 where it says nothing).
"""

import os
import pathlib
import re
import time

from open_notebook import CELL, SOLVED, badge, context, course, eventually, notebook, written  # noqa: F401

MINUTES = float(os.environ.get("SEGLAB_SOAK_MINUTES", "1"))


def megabytes(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def descriptors(process):
    return len(list(pathlib.Path(f"/proc/{process.pid}/fd").iterdir()))


def test_an_evening_leaves_memory_where_it_was(notebook, context):
    page = notebook.window(context)
    page.locator(CELL).fill(SOLVED)
    badge(page, "network", "passed")
    seen, rounds = [], 0
    end = time.monotonic() + 60 * MINUTES
    while time.monotonic() < end or rounds < 6:
        rounds += 1
        # A network that nobody trained yet, so that this is a run of its own.
        text = SOLVED.replace('"score"', f'"score{rounds % 2}"').replace(".identity", ".relu" if rounds % 3 else ".identity")
        page.locator(CELL).fill(text)
        eventually(lambda: written(notebook).strip() == text)
        page.locator(CELL).fill(SOLVED.replace("3, 3", f"{rounds % 5 + 1}, 3"))
        eventually(lambda: f"[{rounds % 5 + 1}, 3, 1, 2]" in written(notebook))
        page.locator("#cell-short .tools button").first.click()
        page.locator("#cell-short .tools button").nth(2).wait_for(state="hidden", timeout=60_000)
        other = notebook.window(context)
        other.locator("#cell-network .layers-live tbody tr").first.wait_for(state="attached")
        other.close()
        page.reload()
        page.locator("#connection[data-state=saved]").wait_for()
        page.locator(CELL).wait_for()
        seen.append((megabytes(notebook.process), descriptors(notebook.process)))
    print(f"{rounds} rounds, MB and descriptors: first {seen[0]}, sixth {seen[5]}, last {seen[-1]}")
    print("MB on the way:", *(round(one[0], 1) for one in seen[:: max(1, len(seen) // 20)]))
    # What is read once stays; after the first rounds nothing more may gather but what the runs themselves are kept with.
    warm, warm_descriptors = seen[min(5, len(seen) // 2)]
    assert seen[-1][0] < 1.25 * warm + 16
    assert seen[-1][1] <= warm_descriptors + 8
    assert page.said == []
