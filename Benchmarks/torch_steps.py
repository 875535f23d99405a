"""Times a training step and an inference of the labs' networks with PyTorch at its best.

    python3 torch_steps.py step --net fc [--batch 1] [--threads 2] [--rounds 6] [--json]

Prints what `seglab-bench step` prints, and which of several ways to write the network was the fastest. Preload tcmalloc
(LD_PRELOAD=…/libtcmalloc_minimal.so.4): without it PyTorch takes several times as long.
"""

import argparse
import itertools
import json
import os
import resource
import statistics
import time

import torch

def noise(count, batch):
    """Images in which no number is exactly 0, with few pixels of class 1."""
    return [
        (torch.rand(batch, 1, 256, 256) * 0.99 + 0.01, (torch.rand(batch, 256, 256) < 0.02).long())
        for _ in range(count)
    ]


def truncated_normal(*shape):
    return torch.nn.init.trunc_normal_(torch.empty(*shape), std=0.1, a=-0.2, b=0.2)


class FullyConnected:
    """Lab 1: 256 x 256 x 1 to 512 numbers to 256 x 256 x 2, no bias and no activation."""

    base = None
    learning_rate = 1e-4
    momentum = 0
    group = 8  # steps that are timed together where a step looks at one image, as seglab-bench does
    variants = ("matmul", "linear")

    def __init__(self, variant, base):
        if variant == "matmul":
            self.parameters = [truncated_normal(65536, 512), truncated_normal(512, 131072)]
        else:
            self.parameters = [truncated_normal(512, 65536), truncated_normal(131072, 512)]
        self.variant = variant
        for parameter in self.parameters:
            parameter.requires_grad_()

    def logits(self, x):
        first, second = self.parameters
        x = x.flatten(1)
        if self.variant == "matmul":
            return ((x @ first) @ second).view(-1, 2)
        linear = torch.nn.functional.linear
        return linear(linear(x, first), second).view(-1, 2)

    def loss(self, x, y):
        return torch.nn.functional.cross_entropy(self.logits(x), y.flatten())

    def classes(self, x):
        return self.logits(x).argmax(dim=1)


class Convolutional:
    """What the networks of modules have in common: channels first or channels last."""

    momentum = 0
    group = 4
    variants = ("channels_first", "channels_last")

    def __init__(self, variant, base):
        self.base = base
        layout = torch.channels_last if variant == "channels_last" else torch.contiguous_format
        self.module = self.build().to(memory_format=layout)
        self.parameters = list(self.module.parameters())

    def loss(self, x, y):
        self.module.train()
        return torch.nn.functional.cross_entropy(self.module(x), y)

    def classes(self, x):
        self.module.eval()
        return self.module(x).argmax(dim=1)


class FullyConvolutional(Convolutional):
    """Lab 2: four convolutions, two of them with stride 2, two poolings, and one step back up to the full size."""

    base = None
    learning_rate = 1e-2

    class Module(torch.nn.Module):
        def __init__(self):
            super().__init__()
            conv = lambda i, o, k: torch.nn.Conv2d(i, o, k, bias=False)
            self.conv1, self.conv2 = conv(1, 100, 5), conv(100, 200, 5)
            self.conv3, self.conv4, self.score = conv(200, 300, 3), conv(300, 300, 3), conv(300, 2, 1)
            self.up = torch.nn.ConvTranspose2d(2, 2, 31, bias=False)

        def forward(self, x):
            f = torch.nn.functional
            # SAME with a stride of 2 pads 1 before and 2 after.
            x = f.relu(f.conv2d(f.pad(x, (1, 2, 1, 2)), self.conv1.weight, stride=2), inplace=True)
            x = f.max_pool2d(x, 2)
            x = f.relu(f.conv2d(f.pad(x, (1, 2, 1, 2)), self.conv2.weight, stride=2), inplace=True)
            x = f.max_pool2d(x, 2)
            x = f.relu(f.conv2d(x, self.conv3.weight, padding=1), inplace=True)
            x = f.relu(f.conv2d(x, self.conv4.weight, padding=1), inplace=True)
            x = f.conv2d(x, self.score.weight)
            return f.conv_transpose2d(x, self.up.weight, stride=16, padding=8, output_padding=1)

    def build(self):
        module = self.Module()
        for parameter in module.parameters():
            torch.nn.init.trunc_normal_(parameter, std=0.1, a=-0.2, b=0.2)
        return module


