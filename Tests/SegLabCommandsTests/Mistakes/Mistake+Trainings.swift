extension Mistake {
  /// Numbers that no training can be done with, and trainings that go wrong.
  static let trainings = [
    Mistake("a batch of no pictures", in: .dense, "batchSize: 1", "batchSize: 0"),
    Mistake("no epochs", in: .dense, "epochs: 1", "epochs: 0"),
    Mistake("a learning rate below 0", in: .dense, "learningRate: 0.01", "learningRate: -0.01"),
    Mistake("a decay that lets the rate grow", in: .dense, "epochs: 1", "decayRate: 1.5, epochs: 1"),
    Mistake("masks that are not binary", in: .trained, "  Threshold(0.5)\n", ""),
    Mistake("a threshold in grey values", in: .trained, "Threshold(0.5)", "Threshold(127.5)"),
    Mistake(
      "a learning rate that lets the numbers run away", in: .trained,
      """
        Conv2D("conv1", filter: [3, 3, 1, 4], activation: .relu)
        Conv2D("conv2", filter: [3, 3, 4, 4], activation: .relu)
        Conv2D("score", filter: [1, 1, 4, 2], activation: .identity)
      }
      let training = Training(learningRate: 0.05, epochs: 4)
      """,
      """
        Conv2D("conv1", filter: [3, 3, 1, 4], activation: .leakyRelu)
        Conv2D("conv2", filter: [3, 3, 4, 4], activation: .leakyRelu)
        Conv2D("score", filter: [1, 1, 4, 2], activation: .identity)
      }
      let training = Training(learningRate: 1000, epochs: 40)
      """),
    Mistake("a learning rate ten times too high", in: .trained, "learningRate: 0.05", "learningRate: 20"),
    Mistake("images of another size", in: .trained, "[32, 32, 1]", "[64, 64, 1]"),
  ]

  /// Files that can no longer be taken apart.
  static let files = [
    Mistake(
      "a fence that is broken", in: .dense,
      "weights: [512, 131072])\n  Reshape(\"pixels\", shape: [256, 256, 2])\n}\n```\n",
      "weights: [512, 131072])\n  Reshape(\"pixels\", shape: [256, 256, 2])\n}\n"),
    Mistake(
      "a cell that is deleted", in: .dense,
      "```swift exercise=training\nlet training = Training(learningRate: 0.01, epochs: 1, batchSize: 1)\n```\n", ""),
    Mistake("a cell whose name is changed", in: .dense, "exercise=network", "exercise=my-network"),
    Mistake("a front matter that is lost", in: .dense, "---\ntitle: A lab\nid: lab\n", "title: A lab\nid: lab\n"),
  ]
}
