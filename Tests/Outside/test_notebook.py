"""The notebook in a real browser: a whole lab, Korean input, two windows, a file changed on disk, offline, a server that was killed."""

import re
import time

import pytest

from open_notebook import CELL, LAB, SOLVED, Notebook, badge, context, course, eventually, notebook, written  # noqa: F401


def test_a_whole_lab_from_the_first_hole_to_passed(notebook, context):
    page = notebook.window(context)
    page.locator(CELL).wait_for()
    # A hole is reached by a key, from anywhere.
    page.keyboard.press("F8")
    page.keyboard.type("3")
    page.keyboard.press("F8")
    page.keyboard.type("4")
    eventually(lambda: "filter: [3, 4, 1, 2]" in written(notebook))
    page.locator("#cell-network .layers-live tbody tr").nth(1).wait_for()
    assert "256×256×2" in page.inner_text("#cell-network .layers-live")
    badge(page, "network", "not-yet")
    page.locator(CELL).fill(SOLVED)
    badge(page, "network", "passed")
    page.locator("#cell-numbers textarea").fill("65536")
    badge(page, "numbers", "passed")
    page.locator("#cell-choice input[value=a]").check()
    badge(page, "choice", "passed")
    page.locator("#cell-short .tools button").first.click()
    badge(page, "short", "passed")
    page.locator("#cell-short .predictions figure").first.wait_for(state="attached")
    # What was trained a moment ago is no earlier run.
    assert "trained" in page.inner_text("#cell-short") and "reused" not in page.inner_text("#cell-short")
    assert (written(notebook, "text answer=choice"), written(notebook, "text answer=numbers")) == ("a\n", "65536\n")
    # An edit shows that the result is of another text; undone, it is of this one again.
    page.locator(CELL).fill(SOLVED.replace("identity", "relu"))
    page.locator("#cell-short .stale").wait_for(state="visible")
    assert "network" in page.inner_text("#cell-short .stale")
    page.locator(CELL).fill(SOLVED)
    page.locator("#cell-short .stale").wait_for(state="hidden")
    assert page.said == []


def test_shapes_are_there_before_anything_is_saved(notebook, context):
    page = notebook.window(context)
    page.locator(CELL).wait_for()
    page.locator("#connection[data-state=saved]").wait_for()
    # Nothing gets to the disk, so that nothing is compiled.
    page.route("**/save", lambda route: None)
    page.locator(CELL).fill(SOLVED)
    page.locator("#cell-network .layers-live tbody tr").nth(1).wait_for()
    assert "256×256×2" in page.inner_text("#cell-network .layers-live")
    page.locator(CELL).fill(SOLVED.replace("1, 2]", "1, 7]"))
    page.wait_for_function("() => document.querySelector('#cell-network .layers-live').textContent.includes('256×256×7')")
    assert page.locator("#cell-network .layers-live tr.changed").count() == 1
    # Above a hole the table stays, and says that it is not all; where nothing can be read it is told to be the one from before.
    page.locator(CELL).fill(SOLVED.replace("1, 2]", "1, .FIXME]"))
    page.wait_for_function("() => document.querySelector('#cell-network .layers-live').textContent.includes('(so far)')")
    assert "score" not in page.inner_text("#cell-network .layers-live")
    page.locator(CELL).fill(SOLVED.replace("let net", "let net net"))
    page.wait_for_function(
        "() => document.querySelector('#cell-network .layers-live').textContent.includes('(before the last change)')")
    # The text of the file once more: what was judged of it, nothing, or what can be read of it.
    page.locator(CELL).fill(written(notebook).rstrip("\n"))
    page.wait_for_function("() => document.querySelector('#cell-network .layers-live').textContent.includes('(so far)')")
    assert "FIXME" in written(notebook) and page.said == []


def test_what_is_found_out_while_a_page_loads_is_on_it(notebook, context):
    # The page is made before anything is known of the lab, and hears of nothing until it is.
    def late(route):
        time.sleep(4)
        route.continue_()

    context.route("**/state", late)
    page = notebook.window(context)
    badge(page, "network", "not-attempted", timeout=10_000)
    assert page.said == []


