"""What other pages, other users of the machine and broken lines can do to a notebook: nothing."""

import socket
import subprocess

from open_notebook import context, course, notebook  # noqa: F401


def test_nobody_else_gets_in(notebook, browser):
    """What other pages and other users of the machine can try."""
    import http.client

    port = int(notebook.home.rsplit(":", 1)[1])

    def status(method, path, headers, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request(method, path, body=body, headers=headers)
        reply = connection.getresponse()
        reply.read()
        return reply.status

    own = {"Host": f"127.0.0.1:{port}"}
    assert status("GET", "/", own) == 403
    assert status("GET", "/labs/01-tiny/state", own) == 403
    assert status("GET", "/", {"Host": "evil.example"}) == 421
    assert status("POST", "/labs/01-tiny/save", own, b"{}") == 403
    assert status("PUT", "/", own) == 405
    # A body that nobody wants is no next request.
    smuggled = b"x" * 3_000_000 + b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"
    assert status("POST", "/labs/01-tiny/save", own, smuggled) == 403
    listed = subprocess.run(
        [str(notebook.seglab), "notebook", "--list"], env=notebook.environment, capture_output=True, text=True
    ).stdout
    assert str(port) in listed and str(notebook.folder) in listed
    # The link lets one browser in, once.
    link = notebook.another_link()
    one, other = browser.new_context(), browser.new_context()
    page = one.new_page()
    assert page.goto(link).status == 200
    assert "token" not in page.url
    assert other.new_page().goto(link).status == 403
    cookie = one.cookies()[0]
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict" and cookie["name"] == f"seglab-{port}"
    one.close()
    other.close()


def test_lines_that_ask_too_much_or_too_often_stop_nobody(notebook):
    notebook.kill()
    notebook.start(descriptors=64)
    place = ("127.0.0.1", int(notebook.home.rsplit(":", 1)[1]))

    def ask(text):
        with socket.create_connection(place, timeout=30) as line:
            line.sendall(text)
            return line.recv(16)

    # Without a cookie nobody gets in, and everybody gets a word.
    plain = f"GET / HTTP/1.1\r\nHost: {place[0]}:{place[1]}\r\n\r\n".encode()
    assert ask(plain) == b"HTTP/1.1 403 For"
    for _ in range(2):
        with socket.create_connection(place, timeout=30) as line:
            try:
                line.sendall(b"GET /" + b"a" * 400_000 + plain[5:])
            except OSError:
                pass  # The server has heard enough.
    assert ask(plain) == b"HTTP/1.1 403 For"
    # More lines than it has descriptors for.
    lines = [socket.create_connection(place, timeout=30) for _ in range(100)]
    for line in lines:
        line.sendall(b"GET / HT")
        line.close()
    assert ask(plain) == b"HTTP/1.1 403 For"
    assert notebook.process.poll() is None
