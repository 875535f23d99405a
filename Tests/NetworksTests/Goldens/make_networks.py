"""Writes the goldens of networks of maps with PyTorch, in double precision: python3 make_networks.py (needs torch).

Each case holds a network and its training as a learner's program describes them, first weights, and what comes of them:
the first outputs, every gradient of the first step, the loss before each of ten steps, and for small networks every
number after the last. Paddings are written out, because SAME divides them as TensorFlow does.
"""

import json
import math
import pathlib

import torch
from torch.nn import functional

from describe import Describe, fcn

HERE = pathlib.Path(__file__).parent
STEPS = 10
SMALL = 400


D = Describe


def windows(size, window, stride, padding):
    return -(-size // stride) if padding == "same" else (size - window) // stride + 1


def padded(x, kh, kw, stride, padding, value):
    """The map with the rows and columns that SAME adds as TensorFlow does: the odd one below and to the right."""
    if padding == "valid":
        return x
    pads = []
    for size, window in ((x.shape[3], kw), (x.shape[2], kh)):
        total = max((windows(size, window, stride, padding) - 1) * stride + window - size, 0)
        pads += [total // 2, total - total // 2]
    return functional.pad(x, pads, value=value)


def centre(x, height, width):
    top, left = (x.shape[2] - height) // 2, (x.shape[3] - width) // 2
    return x[:, :, top : top + height, left : left + width]


def activated(x, activation):
    if activation == "relu":
        return torch.relu(x)
    if activation == "leakyRelu":
        return functional.leaky_relu(x, 0.01)
    if activation == "sigmoid":
        return torch.sigmoid(x)
    if activation == "softmax":
        return torch.softmax(x, dim=1)
    return x


class Model:
    """Runs described layers. Maps are [N, C, H, W], rows [N, F]."""

    def __init__(self, layers):
        self.layers = layers
        self.parameters = {}
        self.running = {}
        self.run(torch.zeros(1, 1, *layers[0]["shape"][:2]).double(), True)
        for running in self.running.values():
            running["mean"].zero_()
            running["variance"].fill_(1)

    def weight(self, name, shape, deviation):
        if name not in self.parameters:
            start = torch.ones(shape) if name.endswith("gamma") else torch.zeros(shape)
            self.parameters[name] = (((start + torch.randn(shape) * deviation) * 1000).round() / 1000).double().requires_grad_()
        return self.parameters[name]

    def run(self, x, training):
        values, last = {}, None
        for layer in self.layers:
            sources = [values[name] for name in layer["inputs"]] or [last]
            last = x if layer["kind"] == "input" else getattr(self, layer["kind"])(layer, sources, training)
            values[layer["name"]] = last
        return last

    def biased(self, layer, x):
        if layer["bias"]:
            x = x + self.weight(layer["name"] + "/bias", x.shape[1:2], 0.2).view(1, -1, 1, 1)
        if layer.get("untiedBias"):
            name = layer["name"] + "/untiedBias"
            x = x + self.weight(name, (x.shape[2], x.shape[3], x.shape[1]), 0.2).permute(2, 0, 1)
        return activated(x, layer["activation"])

    def conv2d(self, layer, sources, training):
        filter, x = layer["filter"], sources[0]
        weights = self.weight(layer["name"] + "/weights", filter, 1.4 / math.sqrt(math.prod(filter[:3])))
        x = padded(x, filter[0], filter[1], layer["stride"], layer["padding"], 0)
        return self.biased(layer, functional.conv2d(x, weights.permute(3, 2, 0, 1), stride=layer["stride"]))

    def convTranspose2d(self, layer, sources, training):
        filter, stride, x = layer["filter"], layer["stride"], sources[0]
        taps = max(1, filter[0] * filter[1] // stride**2) * filter[2]
        weights = self.weight(layer["name"] + "/weights", filter, 1.4 / math.sqrt(taps))
        y = functional.conv_transpose2d(x, weights.permute(2, 3, 0, 1), stride=stride)
        if layer["padding"] == "same":
            height, width = x.shape[2] * stride, x.shape[3] * stride
            top, left = max(filter[0] - stride, 0) // 2, max(filter[1] - stride, 0) // 2
            y = functional.pad(y, [0, max(0, width - y.shape[3]), 0, max(0, height - y.shape[2])])
            y = y[:, :, top : top + height, left : left + width]
        return self.biased(layer, y)

    def maxPool2d(self, layer, sources, training):
        window, stride = layer["window"], layer["stride"]
        x = padded(sources[0], window, window, stride, layer["padding"], -math.inf)
        return functional.max_pool2d(x, window, stride)

    def averagePool2d(self, layer, sources, training):
        window, stride, x = layer["window"], layer["stride"], sources[0]
        sums = functional.avg_pool2d(padded(x, window, window, stride, layer["padding"], 0), window, stride)
        inside = padded(torch.ones_like(x), window, window, stride, layer["padding"], 0)
        return sums / functional.avg_pool2d(inside, window, stride)

    def batchNorm(self, layer, sources, training):
        name, x = layer["name"], sources[0]
        gamma = self.weight(name + "/gamma", x.shape[1:2], 0.3)
        beta = self.weight(name + "/beta", x.shape[1:2], 0.3)
        channels = x.shape[1]
        running = self.running.setdefault(
            name, {"mean": torch.zeros(channels).double(), "variance": torch.ones(channels).double()})
        y = functional.batch_norm(
            x, running["mean"], running["variance"], gamma, beta, training, 1 - layer["momentum"], layer["epsilon"])
        return activated(y, layer["activation"])

    def upsample(self, layer, sources, training):
        way = {"nearest": {"mode": "nearest"}, "bilinear": {"mode": "bilinear", "align_corners": False}}
        return functional.interpolate(sources[0], scale_factor=layer["factor"], **way[layer["method"]])

    def cropped(self, layer, sources):
        height = min(x.shape[2] for x in sources)
        width = min(x.shape[3] for x in sources)
        return [centre(x, height, width) for x in sources] if layer["crop"] else sources

    def concat(self, layer, sources, training):
        return torch.cat(self.cropped(layer, sources), dim=1)

    def add(self, layer, sources, training):
        return sum(self.cropped(layer, sources))

    def activate(self, layer, sources, training):
        return activated(sources[0], layer["activation"])

    def relu(self, layer, sources, training):
        return torch.relu(sources[0])

    def leakyRelu(self, layer, sources, training):
        return functional.leaky_relu(sources[0], layer["slope"])

    def sigmoid(self, layer, sources, training):
        return torch.sigmoid(sources[0])

    def softmax(self, layer, sources, training):
        return torch.softmax(sources[0], dim=1)

    def flatten(self, layer, sources, training):
        return sources[0].permute(0, 2, 3, 1).flatten(1)

    def reshape(self, layer, sources, training):
        height, width, channels = layer["shape"]
        return sources[0].view(-1, height, width, channels).permute(0, 3, 1, 2)

    def dense(self, layer, sources, training):
        weights = self.weight(layer["name"] + "/weights", layer["weights"], 1.4 / math.sqrt(layer["weights"][0]))
        x = sources[0] @ weights
        if layer["bias"]:
            x = x + self.weight(layer["name"] + "/bias", x.shape[1:], 0.2)
        return activated(x, layer["activation"])


def loss_of(logits, labels, training):
    """The loss as it is described; `labels` are [N, H, W]."""
    weights = training.get("classWeights") or [1.0] * max(2, logits.shape[1])
    weights = torch.tensor(weights).double()

    def single(described):
        kind, fields = next(iter(described.items()))
        if kind == "crossEntropy":
            return functional.cross_entropy(logits, labels, weight=weights)
        if kind == "binaryCrossEntropy":
            target = (labels == 1).double()
            each = functional.binary_cross_entropy_with_logits(logits[:, 0], target, reduction="none")
            return (each * weights[labels]).sum() / weights[labels].sum()
        if kind == "dice":
            p = torch.sigmoid(logits[:, 0]) if logits.shape[1] == 1 else torch.softmax(logits, 1)[:, 1]
            t = (labels == 1).double()
            s = fields["smoothing"]
            return 1 - (2 * (p * t).sum() + s) / (p.sum() + t.sum() + s)
        return sum(part["weight"] * single(part["loss"]) for part in fields["parts"])

    return single(training["loss"])


def optimiser_of(model, training):
    kind, fields = next(iter(training["optimizer"].items()))
    numbers = list(model.parameters.values())
    rate, decay = training["learningRate"], training["weightDecay"]
    if kind == "sgd":
        return torch.optim.SGD(numbers, lr=rate, weight_decay=decay)
    if kind in ("momentum", "nesterov"):
        return torch.optim.SGD(
            numbers, lr=rate, momentum=fields["momentum"], nesterov=kind == "nesterov", weight_decay=decay)
    betas = (fields["beta1"], fields["beta2"])
    if kind == "adam":
        return torch.optim.Adam(numbers, lr=rate, betas=betas, eps=fields["epsilon"], weight_decay=decay)
    return torch.optim.AdamW(numbers, lr=rate, betas=betas, eps=fields["epsilon"], weight_decay=fields["weightDecay"])


def numbers(tensor, digits=6):
    return [float(f"{value:.{digits}g}") for value in tensor.detach().flatten().tolist()]


CROSS_ENTROPY = {"crossEntropy": {}}
SGD = {"sgd": {}}
MOMENTUM = {"momentum": {"momentum": 0.9}}
ADAM = {"adam": {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}}


def case(layers, rate=0.1, batch=2, optimizer=SGD, loss=CROSS_ENTROPY, decay=0.0, clip=None, class_weights=()):
    torch.manual_seed(5)
    training = {
        "learningRate": rate, "decayRate": 1.0, "decaySteps": 1000, "epochs": 1, "batchSize": batch,
        "optimizer": optimizer, "loss": loss, "weightDecay": decay, "classWeights": list(class_weights), "line": 1}
    if clip is not None:
        training["clipNorm"] = clip
    model = Model(layers)
    height, width, _ = layers[0]["shape"]
    images = (torch.rand(2 * batch, height, width) * 256).round() / 256
    labels = (images > 0.6).long()
    result = {
        "network": {"name": "golden", "line": 1, "layers": layers},
        "training": training, "images": numbers(images), "labels": labels.flatten().tolist(),
        "before": {name: numbers(value) for name, value in model.parameters.items()}, "losses": []}
    with torch.no_grad():
        first = model.run(images[:batch, None].double(), False)
        result["logits"] = numbers(first.permute(0, 2, 3, 1))
    optimiser = optimiser_of(model, training)
    for step in range(STEPS):
        chosen = slice(step % 2 * batch, (step % 2 + 1) * batch)
        loss_value = loss_of(model.run(images[chosen, None].double(), True), labels[chosen], training)
        result["losses"].append(float(f"{loss_value.item():.10g}"))
        optimiser.zero_grad()
        loss_value.backward()
        if step == 0:
            result["gradients"] = {name: numbers(value.grad) for name, value in model.parameters.items()}
        if clip is not None:
            torch.nn.utils.clip_grad_norm_(model.parameters.values(), clip)
        optimiser.step()
    after = {name: value for name, value in model.parameters.items()}
    for name, running in model.running.items():
        after[name + "/runningMean"], after[name + "/runningVariance"] = running["mean"], running["variance"]
    small = sum(value.numel() for value in after.values()) <= SMALL
    result["after"] = {
        name: numbers(value) for name, value in after.items() if small or "running" in name}
    return result


def score(channels, name="score", outputs=2):
    return D.conv(name, [1, 1, channels, outputs], activation="identity")


def small_cases():
    image = D.input(7, 6)
    even = D.input(8, 8)

    def down_and_up(layer, channels=5):
        return [even, D.conv("a", [3, 3, 1, channels], activation="leakyRelu"), layer,
                D.transposed("up", [2, 2, channels, 3], 2), score(3)]

    cases = {
        "conv-even-filter": case([image, D.conv("a", [4, 2, 1, 9]), D.conv("b", [3, 3, 9, 5]), score(5)]),
        "conv-stride": case(
            [even, D.conv("a", [5, 5, 1, 9], 2), D.transposed("up", [3, 3, 9, 5], 2, activation="relu"), score(5)]),
        "conv-stride-odd": case(
            [D.input(9, 9), D.conv("a", [4, 4, 1, 9], 3), D.transposed("up", [5, 5, 9, 3], 3), score(3)]),
        "conv-valid": case(
            [image, D.conv("a", [3, 2, 1, 9], padding="valid"),
             D.transposed("up", [3, 2, 9, 5], 1, "valid", activation="leakyRelu"), score(5)]),
        "conv-position-bias": case([image, D.conv("a", [3, 3, 1, 9], positions=True), score(9)]),
        "conv-sigmoid": case([image, D.conv("a", [3, 3, 1, 9], activation="sigmoid"), score(9)], rate=0.5),
        "conv-softmax": case([image, D.conv("a", [3, 3, 1, 9], activation="softmax"), score(9)], rate=0.5),
        "max-pool": case(down_and_up(D.pool("pool", "maxPool2d"))),
        "max-pool-wide": case(down_and_up(D.pool("pool", "maxPool2d", 3))),
        "max-pool-overlapping": case(
            [image, D.conv("a", [3, 3, 1, 9]), D.pool("pool", "maxPool2d", 3, 1), score(9)]),
        "average-pool": case(down_and_up(D.pool("pool", "averagePool2d"))),
        "average-pool-wide": case(down_and_up(D.pool("pool", "averagePool2d", 3))),
        "upsample-nearest": case(
            [even, D.conv("a", [3, 3, 1, 9], 2), D.layer("upsample", "up", factor=2, method="nearest"), score(9)]),
        "upsample-bilinear": case(
            [even, D.conv("a", [3, 3, 1, 9], 4), D.layer("upsample", "up", factor=4, method="bilinear"), score(9)]),
        "batch-norm": case(
            [image, D.conv("a", [3, 3, 1, 9], activation="identity"), D.norm("n", 9, "leakyRelu"), score(9)]),
        "activation-layers": case(
            [image, D.conv("a", [3, 3, 1, 9], activation="identity"), D.layer("leakyRelu", "l", slope=0.3),
             D.conv("b", [3, 3, 9, 5], activation="identity"), D.layer("sigmoid", "s"),
             D.conv("c", [1, 1, 5, 6], activation="identity"), D.layer("softmax", "m"),
             D.conv("d", [1, 1, 6, 9], activation="identity"), D.layer("relu", "r"), score(9)], rate=0.5),
        "concat-crop": case(
            [image, D.conv("a", [3, 3, 1, 9]), D.conv("b", [3, 3, 9, 9], padding="valid"),
             D.join("concat", "c", "b", "a", crop=True), D.transposed("up", [3, 3, 18, 5], 1, "valid"), score(5)]),
        "add-crop": case(
            [image, D.conv("a", [3, 3, 1, 9]), D.conv("b", [3, 3, 9, 9], padding="valid", activation="identity"),
             D.join("add", "s", "b", "a", crop=True), D.layer("relu", "r"),
             D.transposed("up", [3, 3, 9, 5], 1, "valid"), score(5)]),
        "many-readers": case(
            [image, D.conv("a", [3, 3, 1, 16]), D.conv("b", [1, 1, 16, 16]), D.conv("c", [1, 1, 16, 16], source="a"),
             D.join("add", "s", "a", "b", "c"), D.join("concat", "j", "s", "a"), score(32)]),
        "flatten-reshape": case(
            [D.input(5, 4), D.conv("a", [3, 3, 1, 9], 4), D.layer("flatten", "f"),
             D.layer("dense", "d", weights=[18, 5 * 4 * 9], bias=True, activation="relu"),
             D.layer("reshape", "r", shape=[5, 4, 9]), score(9)]),
        "nesterov-decay": case(
            [image, D.conv("a", [3, 3, 1, 9]), score(9)], 0.05,
            optimizer={"nesterov": {"momentum": 0.8}}, decay=0.01),
        "sgd-clip-decay": case([image, D.conv("a", [3, 3, 1, 9]), score(9)], 0.5, clip=0.1, decay=0.01),
        "adam-decay": case([image, D.conv("a", [3, 3, 1, 9]), score(9)], 0.01, optimizer=ADAM, decay=0.02),
        "adamw-clip": case(
            [image, D.conv("a", [3, 3, 1, 9]), score(9)], 0.01, clip=0.2,
            optimizer={"adamW": {"beta1": 0.8, "beta2": 0.99, "epsilon": 1e-6, "weightDecay": 0.05}}),
        "class-weights": case([image, D.conv("a", [3, 3, 1, 9]), score(9)], 0.3, class_weights=[0.4, 2.5]),
        "binary": case(
            [image, D.conv("a", [3, 3, 1, 9]), score(9, outputs=1)], 0.3, loss={"binaryCrossEntropy": {}},
            class_weights=[0.5, 2.0]),
        "dice": case([image, D.conv("a", [3, 3, 1, 9]), score(9)], 0.3, loss={"dice": {"smoothing": 1.0}}),
        "dice-and-binary": case(
            [image, D.conv("a", [3, 3, 1, 9]), score(9, outputs=1)], 0.3,
            loss={"weighted": {"parts": [
                {"weight": 0.25, "loss": {"dice": {"smoothing": 2.0}}},
                {"weight": 0.75, "loss": {"binaryCrossEntropy": {}}}]}}),
        "three-classes": case(
            [image, D.conv("a", [3, 3, 1, 9]), score(9, outputs=3)], 0.3, class_weights=[1.0, 2.0, 0.5]),
        "nine-classes": case(
            [image, D.conv("a", [3, 3, 1, 9]), score(9, outputs=9)], 0.3,
            loss={"weighted": {"parts": [
                {"weight": 0.5, "loss": CROSS_ENTROPY}, {"weight": 0.5, "loss": {"dice": {"smoothing": 1.0}}}]}}),
    }
    return cases


def unet(normed):
    def double(name, before, after):
        layers = []
        for part, channels in (("a", before), ("b", after)):
            activation = "identity" if normed else "relu"
            layers.append(D.conv(name + part, [3, 3, channels, after], bias=not normed, activation=activation))
            if normed:
                layers.append(D.norm(name + part + "-norm", after, "relu"))
        return layers

    end = "b-norm" if normed else "b"
    return (
        [D.input(16, 16)] + double("down0", 1, 16) + [D.pool("pool1", "maxPool2d")] + double("down1", 16, 16)
        + [D.transposed("up0", [2, 2, 16, 16], 2), D.join("concat", "skip0", "up0", "down0" + end)]
        + double("back0", 32, 8) + [score(8)])


def write(name, cases):
    path = HERE / f"{name}.json"
    path.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
    print(path.name, path.stat().st_size)


layers, trainings = small_cases(), {}
for name in list(layers)[list(layers).index("nesterov-decay") :]:
    trainings[name] = layers.pop(name)
write("layers", layers)
write("trainings", trainings)
write("fcn", {"fcn": case(fcn([9, 10, 12, 12]), 0.03, batch=1)})
write("unet", {"unet": case(unet(False), 0.02, optimizer=MOMENTUM)})
write("unet-norm", {"unet-norm": case(unet(True), 0.003, optimizer=ADAM)})
