"""Lab 2's network as the course has it, and as a cell of PyTorch: what the benchmarks of graders and notebooks share."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent


def exercise(folder):
    return re.search(r"```swift exercise=network\n(.*?)\n```", (ROOT / folder / "02-fcn.md").read_text(), re.S).group(1)


BLANK = exercise("labs")
SWIFT = exercise("solutions")
# Needs `import torch` and `from torch import nn`.
PYTORCH = """maps = 100
fcn = nn.Sequential(
    nn.Conv2d(1, maps, 5, stride=2, padding=2, bias=False), nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Conv2d(maps, 200, 5, stride=2, padding=2, bias=False), nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Conv2d(200, 300, 3, padding=1, bias=False), nn.ReLU(),
    nn.Conv2d(300, 300, 3, padding=1, bias=False), nn.ReLU(),
    nn.Dropout(0),
    nn.Conv2d(300, 2, 1, bias=False),
    nn.ConvTranspose2d(2, 2, 31, stride=16, padding=8, output_padding=1, bias=False),
)"""
