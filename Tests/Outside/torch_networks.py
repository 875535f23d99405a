"""Networks of the lab `layers` in PyTorch: `load_state_dict` takes what `seglab export safetensors --layout torch` writes.

    python torch_networks.py fcn fcn.safetensors

prints the names and shapes of what was loaded.
"""

import sys

import torch
from torch import nn
from torch.nn import functional


def same(x, window, stride):
    """Zeros around a map, as SegLab's padding `.same` has them: of those missing, half (rounded down) above and to the left."""
    missing = [max((-(-size // stride) - 1) * stride + window - size, 0) for size in x.shape[2:]]
    top, left = missing[0] // 2, missing[1] // 2
    return functional.pad(x, (left, missing[1] - left, top, missing[0] - top))


class FCN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5, stride=2, bias=False)
        self.conv2 = nn.Conv2d(6, 8, 3, padding=1)
        self.score = nn.Conv2d(8, 2, 1)
        # Seven rows for steps of four: three too many, one of them above.
        self.upscore = nn.ConvTranspose2d(2, 2, 7, stride=4)

    def forward(self, x):
        x = torch.relu(self.conv1(same(x, 5, 2)))
        x = functional.max_pool2d(x, 2)
        x = self.upscore(self.score(torch.relu(self.conv2(x))))
        return x[:, :, 1:-2, 1:-2]


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc1 = nn.Conv2d(1, 4, 3, padding=1)
        self.enc1norm = nn.BatchNorm2d(4)
        self.mid = nn.Conv2d(4, 8, 3, padding=1)
        self.up1 = nn.ConvTranspose2d(8, 4, 2, stride=2)
        self.dec1 = nn.Conv2d(8, 4, 3, padding=1)
        self.score = nn.Conv2d(4, 2, 1)

    def forward(self, x):
        skip = torch.relu(self.enc1norm(self.enc1(x)))
        x = self.up1(torch.relu(self.mid(functional.max_pool2d(skip, 2))))
        return self.score(torch.relu(self.dec1(torch.cat([x, skip], dim=1))))


class Matrices(nn.Module):
    def __init__(self):
        super().__init__()
        self.few = nn.Conv2d(1, 2, 1)
        self.hidden = nn.Linear(60, 7)
        self.final = nn.Linear(7, 960)

    def forward(self, x):
        x = functional.leaky_relu(self.few(functional.avg_pool2d(x, 4)), 0.01)
        x = torch.sigmoid(self.hidden(x.flatten(1)))
        return self.final(x).reshape(-1, 2, 20, 24)


NETWORKS = {"fcn": FCN, "unet": UNet, "matrices": Matrices}


def load(name, path):
    """The network called `name` with the weights of the file, ready to look at images."""
    from safetensors.torch import load_file

    network = NETWORKS[name]()
    network.load_state_dict(load_file(path))
    return network.eval()


if __name__ == "__main__":
    for key, value in load(sys.argv[1], sys.argv[2]).state_dict().items():
        print(key, tuple(value.shape))
