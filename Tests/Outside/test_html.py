"""Pages as HTML: a strict reader has no complaint, and every link, anchor and picture of a site is there; under a path of a host, too."""

import functools
import http.server
import pathlib
import shutil
import threading
import urllib.parse

import pytest


@pytest.fixture(scope="module")
def documents(pages):
    html5lib = pytest.importorskip("html5lib")
    found = {}
    for name, path in pages.items():
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        found[path] = (name, parser.parse(path.read_text()), parser.errors)
    return found


def test_html_is_valid(documents):
    assert {name: errors[:3] for name, _, errors in documents.values() if errors} == {}


def elements(tree):
    return (element for element in tree.iter() if isinstance(element.tag, str))


def test_links_anchors_and_pictures_are_there(documents):
    ids = {path: {element.get("id") for element in elements(tree)} for path, (_, tree, _) in documents.items()}
    lost = []
    for path, (name, tree, _) in documents.items():
        for element in elements(tree):
            for target in (element.get("href"), element.get("src")):
                if not target or target.startswith(("data:", "http:", "https:", "mailto:")):
                    continue
                parts = urllib.parse.urlsplit(target)
                file = (path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
                anchor = urllib.parse.unquote(parts.fragment)
                if not file.exists() or anchor and file in ids and anchor not in ids[file]:
                    lost.append((name, target))
    assert lost == []


def test_site_works_under_a_path_of_a_host(browser, pages, tmp_path):
    site = pathlib.Path(pages["site en/index.en"]).parent.parent
    shutil.copytree(site, tmp_path / "course")
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *words: None})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(quiet, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        page = browser.new_page()
        failed = []
        page.on("response", lambda reply: failed.append(reply.url) if reply.status >= 400 else None)
        page.on("pageerror", lambda error: failed.append(str(error)))
        for place in ("en/index.html", "ko/labs/02-fcn.html", "en/reference/layers.html", "en/search.html?q=loss"):
            page.goto(f"http://127.0.0.1:{server.server_port}/course/{place}")
        page.wait_for_selector("#found li")
        # Browsers ask for the icon of a host by themselves.
        assert [url for url in failed if not url.endswith("favicon.ico")] == []
        page.close()
    finally:
        server.shutdown()
