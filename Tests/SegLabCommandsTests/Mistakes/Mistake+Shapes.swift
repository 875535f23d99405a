extension Mistake {
  /// Networks whose layers do not fit.
  static let shapes = [
    Mistake("a filter in another library's order", in: .convolutional, "[5, 5, 1, 100]", "[100, 1, 5, 5]"),
    Mistake("channels in and out swapped", in: .convolutional, "[5, 5, 1, 100]", "[5, 5, 100, 1]"),
    Mistake("a filter for other channels", in: .convolutional, "[3, 3, 200, 300]", "[3, 3, 100, 300]"),
    Mistake("a filter with three numbers", in: .convolutional, "[5, 5, 1, 100]", "[5, 5, 100]"),
    Mistake(
      "window and stride exchanged", in: .convolutional, "[5, 5, 1, 100], stride: 2", "[2, 2, 1, 100], stride: 5"),
    Mistake("a stride of 0", in: .convolutional, "[5, 5, 1, 100], stride: 2", "[5, 5, 1, 100], stride: 0"),
    Mistake("a stride below 0", in: .convolutional, "[5, 5, 1, 100], stride: 2", "[5, 5, 1, 100], stride: -2"),
    Mistake("a stride forgotten", in: .convolutional, "[5, 5, 1, 100], stride: 2", "[5, 5, 1, 100]"),
    Mistake(
      "a stride longer than its window", in: .convolutional,
      "window: 2, stride: 2)\n  Conv2D(\"conv2\", filter: [5, 5, 100, 200], stride: 2",
      "window: 2, stride: 4)\n  Conv2D(\"conv2\", filter: [5, 5, 100, 200], stride: 1"),
    Mistake("a transposed convolution that gives half the size", in: .convolutional, "stride: 16", "stride: 8"),
    Mistake(
      "a window larger than the map", in: .convolutional, "\"pool2\", window: 2, stride: 2",
      "\"pool2\", window: 64, stride: 2, padding: .valid"),
    Mistake(
      "another shape than the lab's", in: .convolutional,
      "stride: 2, bias: false, activation: .relu)\n  MaxPool2D(\"pool1\", window: 2, stride: 2)",
      "stride: 1, bias: false, activation: .relu)\n  MaxPool2D(\"pool1\", window: 4, stride: 4)"),
    Mistake(
      "a bias too many", in: .convolutional, "[31, 31, 2, 2], stride: 16, bias: false", "[31, 31, 2, 2], stride: 16"),
    Mistake("a layer under another name", in: .convolutional, "\"conv1\"", "\"first\""),
    Mistake("a layer behind the sign of a comment", in: .convolutional, "Conv2D(\"conv4\"", "// Conv2D(\"conv4\""),
    Mistake(
      "a call of a function behind the sign of a comment", in: .unet, "  pair(\"enc2\", 8, 16)",
      "  // pair(\"enc2\", 8, 16)"),
    Mistake("two layers of one name", in: .convolutional, "\"conv4\"", "\"conv3\""),
    Mistake("everything dropped as rate 1", in: .convolutional, "rate: 0)", "rate: 1)"),
    Mistake("the share that is kept", in: .convolutional, "rate: 0)", "keep: 0.8)"),
    Mistake("half dropped as per cent", in: .convolutional, "rate: 0)", "rate: 50)"),
    Mistake("no Flatten before a dense layer", in: .dense, "  Flatten(\"flatten\")\n", ""),
    Mistake("the numbers of a dense layer swapped", in: .dense, "[65536, 512]", "[512, 65536]"),
    Mistake("a dense layer for other numbers", in: .dense, "[512, 131072]", "[500, 131072]"),
    Mistake(
      "a Reshape to another count", in: .dense, "\"pixels\", shape: [256, 256, 2]", "\"pixels\", shape: [256, 256, 1]"),
    Mistake("classes first", in: .dense, "\"pixels\", shape: [256, 256, 2]", "\"pixels\", shape: [2, 256, 256]"),
    Mistake(
      "far too many parameters", in: .unet,
      "pair(\"enc2\", 8, 16)\n  MaxPool2D(\"pool2\")\n  pair(\"mid\", 16, 32)\n  ConvTranspose2D(\"up2\", filter: [2, 2, 32, 16]",
      "pair(\"enc2\", 8, 16)\n  MaxPool2D(\"pool2\")\n  pair(\"mid\", 16, 5000)\n  ConvTranspose2D(\"up2\", filter: [2, 2, 5000, 16]"
    ),
    Mistake("no Input", in: .dense, "  Input(shape: [256, 256, 1])\n", ""),
    Mistake("an Input without channels", in: .dense, "Input(shape: [256, 256, 1])", "Input(shape: [256, 256])"),
    Mistake(
      "a skip from another level", in: .unet, "\"skip1\", of: \"up1\", \"enc1b\"", "\"skip1\", of: \"up1\", \"pool1\""),
    Mistake("a skip from a layer that is nowhere", in: .unet, "\"up1\", \"enc1b\"", "\"up1\", \"enc1\""),
    Mistake("a skip from a layer further down", in: .unet, "\"up2\", \"enc2b\"", "\"up2\", \"dec1b\""),
    Mistake("a skip with one name", in: .unet, "of: \"up1\", \"enc1b\"", "of: \"enc1b\""),
    Mistake(
      "a size that poolings do not divide", in: .unet, "Input(shape: [112, 120, 1])", "Input(shape: [110, 120, 1])"),
    Mistake("the channels of a skip forgotten", in: .unet, "pair(\"dec1\", 16, 8)", "pair(\"dec1\", 8, 8)"),
    Mistake("a network in a constant of another name", in: .dense, "let fc =", "let network ="),
    Mistake(
      "a constant of another type", in: .dense, "let training = Training(learningRate: 0.01, epochs: 1, batchSize: 1)",
      "let training = 0.01"),
    Mistake(
      "a cell that is empty", in: .dense, "let training = Training(learningRate: 0.01, epochs: 1, batchSize: 1)",
      "// Later."),
  ]

  /// Networks that fit, and of which something must be said.
  static let losses = [
    Mistake("one score for cross-entropy", in: .convolutional, "[31, 31, 2, 2]", "[31, 31, 2, 1]"),
    Mistake(
      "a softmax before the loss's own", in: .convolutional, "stride: 16, bias: false",
      "stride: 16, bias: false, activation: .softmax"),
    Mistake(
      "a softmax layer before the loss's own", in: .convolutional, "stride: 16, bias: false)",
      "stride: 16, bias: false)\n  Softmax(\"shares\")"),
    Mistake("a sigmoid before the loss's own", in: .unet, "activation: .identity", "activation: .sigmoid"),
    Mistake("a ReLU before the loss", in: .unet, ", activation: .identity", ", activation: .relu"),
    Mistake("a pair of convolutions left out on the way down", in: .unet, "  pair(\"enc2\", 8, 16)\n", ""),
    Mistake("a pair of convolutions left out on the way up", in: .unet, "  pair(\"dec2\", 32, 16)\n", ""),
    Mistake("the pair in the middle left out", in: .unet, "  pair(\"mid\", 16, 32)\n", ""),
    Mistake(
      "two skips crossed", in: .unet,
      "\"skip2\", of: \"up2\", \"enc2b\")\n  pair(\"dec2\", 32, 16)\n  ConvTranspose2D(\"up1\", filter: [2, 2, 16, 8], stride: 2, initializer: .he)\n  Concat(\"skip1\", of: \"up1\", \"enc1b\")",
      "\"skip2\", of: \"up2\", \"enc1b\")\n  pair(\"dec2\", 32, 16)\n  ConvTranspose2D(\"up1\", filter: [2, 2, 16, 8], stride: 2, initializer: .he)\n  Concat(\"skip1\", of: \"up1\", \"enc2b\")"
    ),
    Mistake(
      "two strides that cancel out", in: .unet,
      "  MaxPool2D(\"pool1\")\n  pair(\"enc2\", 8, 16)\n  MaxPool2D(\"pool2\")",
      "  MaxPool2D(\"pool1\", stride: 4)\n  pair(\"enc2\", 8, 16)\n  MaxPool2D(\"pool2\", stride: 1)"),
    Mistake("three numbers for the weights", in: .dense, "[65536, 512]", "[256, 256, 512]"),
    Mistake("-1 for the rest of a shape", in: .dense, "shape: [256, 256, 2])", "shape: [256, 256, -1])"),
    Mistake("two scores for binary cross-entropy", in: .unet, "[1, 1, 8, 1]", "[1, 1, 8, 2]"),
    Mistake(
      "no activation between two convolutions", in: .convolutional,
      "[3, 3, 200, 300], stride: 1, bias: false, activation: .relu",
      "[3, 3, 200, 300], stride: 1, bias: false"),
    Mistake(
      "two losses that contradict one another", in: .unet, "loss: .binaryCrossEntropy",
      "loss: .crossEntropy + .binaryCrossEntropy"),
  ]
}
