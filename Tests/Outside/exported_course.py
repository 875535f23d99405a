"""A course whose lab has every kind of layer, trained for a few steps on small images: what the tests of exports read."""

import numpy
from PIL import Image

HEIGHT, WIDTH = 20, 24

LAB = """---
title: Layers
id: layers
dataset: tiny
---
Every kind of layer.

```swift given
func norm(_ name: String, _ channels: Int) -> BatchNorm { BatchNorm(name, channels: channels, activation: .relu) }

let fcn = Network("fcn") {
  Input(shape: [20, 24, 1])
  Conv2D("conv1", filter: [5, 5, 1, 6], stride: 2, bias: false, activation: .relu)
  MaxPool2D("pool1")
  Conv2D("conv2", filter: [3, 3, 6, 8], activation: .relu)
  Conv2D("score", filter: [1, 1, 8, 2], activation: .identity)
  ConvTranspose2D("upscore", filter: [7, 7, 2, 2], stride: 4)
}
let unet = Network("unet") {
  Input(shape: [20, 24, 1])
  Conv2D("enc1", filter: [3, 3, 1, 4], activation: .identity)
  norm("enc1norm", 4)
  MaxPool2D("pool1")
  Conv2D("mid", filter: [3, 3, 4, 8], activation: .relu)
  Dropout("drop", rate: 0.2)
  ConvTranspose2D("up1", filter: [2, 2, 8, 4], stride: 2)
  Concat("skip1", of: "up1", "enc1norm")
  Conv2D("dec1", filter: [3, 3, 8, 4], activation: .relu)
  Conv2D("score", filter: [1, 1, 4, 2], activation: .identity)
}
let matrices = Network("matrices") {
  Input(shape: [20, 24, 1])
  AveragePool2D("small", window: 4, stride: 4)
  Conv2D("few", filter: [1, 1, 1, 2], activation: .leakyRelu)
  Flatten("row")
  Dense("hidden", weights: [60, 7], bias: true, activation: .sigmoid)
  Dense("final", weights: [7, 960], bias: true)
  Reshape("pixels", shape: [20, 24, 2])
}
let windows = Network("windows") {
  Input(shape: [20, 24, 1])
  Conv2D("odd", filter: [4, 3, 1, 5], stride: 3, untiedBias: true, activation: .leakyRelu)
  AveragePool2D("mean", window: 3, stride: 2)
  MaxPool2D("large", window: 3, stride: 1)
  ConvTranspose2D("grow", filter: [4, 2, 5, 4], stride: 5, activation: .relu)
  Upsample("twice", factor: 2, method: .bilinear)
  Concat("cut", of: "twice", "input1", crop: true)
  Softmax("soft")
  Conv2D("score", filter: [1, 1, 5, 2], activation: .identity)
}
let tangle = Network("tangle") {
  Input(shape: [20, 24, 1])
  Conv2D("a", filter: [3, 3, 1, 6], activation: .leakyRelu)
  Conv2D("b", filter: [3, 3, 6, 6], activation: .sigmoid)
  Add("sum", of: "a", "b", "a")
  ReLU("sum-relu")
  Conv2D("c", filter: [1, 1, 6, 3], padding: .valid, activation: .identity)
  LeakyReLU("c-leaky", slope: 0.2)
  Conv2D("d", filter: [3, 3, 6, 3], padding: .valid, activation: .softmax, from: "a")
  Concat("both", of: "c-leaky", "d", crop: true)
  ConvTranspose2D("e", filter: [3, 3, 6, 4], padding: .valid, activation: .relu)
  Sigmoid("e-sigmoid")
  MaxPool2D("f", window: 2, stride: 2, padding: .valid)
  Upsample("g", factor: 2)
  Concat("all", of: "g", "sum-relu")
  Conv2D("score", filter: [1, 1, 10, 2], activation: .identity)
}
let crops = Network("crops") {
  Input(shape: [20, 24, 1])
  Conv2D("sparse", filter: [2, 2, 1, 4], stride: 3, padding: .valid, activation: .sigmoid)
  AveragePool2D("inside", window: 3, stride: 1, padding: .valid)
  Upsample("nearest", factor: 3)
  Conv2D("untied", filter: [1, 5, 4, 6], untiedBias: true)
  Conv2D("wide", filter: [3, 3, 4, 6], padding: .valid, from: "nearest")
  Add("both", of: "untied", "wide", crop: true)
  ConvTranspose2D("apart", filter: [1, 2, 6, 3], stride: 2, padding: .valid)
  Upsample("smooth", factor: 3, method: .bilinear)
  MaxPool2D("thin", window: 4, stride: 3)
  Concat("cut", of: "thin", "input1", "apart", crop: true)
  BatchNorm("even", channels: 7, activation: .sigmoid)
  Flatten("row")
  Dense("few", weights: [3360, 8], activation: .relu)
  Dense("all", weights: [8, 960])
  Reshape("pixels", shape: [20, 24, 2])
}
let small = Network("small") {
  Input(shape: [16, 20, 1])
  Conv2D("score", filter: [3, 3, 1, 2])
}
let training = Training(learningRate: 0.05, epochs: 2, batchSize: 4, keepBest: true)
let search = Sweep(learningRates: [0.1, 0.02], of: training)
let resized = Preprocessing {
  Normalize(.perImage)
  Resize(width: 24, height: 20, fit: .pad)
}
let stretched = Preprocessing {
  Clip(low: 0.1, high: 0.9)
  Resize(width: 20, height: 16)
  Normalize(.perImage)
}
let padded = Preprocessing {
  Resize(width: 20, height: 16, fit: .pad)
}
let cropped = Preprocessing {
  Normalize(.perSet)
  Resize(width: 37, height: 11, fit: .crop)
  Resize(width: 20, height: 16, fit: .crop)
}
let preprocessing = Preprocessing {
  Clip(low: 0.1, high: 0.9)
  Normalize(.perImage)
  Normalize(.perSet)
  RandomFlip()
}
```
"""

EXPERIMENTS = ["fcn", "unet", "matrices", "windows", "tangle", "crops"]
# Those that prepare their images, with the network that reads them.
PREPARED = {"prepared": "fcn", "resized": "unet", "stretched": "small", "padded": "small", "cropped": "small"}


def experiment(name, network, training="training", more=""):
    return f"```yaml experiment={name}\nnetwork: {network}\ntraining: {training}\n{more}show: [curves]\n```\n"


def write(folder):
    """Makes the lab and its images in a course folder."""
    text = LAB + "".join(experiment(name, name) for name in EXPERIMENTS)
    for name, network in PREPARED.items():
        text += experiment(name, network, more=f"preprocessing: {'preprocessing' if name == 'prepared' else name}\n")
    text += experiment("sweep", "fcn", "search")
    (folder / "labs").mkdir(exist_ok=True)
    (folder / "labs" / "01-layers.md").write_text(text)
    generator = numpy.random.default_rng(1)
    for kind in ("images", "labels"):
        (folder / "tiny" / kind).mkdir(parents=True)
    for number in range(12):
        image = generator.integers(0, 256, (HEIGHT, WIDTH), dtype=numpy.uint8)
        label = (image > 140).astype(numpy.uint8) * 255
        name = f"patient{number // 3:02}_{number % 3}.png"
        Image.fromarray(image).save(folder / "tiny" / "images" / name)
        Image.fromarray(label).save(folder / "tiny" / "labels" / name)
