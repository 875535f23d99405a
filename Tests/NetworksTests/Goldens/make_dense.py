"""Writes the goldens of dense networks with PyTorch, in double precision: python3 make_dense.py (needs torch).

Each file holds a network's first weights, the images and labels of ten steps of plain gradient descent, and what
comes of them: the first logits, every weight after one step and after ten, and the loss before each step.
"""

import json
import pathlib

import torch

HERE = pathlib.Path(__file__).parent
HEIGHT, WIDTH, CLASSES = 4, 5, 2
STEPS = 10
RATE = 0.3

NETWORKS = {
    # name: (batch, [(layer, inputs, outputs, bias, activation)])
    "plain": (1, [("hidden", 20, 7, False, None), ("scores", 7, 40, False, None)]),
    "deep": (
        3,
        [
            ("first", 20, 17, True, torch.relu),
            ("second", 17, 33, False, torch.sigmoid),
            ("third", 33, 9, True, lambda x: torch.softmax(x, dim=-1)),
            ("scores", 9, 40, True, None),
        ],
    ),
    "deep-single": (
        1,
        [
            ("first", 20, 17, True, torch.relu),
            ("second", 17, 33, True, torch.sigmoid),
            ("scores", 33, 40, False, None),
        ],
    ),
}


def numbers(tensor):
    """The tensor's numbers in one list, with as many digits as a float32 needs and more."""
    return [float(f"{value:.10g}") for value in tensor.detach().flatten().tolist()]


def golden(batch, layers):
    parameters = {}
    for layer, inputs, outputs, bias, _ in layers:
        weights = (torch.randn(inputs, outputs) * 0.4).double()
        parameters[f"{layer}/weights"] = weights.requires_grad_()
        if bias:
            parameters[f"{layer}/bias"] = (torch.randn(outputs) * 0.2).double().requires_grad_()
    images = torch.rand(STEPS * batch, HEIGHT * WIDTH)
    images[:, 3] = 0  # a background pixel
    labels = torch.randint(0, CLASSES, (STEPS * batch, HEIGHT * WIDTH))

    def run(x):
        for layer, _, _, bias, activation in layers:
            x = x @ parameters[f"{layer}/weights"]
            if bias:
                x = x + parameters[f"{layer}/bias"]
            if activation is not None:
                x = activation(x)
        return x

    result = {
        "batch": batch,
        "rate": RATE,
        "images": numbers(images),
        "labels": labels.flatten().tolist(),
        "before": {name: numbers(value) for name, value in parameters.items()},
        "logits": None,
        "losses": [],
    }
    optimiser = torch.optim.SGD(parameters.values(), lr=RATE)
    for step in range(STEPS):
        x = images[step * batch : (step + 1) * batch].double()
        y = labels[step * batch : (step + 1) * batch]
        logits = run(x)
        if step == 0:
            result["logits"] = numbers(logits)
        loss = torch.nn.functional.cross_entropy(logits.view(-1, CLASSES), y.flatten())
        result["losses"].append(float(f"{loss.item():.10g}"))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if step == 0:
            result["afterOne"] = {name: numbers(value) for name, value in parameters.items()}
    result["afterAll"] = {name: numbers(value) for name, value in parameters.items()}
    return result


for name, (batch, layers) in NETWORKS.items():
    torch.manual_seed(11)
    path = HERE / f"{name}.json"
    path.write_text(json.dumps(golden(batch, layers), separators=(",", ":")) + "\n")
    print(path.name, path.stat().st_size)