class UNet(Convolutional):
    """Lab 4: four poolings, two 3 x 3 convolutions on each of five levels, twice as many channels on each."""

    base = 16
    learning_rate = 1e-3
    momentum = 0.9
    group = 1
    norm = False

    class Module(torch.nn.Module):
        def __init__(self, base, norm):
            super().__init__()
            widths = [base << level for level in range(5)]
            self.down = torch.nn.ModuleList(
                self.double(before, after, norm) for before, after in zip([1] + widths, widths))
            self.up = torch.nn.ModuleList(
                torch.nn.ConvTranspose2d(2 * width, width, 2, stride=2) for width in reversed(widths[:-1]))
            self.back = torch.nn.ModuleList(self.double(2 * width, width, norm) for width in reversed(widths[:-1]))
            self.score = torch.nn.Conv2d(base, 2, 1)

        @staticmethod
        def double(before, after, norm):
            layers = []
            for channels in (before, after):
                layers.append(torch.nn.Conv2d(channels, after, 3, padding=1, bias=not norm))
                if norm:
                    layers.append(torch.nn.BatchNorm2d(after))
                layers.append(torch.nn.ReLU(inplace=True))
            return torch.nn.Sequential(*layers)

        def forward(self, x):
            skips = []
            for level, block in enumerate(self.down):
                x = block(x if level == 0 else torch.nn.functional.max_pool2d(x, 2))
                skips.append(x)
            skips.pop()
            for up, block in zip(self.up, self.back):
                x = block(torch.cat([up(x), skips.pop()], dim=1))
            return self.score(x)

    def build(self):
        return self.Module(self.base, self.norm)


class NormedUNet(UNet):
    """The same with batch normalisation after each 3 x 3 convolution, which then needs no bias."""

    norm = True


NETS = {"fc": FullyConnected, "fcn": FullyConvolutional, "unet": UNet, "unet-bn": NormedUNet}
OPTIMISERS = {"each": {"foreach": False}, "foreach": {"foreach": True}, "fused": {"fused": True}}


def timed_steps(net, optimiser, samples, rounds):
    """Milliseconds a step, one number for each group of steps."""
    times = []
    for round_ in range(rounds + 1):
        start = time.perf_counter()
        for x, y in samples:
            optimiser.zero_grad(set_to_none=True)
            loss = net.loss(x, y)
            loss.backward()
            optimiser.step()
            loss.item()
        if round_ > 0:  # the first group warms up
            times.append((time.perf_counter() - start) * 1000 / len(samples))
    return times


def timed_inference(net, samples, rounds):
    times = []
    with torch.inference_mode():
        for round_ in range(rounds + 1):
            start = time.perf_counter()
            for x, _ in samples:
                net.classes(x)
            if round_ > 0:
                times.append((time.perf_counter() - start) * 1000 / len(samples))
    return times


def spread(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def best(kind, base, samples):
    """The fastest way to write the network, after a short try of each."""
    trials = {}
    for variant, optimiser in itertools.product(kind.variants, OPTIMISERS):
        net = kind(variant, base)
        sgd = torch.optim.SGD(net.parameters, lr=kind.learning_rate, momentum=kind.momentum, **OPTIMISERS[optimiser])
        trials[variant, optimiser] = min(timed_steps(net, sgd, samples, 4))
        del net, sgd
    return min(trials, key=trials.get)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=["step"])
    parser.add_argument("--net", choices=sorted(NETS), required=True)
    parser.add_argument("--base", type=int, default=16, help="the U-Net's width")
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--variant", help="VARIANT/OPTIMISER to time, in place of the fastest")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    kind = NETS[options.net]
    base = options.base if kind.base else None
    samples = noise(kind.group if options.batch == 1 else 1, options.batch)
    variant, optimiser = options.variant.split("/") if options.variant else best(kind, base, samples)
    net = kind(variant, base)
    sgd = torch.optim.SGD(net.parameters, lr=kind.learning_rate, momentum=kind.momentum, **OPTIMISERS[optimiser])
    train = spread(timed_steps(net, sgd, samples, options.rounds))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    infer = spread(timed_inference(net, samples, options.rounds))
    report = {
        "net": options.net,
        "base": base,
        "batch": options.batch,
        "threads": options.threads,
        "train_ms": train,
        "infer_ms": infer,
        "peak_rss_mb": memory,
        "variant": f"{variant}/{optimiser}",
        "version": torch.__version__.split("+")[0],
    }
    if options.json:
        print(json.dumps(report, sort_keys=True))
    else:
        print(f"{options.net}, batch {options.batch}, {options.threads} threads, PyTorch {report['version']}, "
              f"{report['variant']}")
        for name in ("train_ms", "infer_ms"):
            values = report[name]
            print(f"{name}  {values['median']:.1f} ({values['min']:.1f} to {values['max']:.1f})")
        print(f"peak memory  {memory:.0f} MB")


if __name__ == "__main__":
    main()