def test_hangul_is_composed_without_harm(notebook, context):
    page = notebook.window(context)
    area = page.locator(CELL)
    area.click()
    page.keyboard.press("Control+Home")
    session = context.new_cdp_session(page)
    page.keyboard.type("// ")
    for text in ("ㅎ", "하", "한"):
        session.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        # Longer than the pause after which everything is saved, drawn and judged.
        time.sleep(0.5)
        assert area.input_value().startswith("// " + text)
    session.send("Input.insertText", {"text": "한"})
    for text in ("ㄱ", "그", "글"):
        session.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    session.send("Input.insertText", {"text": "글"})
    assert area.input_value().startswith("// 한글let net")
    eventually(lambda: written(notebook).startswith("// 한글let net"))
    page.locator("#cell-numbers textarea").click()
    session.send("Input.imeSetComposition", {"text": "가", "selectionStart": 1, "selectionEnd": 1})
    session.send("Input.insertText", {"text": "강"})
    eventually(lambda: written(notebook, "text answer=numbers").strip() == "강")
    assert page.said == []


def test_a_training_survives_its_tab_and_its_server(notebook, context):
    page = notebook.window(context)
    page.locator(CELL).fill(SOLVED)
    badge(page, "network", "passed")
    page.locator("#cell-long .tools button").first.click()
    page.locator("#cell-long .growing").first.wait_for()
    # What is being tried is not “not attempted”.
    assert not page.locator("#cell-long > header .badge").is_visible()
    assert "Training" in page.inner_text("#cell-long .tools")
    page.reload()
    page.locator("#cell-long .growing").first.wait_for()
    # Time for a checkpoint.
    time.sleep(4)
    notebook.kill()
    page.locator("#connection.offline").wait_for()
    # One goes on writing; it is kept in the page.
    page.locator(CELL).fill(SOLVED + "\n// offline")
    assert "offline" not in written(notebook)
    notebook.start()
    page.locator("#connection:not(.offline)").wait_for(timeout=30_000)
    eventually(lambda: "// offline" in written(notebook), 30)
    # What trained trains again, unasked.
    page.locator("#cell-long .growing").first.wait_for()
    page.locator("#dock button").click()
    page.locator("#dock").wait_for(state="hidden")
    assert page.said == []


def test_two_windows_have_one_pen(notebook, context):
    first = notebook.window(context)
    first.locator(CELL).wait_for()
    second = notebook.window(context)
    second.locator("#notice-writer").wait_for()
    assert not second.locator(CELL).is_editable()
    first.locator(CELL).fill(SOLVED)
    eventually(lambda: second.locator(CELL).input_value() == SOLVED)
    second.locator("#notice-writer button").click()
    first.locator("#notice-writer").wait_for()
    assert not first.locator(CELL).is_editable()
    second.locator(CELL).fill(SOLVED + "\n// second")
    eventually(lambda: first.locator(CELL).input_value().endswith("// second"))
    # Who writes and goes away leaves the pen to who is there.
    second.close()
    first.locator("#notice-writer").wait_for(state="detached")
    assert first.locator(CELL).is_editable()


def test_a_change_on_disk_shows_and_two_changes_are_both_kept(notebook, context):
    page = notebook.window(context)
    page.locator(CELL).wait_for()
    notebook.lab.write_text(LAB.replace(".FIXME, .FIXME, 1, 2", "5, 5, 1, 2"))
    eventually(lambda: "[5, 5, 1, 2]" in page.locator(CELL).input_value())
    # Now the file and the page change the same cell, and what is saved does not get through.
    context.route("**/save", lambda route: route.abort())
    page.locator(CELL).fill(SOLVED)
    theirs = LAB.replace(".FIXME, .FIXME, 1, 2", "7, 7, 1, 2")
    notebook.lab.write_text(theirs)
    page.locator(".conflict").wait_for(timeout=30_000)
    context.unroute("**/save")
    assert notebook.lab.read_text() == theirs
    assert page.locator(CELL).input_value() == SOLVED
    assert "[7, 7, 1, 2]" in page.inner_text(".conflict .minus")
    page.locator(".conflict button").first.click()
    eventually(lambda: written(notebook) == SOLVED + "\n")
    badge(page, "network", "passed")


def test_undo_goes_beyond_a_reload(notebook, context):
    page = notebook.window(context)
    area = page.locator(CELL)
    area.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("\n// one")
    eventually(lambda: "// one" in written(notebook))
    time.sleep(0.5)
    page.reload()
    page.locator("#connection[data-state=saved]").wait_for()
    area.click()
    for _ in range(20):
        if area.input_value() == written_of(LAB):
            break
        page.keyboard.press("Control+z")
    assert area.input_value() == written_of(LAB)
    eventually(lambda: "// one" not in written(notebook))


def written_of(text):
    return re.search(r"```swift exercise=network\n(.*?)\n```", text, re.S).group(1)


