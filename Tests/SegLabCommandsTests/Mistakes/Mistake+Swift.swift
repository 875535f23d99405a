extension Mistake {
  /// What the compiler does not take.
  static let swift = [
    Mistake(
      "a hole is left", in: .convolutional, "[5, 5, 1, 100], stride: 2", "[5, .FIXME, 1, 100], stride: .FIXME"),
    Mistake(
      "a missing comma", in: .convolutional, "window: 2, stride: 2)\n  Conv2D(\"conv2",
      "window: 2 stride: 2)\n  Conv2D(\"conv2"),
    Mistake("a missing comma in a list", in: .dense, "[65536, 512]", "[65536 512]"),
    Mistake("a brace that is not closed", in: .dense, "2])\n}", "2])"),
    Mistake("a bracket that is not closed", in: .dense, "[65536, 512])", "[65536, 512)"),
    Mistake("a name without quotes", in: .dense, "\"hidden\"", "hidden"),
    Mistake("quotes that are not closed", in: .dense, "\"hidden\"", "\"hidden"),
    Mistake("quotes as a word processor writes them", in: .dense, "\"hidden\"", "“hidden”"),
    Mistake("a layer whose name has another letter", in: .convolutional, "Conv2D(\"conv1\"", "Conv2d(\"conv1\""),
    Mistake("a layer that another library has", in: .dense, "Dense(\"hidden\"", "Linear(\"hidden\""),
    Mistake("a layer without parentheses", in: .dense, "Flatten(\"flatten\")", "Flatten"),
    Mistake("a label of another library", in: .convolutional, "\"conv1\", filter:", "\"conv1\", kernel:"),
    Mistake("a label misspelt", in: .convolutional, "\"pool1\", window: 2, stride:", "\"pool1\", window: 2, strid:"),
    Mistake(
      "labels in another order", in: .convolutional, "\"pool1\", window: 2, stride: 2",
      "\"pool1\", stride: 2, window: 2"),
    Mistake("a label forgotten", in: .dense, "\"hidden\", weights: [", "\"hidden\", ["),
    Mistake("an equals sign in place of a colon", in: .convolutional, "\"pool1\", window: 2", "\"pool1\", window = 2"),
    Mistake(
      "a padding misspelt", in: .convolutional, "\"pool1\", window: 2, stride: 2", "\"pool1\", window: 2, padding: .sme"
    ),
    Mistake("a name of an earlier version", in: .trained, "= Preprocessing {", "= Preparation {"),
    Mistake("an activation misspelt", in: .convolutional, "activation: .identity", "activation: .rellu"),
    Mistake("an activation of another library", in: .convolutional, "activation: .identity", "activation: .linear"),
    Mistake("an activation as a text", in: .convolutional, "activation: .identity", "activation: \"identity\""),
    Mistake("an optimizer misspelt", in: .unet, "optimizer: .adam()", "optimizer: .adm()"),
    Mistake("an optimizer without parentheses", in: .unet, "optimizer: .adam()", "optimizer: .adam"),
    Mistake("a loss misspelt", in: .unet, "loss: .binaryCrossEntropy", "loss: .binaryCrossentropi"),
    Mistake(
      "an initializer misspelt", in: .unet, "2, 32, 16], stride: 2, initializer: .he",
      "2, 32, 16], stride: 2, initializer: .hee"),
    Mistake("a way to normalise misspelt", in: .trained, ".perImage", ".perimage"),
    Mistake("a stride with a point", in: .convolutional, "300, 2], stride: 1", "300, 2], stride: 1.0"),
    Mistake("a number as a text", in: .dense, "epochs: 1", "epochs: \"1\""),
    Mistake("a comma for a point", in: .dense, "learningRate: 0.01", "learningRate: 0,01"),
    Mistake(
      "a yes as another language writes it", in: .convolutional, "stride: 16, bias: false", "stride: 16, bias: False"),
    Mistake("one number where a list is wanted", in: .convolutional, "filter: [31, 31, 2, 2]", "filter: 31"),
    Mistake("a module of another library", in: .dense, "let fc =", "import Foundation\nlet fc ="),
    Mistake(
      "a number written between the layers", in: .dense, "  Flatten(\"flatten\")", "  Flatten(\"flatten\")\n  512"),
    Mistake("a value that is to change in a let", in: .functions, "  var both = 0", "  let both = 0"),
    Mistake("a mask that is to change in a let", in: .functions, "var binary", "let binary"),
    Mistake("a function that gives nothing back", in: .functions, "  return binary\n", ""),
    Mistake("a function without a result type", in: .functions, "(_ grey: Image) -> Mask", "(_ grey: Image)"),
    Mistake(
      "whole numbers and fractions multiplied", in: .functions, "Double(2 * both) / Double(sum)", "2.0 * both / sum"),
    Mistake(
      "a value that may be missing", in: .functions, "  if sum == 0 { return 1 }",
      "  if sum == 0 { return 1 }\n  let again: Double = dice(label, label)"),
    Mistake("one equals sign in a condition", in: .functions, "if sum == 0 { return 1 }", "if sum = 0 { return 1 }"),
    Mistake(
      "a name that is nowhere", in: .functions, "prediction[row, column] * label[row, column]",
      "prediction[row, column] * labels[row, column]"),
    Mistake("a power with a hat", in: .functions, "($1 - mean) * ($1 - mean)", "($1 - mean) ^ 2"),
  ]
}
