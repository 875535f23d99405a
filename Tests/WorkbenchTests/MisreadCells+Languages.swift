extension MisreadCell {
  /// What is right in another language or library, or was in an earlier version.
  static let ofOtherLanguages: [MisreadCell] = [
    // Python and C.
    MisreadCell("None", in: function, "return nil", "return None", "foreignWord"),
    MisreadCell("False", in: pooled, "false", "False", "labels"),
    MisreadCell("or", in: function, "||", "or", "foreignWord"),
    MisreadCell(
      "not", in: function, "prediction.height != label.height", "not (prediction.height == label.height)", "foreignWord"
    ),
    MisreadCell(
      "elif", in: function, "if sum == 0 { return 1 }", "if sum == 0 { return 1 } elif sum < 0 { return nil }",
      "foreignWord"),
    MisreadCell("not of a number", in: function, "if sum == 0", "if not sum", "numberAsCondition"),
    MisreadCell("a range of a length", in: function, "0..<label.height", "range(len(label))", "foreignWord"),
    MisreadCell("print as a word", in: function, "  var both = 0", "  print \"both\"\n  var both = 0", "foreignWord"),
    MisreadCell("range", in: function, "0..<label.height", "range(label.height)", "foreignWord"),
    MisreadCell("a shape as NumPy has it", in: function, "0..<label.height", "0..<label.shape[0]", "foreignWord"),
    MisreadCell(
      "two indices as NumPy has them", in: function, "both += prediction[row, column]",
      "both += prediction[row][column]", "foreignWord"),
    MisreadCell("a hash for a comment", in: function, "var both = 0", "var both = 0 # pixels of both", "hashComment"),
    MisreadCell(
      "one if other", in: function, "return Double(above) / Double(sum)",
      "return 1 if sum == 0 else Double(above) / Double(sum)", "pythonCondition"),
    MisreadCell(
      "a colon and an indentation", in: function, "if sum == 0 { return 1 }", "if sum == 0:\n    return 1",
      "pythonBlock"),
    MisreadCell(
      "an if without braces", in: function, "if sum == 0 { return 1 }", "if (sum == 0) return 1", "bracesAround"),
    MisreadCell(
      "a loop of C", in: function, "for row in 0..<label.height {", "for (int row = 0; row < label.height; row++) {",
      "foreignWord"),
    MisreadCell("a type before a name", in: function, "var both = 0", "int both = 0", "foreignWord"),
    MisreadCell("apostrophes", "\"hidden\"", "'hidden'", "singleQuotes"),
    MisreadCell("a sentence", "  epochs: 1,", "  epochs: 1,\n  Take a learning rate of 0.01.", "prose"),
    // Other libraries.
    MisreadCell("a tuple", in: pooled, "[5, 5, 1, 4]", "(5, 5, 1, 4)", "squareBrackets"),
    MisreadCell(
      "a layer of PyTorch", in: pooled, "Conv2D(\"conv1\", filter: [5, 5, 1, 4], stride: 2, bias: false)",
      "nn.Conv2d(1, 4, 5, stride=2, bias=False)", "foreignCall"),
    MisreadCell(
      "a layer of Keras", "Dense(\"hidden\", weights: [4 * 4, 8])", "Dense(units=8, name=\"hidden\")", "foreignCall"),
    MisreadCell(
      "a padding of Keras", in: pooled, "window: 2, stride: 2)", "window: 2, stride: 2, padding=\"same\")", "labels"),
    MisreadCell("a window of Keras", in: pooled, "window: 2, stride: 2", "pool_size: 2, strides: 2", "labels"),
    MisreadCell("an activation of Keras", "activation: .relu", "activation: \"relu\"", "labels"),
    MisreadCell("two sides for a window", in: pooled, "window: 2, stride: 2", "window: [2, 2], stride: 2", "labels"),
    MisreadCell(
      "a stride of two numbers", in: pooled, "[5, 5, 1, 4], stride: 2", "[5, 5, 1, 4], stride: [2, 2]", "labels"),
    MisreadCell("an optimizer as a class", in: pooled, ".adam()", "Adam()", "labels"),
    MisreadCell(
      "a loss with parentheses", in: pooled, "loss: .binaryCrossEntropy", "loss: .binaryCrossEntropy()", "labels"),
    MisreadCell("a loss as a text", in: pooled, ".binaryCrossEntropy", "\"binary_crossentropy\"", "labels"),
    MisreadCell("a label of YAML", "learningRate: 0.01", "learning_rate: 0.01", "labels"),
    MisreadCell("a list of names", in: pooled, "of: \"up\", \"up\"", "of: [\"up\", \"up\"]", "labels"),
    MisreadCell("a name without quotes", "\"hidden\"", "hidden", "labels"),
    MisreadCell("a value that no layer takes", "Flatten(\"flatten\")", "Flatten(\"flatten\", 16)", "needlessValue"),
    MisreadCell("the share that is kept", in: pooled, "rate: 0.2", "keep: 0.8", "dropoutShare"),
    MisreadCell(
      "a dropout of PyTorch", in: pooled, "Dropout(\"dropout\", rate: 0.2)", "nn.Dropout(0.2)", "foreignCall"),
    MisreadCell(
      "units for weights", "Dense(\"hidden\", weights: [4 * 4, 8])", "Dense(\"hidden\", units: 8)", "foreignCall"),
    MisreadCell(
      "values without their labels", "Training(\n  learningRate: 0.01,\n  epochs: 1,\n  batchSize: 1)",
      "Training(0.01, 1, 1)", "labelsMissing"),
    MisreadCell(
      "a layer's name without quotes", in: pooled, "of: \"up\", \"up\"", "of: \"up\", upp", "layerNameIsText"),
    // Earlier versions.
    MisreadCell(
      "an old label", in: pooled, "stride: 2, bias: false", "stride: 2, bias: false, positionBias: true", "renamed"),
    MisreadCell("an old type", in: steps, "Preprocessing", "Preparation", "renamed"),
    MisreadCell("an old step", in: steps, "RandomRotate90", "QuarterTurns", "renamed"),
    MisreadCell("an activation as a layer", in: pooled, "  MaxPool2D", "  Activate(.relu)\n  MaxPool2D", "renamed"),
    MisreadCell(
      "an old value", in: function, "_ prediction: Mask,", "_ picture: Picture, _ prediction: Mask,", "renamed"),
    // Names and types.
    MisreadCell(
      "a variable in the loop", in: function, "  var sum = 0\n  for row in 0..<label.height {\n",
      "  for row in 0..<label.height {\n    var sum = 0\n", "madeInside"),
    MisreadCell("a name without var", in: function, "var both = 0", "both = 0", "newName"),
    MisreadCell("a let that changes", in: function, "var both = 0", "let both = 0", "constantChanges"),
    MisreadCell("Double where Int is wanted", in: function, "2 * both", "2 * Double(both)", "wholeWanted"),
    MisreadCell(
      "Int where Double is wanted", in: function, "Double(above) / Double(sum)", "above / sum", "fractionWanted"),
    // Habits of other libraries that are lines of their own.
    MisreadCell(
      "an activation behind its layer", in: pooled, "bias: false)\n  MaxPool2D(",
      "bias: false)\n  nn.ReLU()\n  MaxPool2D(",
      "activationInLayer"),
    MisreadCell("a sum with its signs turned round", in: function, "both +=", "both =+", "foreignWord"),
    MisreadCell("a loop that counts by another name", in: function, "for column in", "for col in", "otherName"),
    MisreadCell("a network whose name is no text", "Network(\"fc\")", "Network(fc)", "layerNameIsText"),
    MisreadCell("a shape without brackets", "Reshape(\"pixels\", shape: [4, 4, 2])", "Reshape(-1, 4, 4, 2)", "labels"),
    MisreadCell(
      "a shape with its channels first", "Reshape(\"pixels\", shape: [4, 4, 2])", "Reshape(\"pixels\", -1, 2, 4, 4)",
      "labels"),
    MisreadCell(
      "an activation that its layer has", "  Reshape(", "  Activation(\"relu\")\n  Reshape(", "activationInLayer"),
    MisreadCell(
      "a training that is begun by hand", "batchSize: 1)", "batchSize: 1)\ntraining.fit(x, y)", "needlessCommand"),
    MisreadCell(
      "a network that is compiled, over several lines", "[4, 4, 2])\n}",
      "[4, 4, 2])\n}\nfc.compile(\n  optimizer=\"adam\",\n  loss=\"mse\")", "needlessCommand"),
    MisreadCell("a network that is moved", "[4, 4, 2])\n}", "[4, 4, 2])\n}.to(\"cuda\")", "needlessCommand"),
    MisreadCell(
      "an input as a setting of the first layer", in: pooled,
      "  Input(shape: [8, 8, 1])\n  Conv2D(\"conv1\", filter: [5, 5, 1, 4], stride: 2, bias: false)",
      "  Conv2D(4, (5, 5), strides=2, use_bias=False, input_shape=(8, 8, 1))", "foreignCall"),
    MisreadCell("a rate that falls", "learningRate: 0.01", "learningRate: CosineDecay(0.01, 1000)", "foreignCall"),
    MisreadCell(
      "a rate that falls in steps", "batchSize: 1)",
      "batchSize: 1,\n  scheduler: StepLR(optimizer, step_size=30, gamma=0.1))",
      "foreignCall"),
    MisreadCell("a setting that nothing has", "batchSize: 1)", "batchSize: 1, shuffle: true)", "needlessValue"),
    MisreadCell(
      "a setting that nothing has, on its own line", "  epochs: 1,", "  shuffle: true,\n  epochs: 1,", "needlessValue"),
    MisreadCell(
      "a label and its place", in: pooled,
      "Training(learningRate: 0.01, optimizer: .adam(), loss: .binaryCrossEntropy)",
      "Training(\n  learningRate: 0.01,\n  optimizer: .adam(),\n  weight_decay: 0.0001,\n  loss: .binaryCrossEntropy)",
      "labels"),

    // Values of Python, and loops of C.
    MisreadCell(
      "a function without a name", in: function, "let above: Int = 2 * both",
      "let above: Int = (lambda x: 2 * x if x > 0 else 0)(both)", "foreignWord"),
    MisreadCell(
      "a list by description", in: function, "let above: Int = 2 * both",
      "let above: Int = sum([2 * x for x in range(both) if x == 1])", "foreignWord"),
    MisreadCell(
      "two lists by description in one", in: function, "let above: Int = 2 * both",
      "let above: Int = max(2 * x + y for x in range(1, 3) for y in range(both))", "foreignWord"),
    MisreadCell(
      "a loop that counts", in: function, "for row in 0..<label.height {",
      "for (int row = 0; row < label.height; row++) {", "foreignWord"),

    // Functions whose cause is another line than the compiler's.
    MisreadCell("a sum that begins whole", in: averaged, "var sum = 0.0", "var sum = 0", "labels"),
    MisreadCell("a number of another kind", in: averaged, "Float(normal)", "normal", "said"),
    MisreadCell(
      "a return within the last loop", in: made, "    }\n  }\n  return answer\n}",
      "    }\n    return answer\n  }\n}", "said"),
    MisreadCell(
      "a result that is printed", in: function, "return Double(above) / Double(sum)",
      "print(Double(above) / Double(sum))", "said"),
    MisreadCell("a name between quotes", in: made, ">= level &&", ">= \"level\" &&", "labels"),
    MisreadCell(
      "other names in the head", in: function, "func dice(_ prediction: Mask, _ label: Mask)",
      "func dice(_ pred: Mask, _ gt: Mask)", "otherName"),
    MisreadCell(
      "losses in a list", in: pooled, "loss: .binaryCrossEntropy", "loss: [.binaryCrossEntropy, .dice()]", "labels"),
    MisreadCell("a value twice", "epochs: 1,", "epochs: 1, 1,", "needlessValue"),
    MisreadCell(
      "what Keras lays side by side", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")",
      "Concat(\"skip\", [\"up\", \"up\"], axis=-1)", "needlessValue"),
    MisreadCell("a share with the point of its hole", "learningRate: 0.01", "learningRate: .0.01", "pointOfHole"),
    MisreadCell("a function of Python's with braces", in: function, "func dice(", "def dice(", "foreignWord"),
    MisreadCell(
      "a training of Python's", in: pooled, "let training = Training(learningRate: 0.01,",
      "training = Training(learningRate=0.01,", "newName"),
    MisreadCell(
      "a number behind a loss", in: pooled, "loss: .binaryCrossEntropy", "loss: .bce + .dice() * 0.5", "labels"),
    MisreadCell(
      "half of two losses", in: pooled, "loss: .binaryCrossEntropy", "loss: (.binaryCrossEntropy + .dice()) / 2",
      "labels"),
    MisreadCell("degrees", in: augmented, "upTo: 6", "upTo: 6°", "unit"),
    MisreadCell("yes for a number", "epochs: 1,", "epochs: True,", "placeholder"),
    MisreadCell("a word between apostrophes", "activation: .relu", "activation: 'relu'", "labels"),
    // Blocks and holes.
    MisreadCell(
      "an inner block that is not closed", in: function,
      "label[row, column]\n    }\n  }", "label[row, column]\n  }", "missingBracket"),
    MisreadCell(
      "an outer block that is not closed", in: function, "    }\n  }\n  if sum", "    }\n  if sum", "missingBracket"),
    MisreadCell("a hole with a slip in its name", "learningRate: 0.01", "learningRate: .FIXM", "holeMisspelt"),
    MisreadCell("a number as guides write it", "epochs: 1,", "epochs: <1>,", "labels"),
    MisreadCell("a letter for a digit", "learningRate: 0.01", "learningRate: O.O1", "letterForDigit"),
    MisreadCell("about a number", "learningRate: 0.01", "learningRate: ~0.01", "numberWord"),
    MisreadCell("about a number, in print", "learningRate: 0.01", "learningRate: ≈ 0.01", "numberWord"),
    MisreadCell("a point twice", "learningRate: 0.01", "learningRate: 0..01", "pointAlone"),
    MisreadCell("an arrow behind a label", "learningRate: 0.01", "learningRate -> 0.01", "labels"),
    MisreadCell("an arrow of others behind a label", "epochs: 1,", "epochs => 1,", "labels"),
    MisreadCell("a sign of Pascal behind a label", "epochs: 1,", "epochs := 1,", "labels"),
    MisreadCell("a sign of comparison behind a label", "epochs: 1,", "epochs == 1,", "labels"),
    MisreadCell("what was left out of an example", "  epochs: 1,", "  ...\n  epochs: 1,", "prompt"),
    MisreadCell("the letter l for 1", "epochs: 1,", "epochs: l,", "letterForDigit"),
    MisreadCell("a value behind the sign of a comment", "epochs: 1,", "epochs: // 1,", "valueCommented"),
    MisreadCell("a sign in Korean", "weights: [4 * 4, 8]", "weights: [4 곱하기 4, 8]", "foreignWord"),
    MisreadCell("a hole that is assigned to", "learningRate: 0.01", "learningRate: .FIXME = 0.01", "restOfHole"),
    MisreadCell(
      "the point of a hole before a name", in: function, "* label[row, column]", "* .label[row, column]", "pointOfHole"),
    MisreadCell(
      "a product of each with each", in: function, "prediction[row, column] * label",
      "prediction[row, column] .* label",
      "foreignWord"),
    MisreadCell(
      "a block that a word ends", in: function, "label[row, column]\n    }\n  }", "label[row, column]\n    end\n  end",
      "foreignWord"),
    MisreadCell(
      "what is given changes", in: made, "answer[row, column] = 1", "grey[row, column] = 1", "givenChanges"),
    MisreadCell("what is given comes back", in: made, "return answer", "return grey", "givenChanges"),
    MisreadCell("a label in the place of its name", in: made, ">= level", ">= at", "labelForName"),
    MisreadCell("a mask for its pixel", in: made, "answer[row, column] = 1", "answer = 1", "wholePicture"),
    MisreadCell(
      "the size of an image", in: made, "Double(grey.height * grey.width)", "Double(grey.size)", "foreignWord"),
    MisreadCell("letters in a number", "weights: [8, 32]", "weights: [8, 3O]", "letterForDigit"),
    MisreadCell("a value within a comment", "epochs: 1,", "epochs: /* 1 */,", "valueCommented"),
    MisreadCell("a value behind the sign of another comment", "epochs: 1,", "epochs: # 1,", "valueCommented"),
    MisreadCell(
      "a sign of comparison twice", in: made, "grey[row, column] >= level", "grey[row, column] >= > level",
      "foreignWord"),
    MisreadCell("a result that is not given back", in: made, "  return answer\n", "", "said"),
    MisreadCell(
      "the rate and the batch exchanged", "learningRate: 0.01,\n  epochs: 1,\n  batchSize: 1",
      "learningRate: 1,\n  epochs: 1,\n  batchSize: 0.01", "exchangedNumbers"),
    MisreadCell("a setting that stands twice", "epochs: 1,", "epochs: 1, epochs: 2,", "settingTwice"),
    MisreadCell(
      "a column by another name", in: function, "both += prediction[row, column]", "both += prediction[row, col]",
      "otherName"),
    MisreadCell("what both have by another name", in: function, "2 * both", "2 * intersection", "otherName"),
    MisreadCell(
      "a word of Swift with a slip", in: function, "return Double(above)", "retrun Double(above)", "otherLetters"),
    MisreadCell(
      "two bounds in one comparison", in: made, "grey[row, column] >= level && count > 0",
      "0 <= grey[row, column] <= level",
      "chainedComparison"),
    MisreadCell(
      "a loop of MATLAB", in: function, "for row in 0..<label.height", "for row = 1:label.height", "loopHead"),
    MisreadCell(
      "a division the other way", in: function, "Double(above) / Double(sum)", "Double(above) \\ Double(sum)",
      "foreignWord"),
    MisreadCell(
      "sides in one value", in: augmented, "Resize(width: 120, height: 112, fit: .pad)", "Resize((112, 120))",
      "labelsMissing"),
    MisreadCell("three quotes", "\"hidden\"", "\"\"\"hidden\"\"\"", "singleQuotes"),
    MisreadCell("a number in Korean steps", "epochs: 1,", "epochs: 2천5백,", "numberWord"),
  ]

  /// Functions of other libraries, names of settings, and words where numbers go.
  static let ofNumbers: [MisreadCell] = [
    MisreadCell("a product of NumPy", "[4 * 4, 8]", "[np.prod([4, 4]), 8]", "libraryCall"),
    MisreadCell(
      "a row of numbers of NumPy", in: sweep, "[0.0003, 0.001, 0.003]", "np.linspace(0.001, 0.003, num=3)",
      "libraryCall"),
    MisreadCell("powers of ten of NumPy", in: sweep, "[0.0003, 0.001, 0.003]", "np.logspace(-4, -2, 3)", "libraryCall"),
    MisreadCell("a number rounded up by Python", "epochs: 1,", "epochs: math.ceil(7 / 8),", "libraryCall"),
    MisreadCell("a logarithm", "learningRate: 0.01", "learningRate: np.log(1.01)", "libraryCall"),
    MisreadCell("a power by a function", "learningRate: 0.01", "learningRate: math.pow(10, -2)", "libraryCall"),
    MisreadCell("a number by chance", "learningRate: 0.01", "learningRate: np.random.uniform(0.1, 1)", "libraryCall"),
    MisreadCell("a number of TensorFlow", "learningRate: 0.01", "learningRate: tf.constant(0.01)", "libraryCall"),
    MisreadCell(
      "a comparison by a function", in: made, "grey[row, column] >= level",
      "np.greater_equal(grey[row, column], level)",
      "libraryCall"),
    MisreadCell(
      "a pixel between two limits", in: averaged, "Float(normal)", "np.clip(normal, 0, 1)", "libraryCall"),
    MisreadCell("epochs for their number", in: more, "steps: 10", "steps: epochs * 5", "settingName"),
    MisreadCell("a batch size for its number", in: more, "steps: 10", "steps: 80 / batch_size", "settingName"),
    MisreadCell("a setting of what is being made", in: more, "steps: 10", "steps: slower.epochs * 5", "settingName"),
    MisreadCell("the sides of the input", "[4 * 4, 8]", "[height * width, 8]", "settingName"),
    MisreadCell("a number that nobody makes", in: more, "steps: 10", "steps: steps_per_epoch * 2", "valueKind"),
    MisreadCell("a count of what nobody makes", in: more, "steps: 10", "steps: len(images) * 2", "valueKind"),
    MisreadCell("a word for a level", in: more, "Threshold(0.5)", "Threshold(.binarize)", "valueKind"),
    MisreadCell("a name for a level", in: more, "Threshold(0.5)", "Threshold(binarize)", "valueKind"),
    MisreadCell("a word for a rate", in: pooled, "rate: 0.2", "rate: .small", "valueKind"),
    MisreadCell("half in Korean", in: pooled, "rate: 0.2", "rate: 절반", "numberWord"),
    MisreadCell("tenths in Korean", in: pooled, "rate: 0.2", "rate: 2할", "numberWord"),
    MisreadCell("five hundred and twelve in Korean", "epochs: 1,", "epochs: 오백십이,", "numberWord"),
    MisreadCell(
      "a layer that nobody asks for behind a sign of Python", "  Flatten(\"flatten\")",
      "  Flatten(\"flatten\")\n  # Flatten", "hashComment"),
    MisreadCell(
      "words behind a sign of Python", "  epochs: 1,", "  # loss: cross entropy, as in the lecture", "hashComment"),
    MisreadCell(
      "a quotient of a product", in: made, "Double(grey.height * grey.width)", "Double(504 / np.prod([2, 2, 2]))",
      "libraryCall"),
    MisreadCell(
      "a comparison that is denied", in: made, "grey[row, column] >= level &&",
      "!np.less(grey[row, column], level) &&", "libraryCall"),
    MisreadCell("a setting behind a sign of Python", "  epochs: 1,", "  # epochs: 1,", "hashBeforeCode"),
    MisreadCell("a level in Korean", in: made, ">= level", ">= 레벨", "otherName"),
    MisreadCell("a threshold in Korean", in: made, ">= level", ">= 문턱값", "otherName"),
    MisreadCell("a sum in Korean", in: function, "Double(sum)", "Double(합계)", "otherName"),
  ]
}
