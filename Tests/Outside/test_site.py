"""A course's site as its readers use it: search in both languages, the switch of paper, the same place in another language."""

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
    assert page.locator(".predictions img").count() > 0 and page.locator(".curves svg").count() > 0
    assert page.locator(".graph").count() == 0 and page.locator("#standing").count() == 0
    page.context.close()
