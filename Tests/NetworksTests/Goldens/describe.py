"""Networks as a learner's program describes them, for the scripts beside this one."""


class Describe:
    """Layers as they are described, every field there."""

    @staticmethod
    def layer(kind, name, inputs=(), **fields):
        return {"kind": kind, "name": name, "inputs": list(inputs), "line": 1, **fields}

    @classmethod
    def input(cls, height, width):
        return cls.layer("input", "image", shape=[height, width, 1])

    @classmethod
    def conv(cls, name, filter, stride=1, padding="same", bias=True, positions=False, activation="relu", source=None):
        return cls.layer(
            "conv2d", name, [source] if source else [], filter=filter, stride=stride, padding=padding, bias=bias,
            untiedBias=positions, activation=activation)

    @classmethod
    def transposed(cls, name, filter, stride, padding="same", bias=True, activation="identity"):
        return cls.layer(
            "convTranspose2d", name, filter=filter, stride=stride, padding=padding, bias=bias, activation=activation)

    @classmethod
    def pool(cls, name, kind, window=2, stride=2, padding="same"):
        return cls.layer(kind, name, window=window, stride=stride, padding=padding)

    @classmethod
    def norm(cls, name, channels, activation="identity"):
        return cls.layer(
            "batchNorm", name, channels=channels, momentum=0.9, epsilon=1e-5, activation=activation)

    @classmethod
    def join(cls, kind, name, *parts, crop=False):
        return cls.layer(kind, name, parts, crop=crop)


def fcn(channels):
    """The second lab's network for images of 32 x 32, with so many channels after each convolution."""
    a, b, c, d = channels
    describe = Describe
    return [
        describe.input(32, 32), describe.conv("conv1", [5, 5, 1, a], 2, bias=False), describe.pool("pool1", "maxPool2d"),
        describe.conv("conv2", [5, 5, a, b], 2, bias=False), describe.pool("pool2", "maxPool2d"),
        describe.conv("conv3", [3, 3, b, c], bias=False), describe.conv("conv4", [3, 3, c, d], bias=False),
        describe.conv("score", [1, 1, d, 2], bias=False, activation="identity"),
        describe.transposed("upscore", [31, 31, 2, 2], 16, bias=False)]
