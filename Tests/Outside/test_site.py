"""A course's site as its readers use it: search in both languages, the switch of paper, the same place in another language."""

import re
import subprocess

import pytest

from test_pages import opened


@pytest.fixture(scope="session")
def site(pages):
    return pages["site en/index.en"].parent.parent


@pytest.mark.parametrize(
    "language, asked, found",
    [
        ("en", "receptive", "receptive"),
        ("ko", "합성곱", "합성곱"),
        ("ko", "ㅎㅅㄱ", "합성곱"),
        ("ko", "합 성곱", "합성곱"),
        ("en", "CONVOLUTION", "convolution"),
    ],
)
def test_search_finds(browser, site, language, asked, found):
    page = opened(browser, site / language / "search.html")
    page.fill("#query", asked)
    page.wait_for_selector("#found li")
    assert found in page.inner_text("#found mark >> nth=0").lower()
    page.press("#query", "ArrowDown")
    page.press("#query", "Enter")
    page.wait_for_url(lambda url: "search.html" not in url)
    assert page.locator("h1").count() == 1 and page.said == []
    page.context.close()


def test_search_says_when_nothing_is_found(browser, site):
    page = opened(browser, site / "en" / "search.html")
    page.fill("#query", "xyzzyx")
    page.wait_for_selector("#nothing:visible")
    page.context.close()


def test_slash_opens_the_search(browser, site):
    page = opened(browser, site / "ko" / "labs" / "02-fcn.html")
    page.keyboard.press("/")
    page.wait_for_url("**/ko/search.html")
    page.wait_for_selector("#query:focus")
    page.context.close()


def test_paper_is_switched_and_kept(browser, site):
    page = opened(browser, site / "en" / "index.html")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("header button")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.goto((site / "en" / "labs" / "01-fully-connected.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.context.close()


def test_the_other_language_opens_at_the_same_section(browser, site):
    page = opened(browser, site / "en" / "labs" / "02-fcn.html")
    headings = "[...document.querySelectorAll('main :is(h2, h3, h4)[id], main section[id]')]"
    page.evaluate(f"{headings}[12].scrollIntoView({{behavior: 'instant'}})")
    page.click(".languages a[lang=ko]")
    page.wait_for_url("**/ko/labs/02-fcn.html#at-*")
    top = page.evaluate(f"{headings}[12].getBoundingClientRect().top")
    assert -50 < top < 400
    page.context.close()


def test_results_are_on_the_lab_page_and_answers_are_not(browser, site):
    page = opened(browser, site / "en" / "labs" / "02-fcn.html")
    assert page.locator(".predictions svg.picture").count() > 0 and page.locator(".curves svg").count() > 0
    assert page.locator(".graph").count() == 0 and page.locator("#standing").count() == 0
    page.context.close()


def test_values_are_read_off_a_chart(browser, site):
    page = opened(browser, site / "en" / "labs" / "02-fcn.html")
    chart = page.locator(".curves svg.wide[data-key=loss]").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    told = page.locator(".told").first
    said = told.inner_text()
    assert "Loss" in said and "Accuracy" in said and "Step" in said.replace("step", "Step"), said
    chart.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert told.inner_text() != said
    before = page.locator(".curves .curve").first.get_attribute("d")
    page.locator(".curves .tools input").first.fill("0.9")
    assert page.locator(".curves .curve").first.get_attribute("d") != before and page.said == []
    page.context.close()


def test_names_in_code_and_terms_lead_to_their_explanations(browser, site):
    page = opened(browser, site / "ko" / "labs" / "02-fcn.html", script=False)
    page.locator(".listing a").first.click()
    page.wait_for_url("**/ko/reference/*.html#*")
    assert page.locator(":target").count() == 1
    page.go_back()
    page.locator("a.term").first.click()
    page.wait_for_url("**/ko/glossary.html#*")
    assert page.locator(":target").count() == 1
    page.context.close()


def test_pages_are_small(site):
    for language in ("en", "ko"):
        assert (site / language / "index.html").stat().st_size < 100_000
        for page in (site / language / "labs").glob("*.html"):
            assert page.stat().st_size < 500_000, page.name


def test_predictions_of_a_training_are_gone_through(browser, site):
    address = site / "en" / "labs" / "02-fcn.html"
    page = opened(browser, address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    film = page.locator("figure.film").first
    frames = film.locator("ol > li")
    assert frames.count() > 1 and film.locator("li:visible").count() == 1
    last = film.locator("li:visible").inner_text()
    slider = film.locator("input[type=range]")
    slider.focus()
    page.keyboard.press("Home")
    assert film.locator("li:visible").count() == 1 and film.locator("li:visible").inner_text() != last
    assert slider.get_attribute("aria-valuetext") in film.locator("li:visible").inner_text()
    assert page.locator(".sheet-of-weights svg").count() > 1 and page.said == []
    page.context.close()
    page = opened(browser, address, script=False)
    assert page.locator("figure.film").first.locator("li").count() == frames_of(page)
    page.context.close()


def frames_of(page):
    """How many pictures the first strip of a page has that are not hidden, once a reader opens it."""
    page.locator("details:has(figure.film) > summary").first.click()
    return page.locator("figure.film").first.locator("li:visible").count()


def test_a_save_shows_in_the_open_page(browser, seglab, run, tmp_path):
    run(tmp_path, "init", "--quiet", ".")
    served = subprocess.Popen(
        [str(seglab), "site", "serve", "--no-open"], cwd=tmp_path, stdout=subprocess.PIPE, text=True
    )
    try:
        address = next(found[0] for line in served.stdout if (found := re.search(r"http://127\.0\.0\.1:\d+/", line)))
        page = browser.new_context().new_page()
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address + "en/labs/02-fcn.html")
        lab = tmp_path / "labs" / "02-fcn.md"
        lab.write_text(lab.read_text().replace("\n## ", "\nA sentence that was just saved.\n\n## ", 1))
        page.wait_for_selector("text=A sentence that was just saved.", timeout=20_000)
        # A lab that is half written takes nothing away, and the next save shows again.
        whole = lab.read_text()
        lab.write_text(whole.replace("---\n", "---\nnonsense: true\n", 1))
        page.wait_for_timeout(1500)
        lab.write_text(whole.replace("just saved", "saved again"))
        page.wait_for_selector("text=A sentence that was saved again.", timeout=20_000)
        assert said == []
        page.context.close()
    finally:
        served.kill()
        served.wait()
