extension MisreadCell {
  /// What is misread, and the message that it gets first.
  static let all = written + ofOtherLanguages + ofNumbers + ofHabits + ofHeads + ofTruths + ofMerges

  private static let written: [MisreadCell] = [
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
    MisreadCell("a layer in small letters", in: pooled, "Conv2D(", "conv2d(", "labels"),
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
    MisreadCell("one equals sign to compare", in: function, "if sum == 0", "if sum = 0", "singleEqualsSign"),
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
    MisreadCell("a sum without a first value", in: function, "var both = 0", "var both: Int", "noFirstValue"),
    MisreadCell(
      "the sides of an image below a line", in: averaged, "sum / count", "sum / picture.height * picture.width",
      "divisorSpread"),
    MisreadCell(
      "the result in the place of what is given", in: made, "if grey[row, column]", "if answer[row, column]",
      "resultForGiven"),
    MisreadCell("a search of scikit-learn", in: sweep, "let search = Sweep(", "let search = GridSearch(", "labels"),
    MisreadCell("a step in British spelling", in: augmented, "Normalize(", "Normalise(", "labels"),
    MisreadCell("a label too many", in: more, "Threshold(0.5)", "Threshold(level: 0.5)", "labels"),
    MisreadCell("a number with a point in words", "learningRate: 0.01", "learningRate: 영점영일", "numberWord"),
    MisreadCell("a Korean number of two words", "epochs: 1,", "epochs: 열두 번,", "numberWord"),
    MisreadCell(
      "a word that is no call", in: pooled, "loss: .binaryCrossEntropy", "loss: .binaryCrossEntropy()", "labels"),
    MisreadCell(
      "a share without its sign", in: pooled, "loss: .binaryCrossEntropy", "loss: .binaryCrossEntropy + 0.5 .dice()",
      "labels"),
    MisreadCell(
      "losses with a comma", in: pooled, "loss: .binaryCrossEntropy", "loss: .binaryCrossEntropy, 0.5 * .dice()",
      "labels"),
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
  ]
}
