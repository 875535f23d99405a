extension MisreadCell {
  /// What is misread, and the message that it gets first.
  static let all: [MisreadCell] = [
    // Lines that are more, or less, than a layer.
    MisreadCell("a layer with a name before it", in: pooled, "  MaxPool2D(", "  x = MaxPool2D(", "layerAlone"),
    MisreadCell("a layer kept for nobody, once", "  Flatten(", "  self.flat = Flatten(", "layerAlone"),
    MisreadCell("a layer that is added", "Flatten(\"flatten\")", "model.add(Flatten(\"flatten\"))", "layerAlone"),
    MisreadCell(
      "a layer that is appended", "Flatten(\"flatten\")", "layers.append(Flatten(\"flatten\"))", "layerAlone"),
    MisreadCell("a layer in a list", "  Flatten(", "  - Flatten(", "layerAlone"),
    MisreadCell("a layer in a numbered list", "  Flatten(", "  2. Flatten(", "layerAlone"),
    MisreadCell("a layer that is given back", "  Flatten(", "  return Flatten(", "layerAlone"),
    MisreadCell("a layer behind a point", "  Flatten(", "  .Flatten(", "layerAlone"),
    MisreadCell(
      "a layer that says what it reads", in: pooled, "MaxPool2D(\"pool1\", window: 2, stride: 2)",
      "x = MaxPool2D(\"pool1\", window: 2, stride: 2)(x)", "layerAlone"),
    MisreadCell("a layer without parentheses", "Flatten(\"flatten\")", "Flatten \"flatten\"", "layerNotMade"),
    MisreadCell(
      "a layer with values and no parentheses", in: pooled, "MaxPool2D(\"pool1\", window: 2, stride: 2)",
      "MaxPool2D \"pool1\", window: 2, stride: 2", "layerNotMade"),
    MisreadCell("a layer with a colon", "Flatten(\"flatten\")", "Flatten: \"flatten\"", "layerNotMade"),
    MisreadCell("a layer with square brackets", "Flatten(\"flatten\")", "Flatten[\"flatten\"]", "layerNotMade"),
    MisreadCell("a step alone", in: augmented, "RandomFlip()", "RandomFlip", "layerNotMade"),
    MisreadCell("a step alone that needs a value", in: augmented, "Normalize(.perImage)", "Normalize", "layerNotMade"),
    MisreadCell(
      "a step with a value and no parentheses", in: augmented, "RandomRotation(upTo: 6)", "RandomRotation upTo: 6",
      "layerNotMade"),
    MisreadCell(
      "a training between braces", "Training(\n  learningRate: 0.01,\n  epochs: 1,\n  batchSize: 1)",
      "Training {\n  learningRate: 0.01,\n  epochs: 1,\n  batchSize: 1\n}", "layerNotMade"),
    MisreadCell(
      "a training without brackets", "Training(\n  learningRate: 0.01,\n  epochs: 1,\n  batchSize: 1)",
      "Training\n  learningRate: 0.01\n  epochs: 1\n  batchSize: 1", "layerNotMade"),
    // Steps of other libraries.
    MisreadCell("a flip of PyTorch", in: augmented, "RandomFlip()", "RandomHorizontalFlip(p=0.5)", "foreignCall"),
    MisreadCell("a flip of Albumentations", in: augmented, "RandomFlip()", "A.VerticalFlip(p=0.5)", "foreignCall"),
    MisreadCell("a flip of Keras", in: augmented, "RandomFlip()", "RandomFlip(\"vertical\")", "labelsMissing"),
    MisreadCell(
      "a rotation of Albumentations", in: augmented, "RandomRotation(upTo: 6)", "A.Rotate(limit=6)", "foreignCall"),
    MisreadCell(
      "a rotation of PyTorch", in: augmented, "RandomRotation(upTo: 6)", "transforms.RandomRotation(degrees=6)",
      "foreignCall"),
    MisreadCell("a zoom of Keras", in: augmented, "RandomScale(from: 0.9, to: 1.1)", "RandomZoom(0.1)", "foreignCall"),
    MisreadCell(
      "a size of PyTorch", in: augmented, "Resize(width: 120, height: 112, fit: .pad)", "transforms.Resize((112, 120))",
      "foreignCall"),
    MisreadCell(
      "a normalization of PyTorch", in: augmented, "Normalize(.perImage)",
      "transforms.Normalize(mean=[0.5], std=[0.5])", "foreignCall"),
    MisreadCell(
      "a step that nobody needs", in: augmented, "  RandomFlip()", "  RandomFlip()\n  ToTensor()", "needlessStep"),
    MisreadCell("a step in Korean", in: augmented, "RandomFlip()", "좌우반전()", "foreignCall"),
    MisreadCell(
      "steps in a list", in: steps, "Preprocessing {\n  RandomRotate90()\n  RandomTranslation(upTo: 0.1)\n}",
      "transforms.Compose([\n  RandomRotate90(),\n  RandomTranslation(upTo: 0.1)\n])", "sequence"),
    // One and several.
    MisreadCell(
      "rates without brackets", in: sweep, "[0.0003, 0.001, 0.003]", "0.0003, 0.001, 0.003", "listForm"),
    MisreadCell("rates without commas", in: sweep, "[0.0003, 0.001, 0.003]", "[0.0003 0.001 0.003]", "listForm"),
    MisreadCell("rates in round brackets", in: sweep, "[0.0003, 0.001, 0.003]", "(0.0003, 0.001, 0.003)", "listForm"),
    MisreadCell("one rate for several", in: sweep, "[1, 0.5]", "1", "listWanted"),
    MisreadCell("a list for one number", "epochs: 1", "epochs: [1]", "oneWanted"),
    MisreadCell("several numbers for one", "0.01", "[0.01, 0.001]", "oneWanted"),
    // Letters.
    MisreadCell("a training in small letters", "Training(", "training(", "otherLetters"),
    MisreadCell("a network in small letters", "Network(", "network(", "otherLetters"),
    MisreadCell("a sweep in small letters", in: sweep, "Sweep(", "sweep(", "otherLetters"),
    MisreadCell("a keyword with a capital", "let training", "Let training", "otherLetters"),
    MisreadCell("a type in small letters", in: function, "_ prediction: Mask", "_ prediction: mask", "otherLetters"),
    MisreadCell("a layer in small letters", in: pooled, "Conv2D(", "conv2d(", "foreignCall"),
    // Loops and conditions.
    MisreadCell("a range of two points", in: function, "0..<label.height", "0..label.height", "rangeSign"),
    MisreadCell("a range with its end", in: function, "0..<label.height", "0..=label.height - 1", "rangeSign"),
    MisreadCell("a range in words", in: function, "0..<label.height", "0 to label.height", "loopHead"),
    MisreadCell(
      "a loop in parentheses", in: function, "for row in 0..<label.height {", "for (row in 0..<label.height) {",
      "loopHead"),
    MisreadCell("a loop with an equals sign", in: function, "row in 0", "row = 0", "loopHead"),
    MisreadCell("a loop over a number", in: function, "0..<label.height", "label.height", "loopHead"),
    MisreadCell("then", in: function, "if sum == 0 { return 1 }", "if sum == 0 then return 1", "bracesAround"),
    MisreadCell("then before a brace", in: function, "if sum == 0 {", "if sum == 0 then {", "spareWord"),
    MisreadCell("a colon before a brace", in: function, "if sum == 0 {", "if sum == 0: {", "spareWord"),
    MisreadCell(
      "a colon and the second brace", in: function, "if sum == 0 { return 1 }", "if sum == 0:\n    return 1\n  }",
      "pythonBlock"),
    MisreadCell(
      "a colon and the second brace on a line", in: function, "if sum == 0 { return 1 }", "if sum == 0: return 1 }",
      "bracesAround"),
    MisreadCell(
      "then and the second brace", in: function, "if sum == 0 { return 1 }", "if sum == 0 then\n    return 1\n  }",
      "blockWord"),
    MisreadCell("one sign for or", in: function, "||", "|", "foreignWord"),
    MisreadCell("OR", in: function, "||", "OR", "foreignWord"),
    MisreadCell("or in Korean", in: function, "||", "또는", "foreignWord"),
    MisreadCell("not of a comparison", in: function, "if sum == 0", "if not sum > 0", "foreignWord"),
    MisreadCell("is for equals", in: function, "if sum == 0", "if sum is 0", "foreignWord"),
    MisreadCell(
      "the sign of a root", in: function, "Double(above) / Double(sum)", "√(Double(above) / Double(sum))", "power"),
    MisreadCell("one equals sign to compare", in: function, "if sum == 0", "if sum = 0", "said"),
    // Names that are nearly right.
    MisreadCell("a layer misspelt", "Flatten(", "Flaten(", "said"),
    MisreadCell("a variable misspelt", in: function, "2 * both", "2 * botth", "said"),
    MisreadCell("a result that is not given back", in: function, "  return Double(above)", "  Double(above)", "said"),
    MisreadCell(
      "two kinds of numbers", in: function, "Double(above) / Double(sum)", "above / Double(sum)", "said"),
    MisreadCell("a variable made twice", in: function, "  var both = 0", "  var both = 0\n  var both = 0", "said"),
    // Signs.
    MisreadCell("full-width brackets", "Flatten(\"flatten\")", "Flatten（\"flatten\"）", "lookalike"),
    MisreadCell("a full-width comma", "[8, 32]", "[8， 32]", "lookalike"),
    MisreadCell("a full-width colon", "epochs: 1", "epochs： 1", "lookalike"),
    MisreadCell("full-width quotes", "\"hidden\"", "＂hidden＂", "lookalike"),
    MisreadCell("full-width digits", "[8, 32]", "[８, ３２]", "lookalike"),
    MisreadCell("an equals sign of full width", "let training = Training(", "let training ＝ Training(", "lookalike"),
    MisreadCell("an ideographic space", "  Flatten", "　Flatten", "lookalike"),
    MisreadCell(
      "commas behind two layers", "Flatten(\"flatten\")\n  Dense(\"hidden\", weights: [4 * 4, 8])",
      "Flatten(\"flatten\"),\n  Dense(\"hidden\", weights: [4 * 4, 8]),", "commaBetweenLines"),
    MisreadCell("a space of no width", "epochs: 1", "epochs:\u{200B} 1", "lookalike"),
    MisreadCell("quotes of a book", "\"hidden\"", "“hidden”", "lookalike"),
    MisreadCell("a cross", "4 * 4, 8", "4 × 4, 8", "lookalike"),
    MisreadCell("a raised point", "4 * 4, 8", "4·4, 8", "lookalike"),
    MisreadCell("a minus of print", "0.01", "1e−2", "lookalike"),
    MisreadCell("a letter of Cyrillic", "Dense(\"final\"", "Dеnse(\"final\"", "lookalike"),
    MisreadCell("a word in the Korean layout", "let training", "ㅣㄷㅅ training", "koreanLayout"),
    MisreadCell("a round bracket for a brace", "{\n  Input", "(\n  Input", "otherBracket"),
    // Hangul that was typed by mistake.
    MisreadCell("a letter of Hangul before a layer", "  Flatten(", "  ㅊFlatten(", "strayHangul"),
    MisreadCell("a letter of Hangul behind a layer", "Flatten(\"flatten\")", "Flatten(\"flatten\")ㅏ", "strayHangul"),
    MisreadCell("a letter of Hangul on a line", "  Flatten(", "  ㅁ\n  Flatten(", "strayHangul"),
    MisreadCell("a letter of Hangul behind a return", in: function, "{ return 1 }", "{ return 1 ㅓ }", "strayHangul"),
    MisreadCell("a syllable behind a value", in: function, "var both = 0", "var both = 0 안", "strayHangul"),
    MisreadCell("a member in the Korean layout", "activation: .relu", "activation: .ㄱ디ㅕ", "koreanLayout"),
    MisreadCell("a label in the Korean layout", "epochs: 1", "데ㅐ촌: 1", "koreanLayout"),
    MisreadCell("a full stop of Japanese", "Flatten(\"flatten\")", "Flatten(\"flatten\")。", "lookalike"),
    MisreadCell("a full-width colon without a space", "epochs: 1", "epochs：1", "lookalike"),
    MisreadCell("a full-width brace", "Network(\"fc\") {", "Network(\"fc\") ｛", "lookalike"),
    // Numbers for a yes or no.
    MisreadCell(
      "two pixels joined by and", in: function, "prediction[row, column] * label", "prediction[row, column] && label",
      "truthOfNumbers"),
    MisreadCell(
      "two pixels joined by and of Python", in: function, "prediction[row, column] * label",
      "prediction[row, column] and label", "truthOfNumbers"),
    MisreadCell(
      "two pixels joined by or", in: function, "prediction[row, column] + label", "prediction[row, column] || label",
      "truthOfNumbers"),
    MisreadCell(
      "two pixels as a condition", in: function, "both += prediction[row, column] * label[row, column]",
      "if prediction[row, column] and label[row, column] { both += 1 }", "numberAsCondition"),
    MisreadCell(
      "a pixel behind a comparison", in: function, "both += prediction[row, column] * label[row, column]",
      "if prediction[row, column] == 1 && label[row, column] { both += 1 }", "numberAsCondition"),
    MisreadCell(
      "two pixels as a condition in Korean", in: function, "both += prediction[row, column] * label[row, column]",
      "if prediction[row, column] 이고 label[row, column] { both += 1 }", "numberAsCondition"),
    MisreadCell("no number", in: function, "if sum == 0", "if !sum", "numberAsCondition"),
    // Heads of functions.
    MisreadCell("a colon before a result", in: function, ") -> Double? {", "): Double? {", "functionArrow"),
    MisreadCell("a result without its arrow", in: function, ") -> Double? {", ") Double? {", "functionArrow"),
    MisreadCell("a result that may be none", in: function, "-> Double? {", "-> Double {", "resultMayBeNone"),
    // Constants and sums of NumPy.
    MisreadCell("nan of NumPy", in: function, "{ return nil }", "{ return np.nan }", "foreignWord"),
    MisreadCell("nan of Python", in: function, "{ return nil }", "{ return float(\"nan\") }", "foreignWord"),
    MisreadCell("infinity", in: function, "{ return 1 }", "{ return math.inf }", "foreignWord"),
    MisreadCell(
      "a root of Java", in: function, "Double(above) / Double(sum)", "Math.sqrt(Double(above) / Double(sum))",
      "foreignWord"),
    MisreadCell(
      "a root as a power", in: function, "Double(above) / Double(sum)", "pow(Double(above) / Double(sum), 0.5)",
      "foreignWord"),
    MisreadCell(
      "a sum of products", in: function, "  if sum == 0", "  both = np.sum(prediction * label)\n  if sum == 0",
      "foreignWord"),
    // Settings in other places.
    MisreadCell("a batch among the layers", "  Flatten(", "  batchSize: 1\n  Flatten(", "otherPlace"),
    MisreadCell(
      "a batch in a layer", "Input(shape: [4, 4, 1])", "Input(shape: [4, 4, 1], batchSize: 1)", "otherPlace"),
    MisreadCell(
      "a batch behind the training", "  epochs: 1,\n  batchSize: 1)", "  epochs: 1)\n  batchSize: 1", "closedBefore"),
    MisreadCell(
      "settings in another order", "  learningRate: 0.01,\n  epochs: 1,\n  batchSize: 1)",
      "  batchSize: 1,\n  learningRate: 0.01,\n  epochs: 1)", "valueOrder"),
    MisreadCell("a rate of the optimizer's", in: pooled, ".adam()", ".adam(learningRate: 0.01)", "otherPlace"),
    MisreadCell(
      "a bare rate of a dropout", in: pooled, "Dropout(\"dropout\", rate: 0.2)", "Dropout(0.2)", "labelsMissing"),
    MisreadCell(
      "a normalization by two numbers", in: augmented, "Normalize(.perImage)", "Normalize(0, 1)", "labels"),
    MisreadCell(
      "a mean and a deviation", in: augmented, "Normalize(.perImage)", "Normalize(mean: 0.5, std: 0.5)", "foreignCall"),
    MisreadCell("a normalization by nothing", in: augmented, "Normalize(.perImage)", "Normalize()", "labels"),
    MisreadCell(
      "a step that nothing does", in: augmented, "  RandomFlip()", "  GaussianBlur(3)\n  RandomFlip()", "unknownStep"),
    // Numbers.
    MisreadCell("a decimal comma", "0.01", "0,01", "decimalComma"),
    MisreadCell("an x between numbers", "4 * 4, 8", "4x4, 8", "timesSign"),
    MisreadCell("an x with spaces", "4 * 4, 8", "4 x 4, 8", "timesSign"),
    MisreadCell("a number that begins with its point", "0.01", ".01", "pointAlone"),
    MisreadCell("the point of a hole", in: pooled, "[5, 5, 1, 4]", "[.5, .5, 1, 4]", "pointOfHole"),
    MisreadCell(
      "the point of a hole before a list", in: pooled, "filter: [5, 5, 1, 4]", "filter: .[5, 5, 1, 4]", "pointOfHole"),
    MisreadCell("a number behind a hole", "epochs: 1", "epochs: .FIXME 1", "restOfHole"),
    MisreadCell("a number in a hole's brackets", "epochs: 1", "epochs: .FIXME(1)", "restOfHole"),
    MisreadCell("a power of ten", "0.01", "10^-2", "power"),
    MisreadCell("a letter behind a number", "0.01", "0.01f", "numberEnding"),
    MisreadCell("a decimal comma without a label", in: more, "Threshold(0.5)", "Threshold(0,5)", "decimalComma"),
    MisreadCell("a decimal comma with a space", "0.01", "0, 01", "decimalComma"),
    MisreadCell("a decimal comma in a return", in: function, "return 1 }", "return 1,0 }", "decimalComma"),
    MisreadCell("points between thousands", in: more, "[65536, 8]", "[65.536, 8]", "thousandsSpace"),
    MisreadCell("a power of a number", in: more, "[65536, 8]", "[2**16, 8]", "power"),
    MisreadCell("a side with an x", in: pooled, "window: 2", "window: 2x2", "equalSides"),
    MisreadCell(
      "a side with a cross", in: pooled, "[5, 5, 1, 4], stride: 2", "[5, 5, 1, 4], stride: 2×2", "equalSides"),
    MisreadCell("a filter with crosses", in: pooled, "[5, 5, 1, 4]", "5x5x1x4", "listForm"),
    MisreadCell("a filter half with crosses", in: pooled, "[5, 5, 1, 4]", "[5x5, 1, 4]", "listForm"),
    MisreadCell("a filter without brackets", in: pooled, "[5, 5, 1, 4]", "5, 5, 1, 4", "listForm"),
    MisreadCell("spaces between numbers", "[4, 4, 2]", "[4 4 2]", "listForm"),
    MisreadCell("three digits and spaces", in: more, "[256, 256, 1]", "[256 256 1]", "listForm"),
    MisreadCell("semicolons between numbers", "[4, 4, 2]", "[4; 4; 2]", "listForm"),
    MisreadCell("points between numbers", "[4, 4, 2]", "[4. 4. 2]", "listForm"),
    MisreadCell("a list as a text", "[4, 4, 2]", "\"4, 4, 2\"", "listForm"),
    MisreadCell("one number for two", "weights: [4 * 4, 8]", "weights: 8", "listWanted"),
    MisreadCell("a semicolon between values", in: pooled, "window: 2, stride", "window: 2; stride", "otherSeparator"),
    MisreadCell("a point between values", in: pooled, "window: 2, stride", "window: 2. stride", "otherSeparator"),
    MisreadCell(
      "a point between places", in: function, "* label[row, column]", "* label[row. column]", "otherSeparator"),
    MisreadCell("two commas", in: pooled, "window: 2, stride", "window: 2,, stride", "spareComma"),
    MisreadCell("a unit in Hangul", "epochs: 1", "epochs: 1에폭", "unit"),
    MisreadCell("a unit in Latin", in: pooled, "window: 2, stride", "window: 2 pixels, stride", "unit"),
    MisreadCell("a number in words", "epochs: 1", "epochs: 한 번", "numberWord"),
    MisreadCell("a number without its sign", in: function, "2 * both", "2 both", "timesSign"),
    MisreadCell("None for a number", "epochs: 1", "epochs: None", "placeholder"),
    // Labels.
    MisreadCell(
      "a label without its colon", in: pooled, "window: 2, stride: 2)", "window: 2, stride 2)", "missingColon"),
    MisreadCell("labels without colons on lines", "epochs: 1", "epochs 1", "missingColon"),
    MisreadCell("a label of two words", "batchSize: 1", "batch size: 1", "labels"),
    MisreadCell("a label without a value", "epochs: 1", "epochs: ", "valueMissing"),
    MisreadCell("a label in Korean", in: pooled, "window: 2, stride: 2", "윈도우: 2, 스트라이드: 2", "labels"),
    MisreadCell("labels of a training in Korean", "epochs: 1", "에폭: 1", "labels"),
    MisreadCell("no in Korean", in: pooled, "stride: 2, bias: false", "stride: 2, bias: 없음", "labels"),
    MisreadCell("a schedule without its label", in: more, ".cosine(steps: 10)", ".cosine(10)", "labelsMissing"),
    MisreadCell("a step without its label", in: steps, "upTo: 0.1", "0.1", "labelsMissing"),
    MisreadCell(
      "values without labels on lines", "  learningRate: 0.01,\n  epochs: 1,\n  batchSize: 1)", "  0.01,\n  1,\n  1)",
      "labelsMissing"),
    MisreadCell("names joined by and", in: pooled, "of: \"up\", \"up\"", "of: \"up\" and \"up\"", "labels"),
    MisreadCell(
      "layers added on a line", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")", "\"up\" + \"up\"", "foreignCall"),
    MisreadCell("a layer's kind alone", "Flatten(\"flatten\")", "Flatten", "layerNotMade"),
    // Pixels.
    MisreadCell("a pixel in parentheses", in: function, "* label[row, column]", "* label(row, column)", "pixelPlace"),
    MisreadCell("a pixel by a method", in: function, "* label[row, column]", "* label.at(row, column)", "pixelPlace"),
    MisreadCell("a whole mask", in: function, "* label[row, column]", "* label", "wholePicture"),
    MisreadCell("True for a number", in: function, "return 1 }", "return True }", "truthAsNumber"),
    MisreadCell("a number between quotes", in: function, "return 1 }", "return \"1\" }", "labels"),
    MisreadCell("a cast of C", in: function, "Double(above) / Double(sum)", "(double)above / sum", "foreignWord"),
    MisreadCell(
      "a division of NumPy", in: function, "Double(above) / Double(sum)", "np.divide(above, sum)", "foreignWord"),
    MisreadCell("a training without let", "let training =", "training =", "newName"),
    MisreadCell("a colon for an equals sign", "let training =", "let training:", "labels"),
    // Brackets and commas.
    MisreadCell("a square bracket twice", "[4, 4, 2])", "[4, 4, 2]])", "spareBracket"),
    MisreadCell("a square bracket twice at the start", "[4, 4, 2])", "[[4, 4, 2])", "spareBracket"),
    MisreadCell("a bracket too many", "[4 * 4, 8])", "[4 * 4, 8]))", "spareBracket"),
    MisreadCell("a bracket too few", "[4 * 4, 8])", "[4 * 4, 8]", "missingBracket"),
    MisreadCell("a square bracket too few", "[4 * 4, 8])", "[4 * 4, 8)", "missingBracket"),
    MisreadCell("a brace too few", "[4, 4, 2])\n}", "[4, 4, 2])", "missingBracket"),
    MisreadCell("a bracket too few in a training", "batchSize: 1)", "batchSize: 1", "missingBracket"),
    MisreadCell("quotes that are not closed", "\"hidden\"", "\"hidden", "openText"),
    MisreadCell("commas behind layers", "Flatten(\"flatten\")", "Flatten(\"flatten\"),", "commaBetweenLines"),
    MisreadCell("a comma too few", in: pooled, "window: 2, stride", "window: 2 stride", "missingComma"),
    MisreadCell("a comma too few between lines", "0.01,", "0.01", "missingComma"),
    MisreadCell("no space before the equals sign", "training = Training", "training= Training", "spacesAround"),
    MisreadCell(
      "two statements on a line", in: function, "var both = 0\n  var sum", "var both = 0 var sum", "twoStatements"),
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

    // Blocks and holes.
    MisreadCell(
      "an inner block that is not closed", in: function,
      "label[row, column]\n    }\n  }", "label[row, column]\n  }", "missingBracket"),
    MisreadCell(
      "an outer block that is not closed", in: function, "    }\n  }\n  if sum", "    }\n  if sum", "missingBracket"),
    MisreadCell("a hole with a slip in its name", "learningRate: 0.01", "learningRate: .FIXM", "holeMisspelt"),
    MisreadCell("a number as guides write it", "epochs: 1,", "epochs: <1>,", "labels"),
    MisreadCell("a letter for a digit", "learningRate: 0.01", "learningRate: O.O1", "letterForDigit"),
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
}
