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

GROUP = 8  # steps that are timed together, as seglab-bench does


def truncated_normal(*shape):
    return torch.nn.init.trunc_normal_(torch.empty(*shape), std=0.1, a=-0.2, b=0.2)


class FullyConnected:
    """Lab 1: 256 x 256 x 1 to 512 numbers to 256 x 256 x 2, no bias and no activation."""

    base = None
    learning_rate = 1e-4
    # Multiply-adds of a step: the first layer needs no gradient of its input.
    training_multiply_adds = 2 * 65536 * 512 + 3 * 512 * 131072
    variants = ("matmul", "linear")

    def __init__(self, variant):
        if variant == "matmul":
            self.parameters = [truncated_normal(65536, 512), truncated_normal(512, 131072)]
        else:
            self.parameters = [truncated_normal(512, 65536), truncated_normal(131072, 512)]
        self.variant = variant
        for parameter in self.parameters:
            parameter.requires_grad_()

    def samples(self, count, batch):
        return [
            (torch.rand(batch, 65536) * 0.99 + 0.01, (torch.rand(batch, 65536) < 0.02).long()) for _ in range(count)
        ]

    def logits(self, x):
        first, second = self.parameters
        if self.variant == "matmul":
            return ((x @ first) @ second).view(-1, 2)
        linear = torch.nn.functional.linear
        return linear(linear(x, first), second).view(-1, 2)


NETS = {"fc": FullyConnected}
OPTIMISERS = {"each": {"foreach": False}, "foreach": {"foreach": True}, "fused": {"fused": True}}


def timed_steps(net, optimiser, samples, rounds):
    """Milliseconds a step, one number for each group of steps."""
    times = []
    position = 0
    for round_ in range(rounds + 1):
        start = time.perf_counter()
        for _ in range(GROUP):
            x, y = samples[position % len(samples)]
            position += 1
            optimiser.zero_grad(set_to_none=True)
            loss = torch.nn.functional.cross_entropy(net.logits(x), y.flatten())
            loss.backward()
            optimiser.step()
            loss.item()
        if round_ > 0:  # the first group warms up
            times.append((time.perf_counter() - start) * 1000 / GROUP)
    return times


def timed_inference(net, samples, rounds):
    times = []
    with torch.inference_mode():
        for round_ in range(rounds + 1):
            start = time.perf_counter()
            for x, _ in samples:
                net.logits(x[:1]).argmax(dim=-1)
            if round_ > 0:
                times.append((time.perf_counter() - start) * 1000 / len(samples))
    return times


def spread(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def best(kind, batch, samples):
    """The fastest way to write the network, after a short try of each."""
    trials = {}
    for variant, optimiser in itertools.product(kind.variants, OPTIMISERS):
        net = kind(variant)
        sgd = torch.optim.SGD(net.parameters, lr=kind.learning_rate, **OPTIMISERS[optimiser])
        trials[variant, optimiser] = min(timed_steps(net, sgd, samples, 4))
        del net, sgd
    return min(trials, key=trials.get)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=["step"])
    parser.add_argument("--net", choices=sorted(NETS), required=True)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--variant", help="VARIANT/OPTIMISER to time, in place of the fastest")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    kind = NETS[options.net]
    samples = kind.samples(kind, GROUP, options.batch)
    variant, optimiser = options.variant.split("/") if options.variant else best(kind, options.batch, samples)
    net = kind(variant)
    sgd = torch.optim.SGD(net.parameters, lr=kind.learning_rate, **OPTIMISERS[optimiser])
    train = spread(timed_steps(net, sgd, samples, options.rounds))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    infer = spread(timed_inference(net, samples, options.rounds))
    report = {
        "net": options.net,
        "base": kind.base,
        "batch": options.batch,
        "threads": options.threads,
        "train_ms": train,
        "infer_ms": infer,
        "gflops": 2 * kind.training_multiply_adds * options.batch / train["median"] / 1e6,
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
