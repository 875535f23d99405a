"""Writes goldens with TensorFlow, in double precision, for what TensorFlow defines: SAME padding. python3 make_tensorflow.py.

`tensorflow-layers.json` holds single layers. Before each stands one that makes channels of the image and adds a number to
each channel of each pixel: since there is one image, the gradient of these numbers is that of the map which the layer reads.
`tensorflow-fcn.json` holds the second lab's network with few channels, and ten steps of its training.
"""

import json
import math
import os
import pathlib

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy
import tensorflow as tf

from describe import Describe, fcn

HERE = pathlib.Path(__file__).parent
STEPS = 10
D = Describe


class Model:
    """Runs described layers. Maps are [N, H, W, C]."""

    def __init__(self, layers, random):
        self.layers = layers
        self.random = random
        self.parameters = {}

    def weight(self, name, shape, width, steps):
        """The parameter of this name; at first multiples of 1 / `steps` up to `width`, which need few digits."""
        if name not in self.parameters:
            most = round(width * steps)
            start = self.random.integers(-most, most + 1, shape) / steps
            self.parameters[name] = tf.Variable(start, dtype=tf.float64)
        return self.parameters[name]

    def run(self, x):
        for layer in self.layers[1:]:
            x = getattr(self, layer["kind"])(layer, x)
        return x

    def biased(self, layer, x):
        if layer["bias"]:
            x = x + self.weight(layer["name"] + "/bias", x.shape[3:], 1, 8)
        if layer.get("untiedBias"):
            x = x + self.weight(layer["name"] + "/untiedBias", x.shape[1:], 4, 32)
        return tf.nn.relu(x) if layer["activation"] == "relu" else x

    def filters(self, layer, inputs_each):
        shape = layer["filter"]
        return self.weight(layer["name"] + "/weights", shape, max(1 / 8, 2.4 / math.sqrt(inputs_each)), 16)

    def conv2d(self, layer, x):
        weights = self.filters(layer, math.prod(layer["filter"][:3]))
        return self.biased(layer, tf.nn.conv2d(x, weights, layer["stride"], layer["padding"].upper()))

    def convTranspose2d(self, layer, x):
        (kh, kw, inputs, outputs), stride = layer["filter"], layer["stride"]
        weights = self.filters(layer, inputs * max(1, kh * kw // stride**2))
        if layer["padding"] == "same":
            extents = [x.shape[1] * stride, x.shape[2] * stride]
        else:
            extents = [(x.shape[1] - 1) * stride + kh, (x.shape[2] - 1) * stride + kw]
        y = tf.nn.conv2d_transpose(
            x, tf.transpose(weights, [0, 1, 3, 2]), [x.shape[0], *extents, outputs], stride, layer["padding"].upper())
        return self.biased(layer, y)

    def maxPool2d(self, layer, x):
        return tf.nn.max_pool2d(x, layer["window"], layer["stride"], layer["padding"].upper())

    def averagePool2d(self, layer, x):
        return tf.nn.avg_pool2d(x, layer["window"], layer["stride"], layer["padding"].upper())

    def upsample(self, layer, x):
        extents = [x.shape[1] * layer["factor"], x.shape[2] * layer["factor"]]
        # TensorFlow enlarges in single precision.
        return tf.cast(tf.image.resize(x, extents, layer["method"]), tf.float64)


def numbers(tensor, digits=6):
    return [float(f"{value:.{digits}g}") for value in numpy.asarray(tensor).flatten().tolist()]


def exact(tensor):
    """What a computation starts from, to the last digit."""
    return numbers(tensor, 9)


def named(values, written=numbers):
    return {name: written(value) for name, value in values.items()}


def layer_case(height, width, channels, layer):
    random = numpy.random.default_rng(5)
    lift = D.conv("lift", [1, 1, 1, channels], bias=False, positions=True, activation="identity")
    layers = [D.input(height, width), lift, layer]
    model = Model(layers, random)
    image = random.integers(0, 33, (1, height, width, 1)) / 32
    with tf.GradientTape() as tape:
        y = model.run(tf.constant(image, tf.float64))
        dy = random.integers(-16, 17, y.shape) / 16
        total = tf.reduce_sum(y * dy)
    gradients = tape.gradient(total, model.parameters)
    return {
        "network": {"name": "golden", "line": 1, "layers": layers}, "image": exact(image),
        "before": named(model.parameters, exact), "output": numbers(y), "outputGradient": exact(dy),
        "gradients": named(gradients)}


def layer_cases():
    cases = {}

    def add(name, height, width, channels, layer):
        cases[f"{name}, {height}x{width}x{channels}"] = layer_case(height, width, channels, layer)

    for kh, kw, stride, height, width, padding in [
        (3, 3, 1, 5, 6, "same"), (4, 2, 1, 5, 4, "same"), (3, 3, 2, 7, 6, "same"), (3, 3, 2, 8, 5, "same"),
        (5, 5, 2, 8, 7, "same"), (5, 5, 2, 9, 6, "same"), (4, 4, 2, 7, 6, "same"), (2, 2, 2, 5, 6, "same"),
        (1, 1, 2, 5, 6, "same"), (3, 3, 3, 7, 8, "same"), (4, 5, 3, 8, 9, "same"), (5, 2, 3, 10, 7, "same"),
        (2, 3, 4, 9, 7, "same"), (3, 3, 2, 7, 6, "valid"), (4, 3, 3, 9, 8, "valid"),
    ]:
        layer = D.conv("layer", [kh, kw, 2, 3], stride, padding, activation="identity")
        add(f"conv {kh}x{kw} by {stride} {padding}", height, width, 2, layer)
    for kernel, stride, height, width in [(3, 1, 6, 5), (5, 2, 9, 7)]:
        layer = D.conv("layer", [kernel, kernel, 8, 8], stride, activation="relu")
        add(f"wide conv {kernel}x{kernel} by {stride}", height, width, 8, layer)
    for kind in ("maxPool2d", "averagePool2d"):
        for window, stride, height, width, padding in [
            (2, 2, 5, 7, "same"), (2, 2, 6, 4, "same"), (3, 2, 7, 9, "same"), (3, 2, 6, 8, "same"), (3, 3, 7, 8, "same"),
            (3, 1, 4, 5, "same"), (2, 1, 4, 5, "same"), (2, 3, 7, 8, "same"), (5, 2, 3, 4, "same"),
            (2, 2, 5, 7, "valid"), (3, 2, 7, 6, "valid"),
        ]:
            layer = D.pool("layer", kind, window, stride, padding)
            add(f"{kind} {window} by {stride} {padding}", height, width, 3, layer)
    for kh, kw, stride, height, width, padding in [
        (31, 31, 16, 2, 1, "same"), (2, 2, 2, 3, 5, "same"), (3, 3, 2, 3, 4, "same"), (3, 3, 2, 5, 3, "same"),
        (4, 4, 2, 3, 2, "same"), (5, 4, 3, 2, 3, "same"), (2, 2, 3, 3, 2, "same"), (3, 3, 1, 4, 3, "same"),
        (3, 3, 2, 3, 4, "valid"), (2, 2, 3, 2, 3, "valid"),
    ]:
        layer = D.transposed("layer", [kh, kw, 2, 2], stride, padding)
        add(f"transposed {kh}x{kw} by {stride} {padding}", height, width, 2, layer)
    for method in ("nearest", "bilinear"):
        for factor, height, width in [(2, 3, 2), (3, 2, 3), (4, 1, 2)]:
            add(f"{method} by {factor}", height, width, 3, D.layer("upsample", "layer", factor=factor, method=method))
    return cases


def training_case(layers, rate):
    random = numpy.random.default_rng(5)
    model = Model(layers, random)
    height, width, _ = layers[0]["shape"]
    images = random.integers(0, 33, (2, height, width, 1)) / 32
    labels = (images > 0.6).astype(int)[..., 0]
    logits = model.run(tf.constant(images[:1], tf.float64))
    result = {
        "network": {"name": "golden", "line": 1, "layers": layers},
        "training": {
            "learningRate": rate, "decayRate": 1.0, "decaySteps": 1000, "epochs": 1, "batchSize": 1,
            "optimizer": {"sgd": {}}, "loss": {"crossEntropy": {}}, "weightDecay": 0.0, "classWeights": [], "line": 1},
        "images": exact(images), "labels": labels.flatten().tolist(), "before": named(model.parameters, exact),
        "logits": numbers(logits), "losses": [], "after": {}}
    for step in range(STEPS):
        chosen = slice(step % 2, step % 2 + 1)
        with tf.GradientTape() as tape:
            logits = model.run(tf.constant(images[chosen], tf.float64))
            loss = tf.reduce_mean(
                tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels[chosen], logits=logits))
        result["losses"].append(float(f"{float(loss):.10g}"))
        gradients = tape.gradient(loss, model.parameters)
        if step == 0:
            result["gradients"] = named(gradients)
        for name, gradient in gradients.items():
            model.parameters[name].assign_sub(rate * gradient)
    return result


def write(name, cases):
    path = HERE / f"{name}.json"
    path.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
    print(path.name, path.stat().st_size)


write("tensorflow-layers", layer_cases())
write("tensorflow-fcn", {"tensorflow-fcn": training_case(fcn([4, 5, 6, 6]), 0.1)})
