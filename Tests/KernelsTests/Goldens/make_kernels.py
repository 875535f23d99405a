"""Writes the goldens of the pixel kernels with PyTorch, in double precision: python3 make_kernels.py (needs torch).

Maps are written channels last, `[N, H, W, C]`. Each case holds what goes in, what comes out and every gradient of Σ out·dy.
"""

import json
import pathlib

import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).parent


def numbers(tensor):
    """The tensor's numbers in one list, with as many digits as a float32 needs."""
    return [float(f"{value:.9g}") for value in tensor.detach().flatten().tolist()]


def last(tensor):
    """Channels last."""
    return numbers(tensor.permute(0, 2, 3, 1))


def maps(n, c, h, w):
    """Random maps whose numbers float32 holds exactly."""
    return torch.randn(n, c, h, w).double().requires_grad_()


def passed(x, y, parameters=()):
    """What a case holds of a forward and a backward pass."""
    dy = torch.randn_like(y.float()).double()
    gradients = torch.autograd.grad((y * dy).sum(), [x, *parameters])
    case = {"shape": [x.shape[0], x.shape[2], x.shape[3], x.shape[1]], "x": last(x), "y": last(y), "dy": last(dy)}
    case["dx"] = last(gradients[0])
    return case, gradients[1:]


def pooling():
    cases = []
    for c, h, w, window, stride, pad, kind in [
        (3, 6, 8, 2, 2, 0, "max"),
        (17, 7, 5, 3, 2, 1, "max"),
        (2, 6, 7, 3, 1, 1, "average"),
        (16, 6, 8, 2, 2, 0, "average"),
    ]:
        x = maps(2, c, h, w)
        if kind == "max":
            y = F.max_pool2d(x, window, stride, pad)
        else:
            y = F.avg_pool2d(x, window, stride, pad, count_include_pad=False)
        case, _ = passed(x, y)
        cases.append({**case, "kind": kind, "window": window, "stride": stride, "pad": pad, "outputs": list(y.shape[2:])})
    return cases


def normalisation():
    cases = []
    for c in (2, 18):
        x = maps(2, c, 4, 3)
        layer = torch.nn.BatchNorm2d(c, momentum=0.1).double()
        with torch.no_grad():
            layer.weight.copy_(torch.rand(c).double() + 0.5)
            layer.bias.copy_(torch.randn(c).double())
            layer.running_mean.copy_(torch.randn(c).double())
            layer.running_var.copy_(torch.rand(c).double() + 0.5)
        before = {"mean": numbers(layer.running_mean), "variance": numbers(layer.running_var)}
        case, (dgamma, dbeta) = passed(x, torch.relu(layer(x)), (layer.weight, layer.bias))
        after = {"meanAfter": numbers(layer.running_mean), "varianceAfter": numbers(layer.running_var)}
        layer.eval()
        case.update(before, **after, gamma=numbers(layer.weight), beta=numbers(layer.bias))
        case.update(dgamma=numbers(dgamma), dbeta=numbers(dbeta), evaluated=last(torch.relu(layer(x))))
        cases.append(case)
    return cases


def upsampling():
    cases = []
    for factor in (2, 3):
        for method in ("nearest", "bilinear"):
            x = maps(2, 3, 3, 4)
            options = {} if method == "nearest" else {"align_corners": False}
            case, _ = passed(x, F.interpolate(x, scale_factor=factor, mode=method, **options))
            cases.append({**case, "factor": factor, "method": method})
    return cases


def losses():
    cases = []
    for classes in (1, 2, 4):
        x = (torch.randn(2, classes, 3, 5) * 3).double().requires_grad_()
        labels = torch.randint(0, max(2, classes), (2, 3, 5))
        weights = torch.rand(max(2, classes)).float().double() + 0.5
        target = (labels == 1).double()
        if classes == 1:
            logit = x[:, 0]
            own = weights[labels]
            cross = (F.binary_cross_entropy_with_logits(logit, target, reduction="none") * own).sum() / own.sum()
            p = torch.sigmoid(logit)
        else:
            cross = F.cross_entropy(x, labels, weight=weights)
            p = torch.softmax(x, dim=1)[:, 1]
        dice = 1 - (2 * (p * target).sum() + 1) / (p.sum() + target.sum() + 1)
        case = {"shape": [2, 3, 5, classes], "x": last(x), "labels": labels.flatten().tolist()}
        case.update(weights=numbers(weights), cross=cross.item(), dice=dice.item())
        case["crossGradient"] = last(torch.autograd.grad(cross, x, retain_graph=True)[0])
        case["diceGradient"] = last(torch.autograd.grad(dice, x)[0])
        cases.append(case)
    return cases


def optimisers():
    makers = {
        "plain": lambda p: torch.optim.SGD(p, lr=0.1, weight_decay=0.01),
        "momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01),
        "nesterov": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01),
        "adam": lambda p: torch.optim.Adam(p, lr=0.05, weight_decay=0.01),
        "adamW": lambda p: torch.optim.AdamW(p, lr=0.05, weight_decay=0.1),
    }
    gradients = torch.randn(10, 19).double()
    start = torch.randn(19).double()
    after = {}
    for name, make in makers.items():
        weights = start.clone().requires_grad_()
        optimiser = make([weights])
        for gradient in gradients:
            weights.grad = gradient.clone()
            optimiser.step()
        after[name] = numbers(weights)
    return {"start": numbers(start), "gradients": numbers(gradients), "after": after}


torch.manual_seed(5)
golden = {
    "pooling": pooling(),
    "normalisation": normalisation(),
    "upsampling": upsampling(),
    "losses": losses(),
    "optimisers": optimisers(),
}
path = HERE / "kernels.json"
path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
print(path.name, path.stat().st_size)
