"""A site in Firefox, from its folder: its rules let its own files in, and its script runs."""

import pathlib
import shutil
import struct
import subprocess
import zlib

import pytest


def pixels(path):
    """The colors of a PNG file of eight bits, as a set."""
    data = path.read_bytes()
    place, packed = 8, b""
    while place < len(data):
        size, kind = struct.unpack(">I4s", data[place : place + 8])
        body = data[place + 8 : place + 8 + size]
        if kind == b"IHDR":
            width, height, _, color = struct.unpack(">IIBB", body[:10])
        elif kind == b"IDAT":
            packed += body
        place += size + 12
    step = {2: 3, 6: 4}[color]
    raw, before, found = zlib.decompress(packed), bytearray(width * step), set()
    for row in range(height):
        start = row * (width * step + 1)
        way, line = raw[start], bytearray(raw[start + 1 : start + 1 + width * step])
        for index in range(len(line)):
            left = line[index - step] if index >= step else 0
            corner = before[index - step] if index >= step else 0
            up = before[index]
            if way == 1:
                line[index] = (line[index] + left) & 255
            elif way == 2:
                line[index] = (line[index] + up) & 255
            elif way == 3:
                line[index] = (line[index] + (left + up) // 2) & 255
            elif way == 4:
                guess = left + up - corner
                near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))
                line[index] = (line[index] + near[2]) & 255
        found.update(bytes(line[at : at + 3]) for at in range(0, len(line), step))
        before = line
    return found


def test_search_runs_from_a_folder(pages, tmp_path):
    program = shutil.which("firefox-esr")
    if program is None:
        pytest.skip("there is no firefox-esr: apt-get install firefox-esr")
    site = pathlib.Path(pages["site en/index.en"]).parent.parent
    shot = tmp_path / "search.png"
    subprocess.run(
        [program, "--headless", "--no-remote", "--profile", str(tmp_path), "--window-size", "900,700", "--screenshot",
         str(shot), (site / "en" / "search.html").as_uri() + "?q=convolution"],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}, timeout=120, capture_output=True,
    )
    found = pixels(shot)
    # The paper of the style sheet, and the mark of a hit, which the script makes of the search's text.
    assert bytes((0xFB, 0xFA, 0xF7)) in found
    assert bytes((0xFF, 0xE7, 0xA8)) in found
