"""Every page in a real browser: it needs nothing else, fits every width, reads without a script, and can be used by everybody."""

import pytest

WIDTHS = (360, 768, 1280, 1920)


def opened(browser, path, width=1280, scheme="light", script=True):
    """The page in a window of its own, with what it asked for and complained of."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script
    )
    page = context.new_page()
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(path.as_uri())
    return page


def test_pages_were_made(pages):
    kinds = {name.rsplit(".", 1)[0] for name in pages}
    assert "set" in kinds and "results" in kinds and len(kinds) >= 4
    assert {name.rsplit(".", 1)[1] for name in pages} == {"en", "ko"}


def test_page_asks_for_nothing_else_and_has_no_complaint(browser, pages):
    for name, path in pages.items():
        page = opened(browser, path)
        # A page of a site shares its files with the others; every other page is one file.
        course = path.parent if not name.startswith("site ") else next(p for p in path.parents if p.name == "_site")
        own = course.as_uri() + "/" if name.startswith("site ") else path.as_uri()
        outside = [url for url in page.asked if not url.startswith((own, "data:"))]
        assert outside == [], name
        assert page.said == [], name
        page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_page_is_never_wider_than_the_window(browser, pages, width):
    for name, path in pages.items():
        page = opened(browser, path, width=width)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{name} is {wide} wide in a window of {width}"
        page.context.close()


def test_page_reads_without_script(browser, pages):
    for name, path in pages.items():
        page = opened(browser, path, script=False)
        assert len(page.inner_text("main")) > (20 if "search" in name else 200), name
        page.context.close()


def test_page_says_its_language_and_title(browser, pages):
    for name, path in pages.items():
        page = opened(browser, path)
        assert page.get_attribute("html", "lang") == name.rsplit(".", 1)[1]
        assert page.title().strip(), name
        page.context.close()


def test_links_within_a_page_arrive(browser, pages):
    for name, path in pages.items():
        page = opened(browser, path)
        page.wait_for_load_state()
        lost = page.evaluate(
            """[...document.querySelectorAll('a[href^="#"]')].map(a => decodeURIComponent(a.getAttribute('href').slice(1)))
               .filter(id => id && !document.getElementById(id))"""
        )
        assert lost == [], name
        twice = page.evaluate(
            """Object.entries([...document.querySelectorAll('[id]')].reduce((n, e) => (n[e.id] = (n[e.id] || 0) + 1, n), {}))
               .filter(([, n]) => n > 1).map(([id]) => id)"""
        )
        assert twice == [], name
        page.context.close()


@pytest.mark.parametrize("scheme", ("light", "dark"))
def test_page_can_be_used_by_everybody(browser, pages, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    faults = []
    for name, path in pages.items():
        page = opened(browser, path, scheme=scheme)
        for found in axe.run(page, options=rules).response["violations"]:
            faults.append((name, found["id"], found["nodes"][0]["html"][:200], len(found["nodes"])))
        page.context.close()
    assert faults == []


def test_page_prints(browser, pages):
    for name, path in pages.items():
        page = opened(browser, path)
        printed = page.pdf(format="A4")
        assert printed.startswith(b"%PDF") and len(printed) > 10_000, name
        page.context.close()