def test_what_is_said_of_a_line_stands_under_it(notebook, context):
    page = notebook.window(context)
    page.locator(CELL).fill(SOLVED.replace("[3, 3, 1, 2], activation", "[3, 3, 1, 2] activation"))
    said = page.locator("#cell-network .said")
    page.locator("#cell-network .diagnostics li.error").wait_for()
    # Nothing is in the way of who writes elsewhere.
    page.keyboard.press("Control+Home")
    assert said.count() == 0
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    said.wait_for()
    gap = page.evaluate(
        """() => {
          const row = document.querySelectorAll("#cell-network .mirror .row")[2].getBoundingClientRect();
          return document.querySelector("#cell-network .said").getBoundingClientRect().top - row.bottom;
        }"""
    )
    assert abs(gap) < 4
    assert page.inner_text("#cell-network .diagnostics li.error p:nth-of-type(2)") in said.inner_text()
    page.keyboard.press("Escape")
    assert said.count() == 0
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    said.get_by_role("button").click()
    badge(page, "network", "passed")
    assert said.count() == 0 and page.input_value(CELL) == SOLVED
    assert page.said == []


def test_everything_by_keyboard(notebook, context):
    page = notebook.window(context)
    page.locator(CELL).wait_for()
    page.keyboard.press("F8")
    focus = lambda: page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent")
    assert "network" in focus()
    # In the editor Tab indents; after Escape it leaves, in both directions.
    before = page.locator(CELL).input_value()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert "Code of network" not in focus()
    page.keyboard.press("Shift+Tab")
    assert "Code of network" in focus()
    assert page.locator(CELL).input_value() == before
    # Words for what fits, with what they mean.
    page.locator(CELL).fill('let net = Network("net") {\n  Input(shape: [256, 256, 1])\n  ')
    page.keyboard.press("Control+End")
    page.keyboard.type("Max")
    page.locator(".words [role=option]").first.wait_for()
    assert "MaxPool2D" in page.inner_text(".words")
    page.keyboard.press("Enter")
    assert 'MaxPool2D("maxpool")' in page.locator(CELL).input_value()
    page.keyboard.type("\n  Conv2D(\"a\", filter: [3, 3, 1, 2], activation: .")
    page.locator(".words [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert re.search(r"activation: \.\w+", page.locator(CELL).input_value())
    assert page.said == []


def test_axe_finds_nothing(notebook, context):
    from axe_playwright_python.sync_playwright import Axe

    page = notebook.window(context)
    page.locator("#cell-network .editor textarea").wait_for()
    page.locator(CELL).fill(SOLVED.replace("3, 3, 1", "3, 3, 7"))
    page.locator("#cell-network .diagnostics li.error").wait_for()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        # axe is put into the page past its own rules, as a reader's extension is.
        found = axe_in(Axe(), page)
        assert found == [], found
    home = notebook.window(context, "/")
    assert axe_in(Axe(), home) == []


def axe_in(axe, page):
    session = page.context.new_cdp_session(page)
    session.send("Page.setBypassCSP", {"enabled": True})
    page.reload()
    page.locator("#lab").wait_for()
    time.sleep(1)
    result = axe.run(page)
    return [
        (violation["id"], [node["target"] for node in violation["nodes"]][:3]) for violation in result.response["violations"]
    ]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_it_fits_a_phone(seglab, course, browser, language):
    notebook = Notebook(seglab, course, language)
    notebook.lab.write_text(LAB)
    notebook.start()
    try:
        opened = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
        page = notebook.window(opened)
        page.locator(CELL).wait_for()
        page.locator("#cell-network > header .badge").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.get_attribute("html", "lang") == language
        # A field with smaller letters makes a phone zoom in.
        size = page.evaluate(f"parseFloat(getComputedStyle(document.querySelector({CELL!r})).fontSize)")
        assert size >= 16
        opened.close()
    finally:
        notebook.kill()


def test_a_lecture_only_shows(seglab, course, browser):
    notebook = Notebook(seglab, course)
    notebook.lab.write_text(LAB)
    notebook.start("--read-only")
    try:
        opened = browser.new_context()
        page = notebook.window(opened)
        page.locator(CELL).wait_for()
        assert not page.locator(CELL).is_editable()
        assert page.locator("#cell-short .tools").count() == 0
        notebook.lab.write_text(LAB.replace(".FIXME, .FIXME, 1, 2", "5, 5, 1, 2"))
        eventually(lambda: "[5, 5, 1, 2]" in page.locator(CELL).input_value())
        opened.close()
    finally:
        notebook.kill()
