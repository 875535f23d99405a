internal import Messages

extension CallReader {
  /// Puts together what other libraries say of a step in another way: sides of an image, directions of a flip, shares of a size.
  ///
  /// - Parameters:
  ///   - found: the values by label, as far as they are known.
  ///   - call: the call.
  ///   - signature: what is called.
  ///   - other: a value of a label that is not ours.
  func completeStep(
    _ found: inout [String: Value], _ call: Call, _ signature: CallSignature, other: (String) -> String?
  ) {
    let bare = call.arguments.filter { $0.label == nil }.flatMap { Self.numbers(in: text.text($0.value)) }
    func first(_ names: String...) -> String? {
      for name in names { if let value = other(name) { return value } }
      return nil
    }
    func put(_ label: String, _ value: String) { found[label] = Value(label: label, text: value) }
    switch signature.name {
    case "RandomFlip": direct(&found, call)
    case "Normalize":
      if found["_"]?.text.hasPrefix(".") != true { put("_", ".perImage") }
    case "Threshold":
      if found["_"] == nil, let level = first("value", "threshold", "level", "t") { put("_", level) }
    case "RandomNoise":
      let size = found["_"] == nil ? first("stddev", "std", "sigma", "var_limit", "std_range") : nil
      if let size, let last = Self.numbers(in: size).last { put("_", last) }
    case "RandomRotation", "RandomTranslation":
      // A circle is 1 in Keras.
      if signature.name == "RandomRotation", let turn = first("factor").flatMap({ Self.numbers(in: $0).last }),
        let share = Double(turn)
      {
        return put("upTo", (share * 360).brief)
      }
      if let limit = found["upTo"]?.text, let last = Self.numbers(in: limit).last, limit.first != ".", limit != last,
        "([".contains(limit.first ?? " ")
      {
        put("upTo", last)
      } else if found["upTo"] == nil, let number = bare.first {
        put("upTo", number)
      }
    case "RandomScale":
      let given = first("scale_limit", "height_factor", "factor", "zoom_range", "zoom", "scale", "scale_range")
      scale(&found, given.map { Self.numbers(in: $0) } ?? (bare.isEmpty ? [] : bare))
    case "RandomBrightnessContrast":
      for label in ["brightness", "contrast"] {
        if let range = found[label]?.text, "([".contains(range.first ?? " "), let last = Self.numbers(in: range).last {
          put(label, last)
        }
      }
      // What one library does in two steps is one here, and the other half of it does nothing.
      let word = call.name.lowercased()
      let own = word.contains("brightness") ? "brightness" : "contrast"
      guard word.contains("brightness") != word.contains("contrast"), word != "colorjitter" else { return }
      if let size = (first("factor", "limit") ?? found["brightness"]?.text ?? found["contrast"]?.text) {
        found = [:]
        let (mine, theirs) = (own, own == "brightness" ? "contrast" : "brightness")
        put(mine, Self.numbers(in: size).last ?? size)
        put(theirs, "0")
      }
    case "Resize": size(&found, call, first("size", "target_size", "output_size"), bare)
    default: break
    }
  }

  /// Which way a flip goes, by its name or a word among its values.
  private func direct(_ found: inout [String: Value], _ call: Call) {
    guard found["horizontal"] == nil, found["vertical"] == nil else { return }
    let texts = text.tokens[call.range].filter { $0.kind == .string }.map(\.text)
    let words = ([call.name] + texts).joined(separator: " ").lowercased()
    let isVertical = ["vert", "flipud", "vflip", "상하"].contains(where: words.contains)
    let isHorizontal = ["hori", "fliplr", "hflip", "좌우"].contains(where: words.contains)
    guard isVertical else { return }
    found["horizontal"] = Value(label: "horizontal", text: isHorizontal ? "true" : "false")
    found["vertical"] = Value(label: "vertical", text: "true")
  }

  /// From and to: a share of the size, or two factors.
  private func scale(_ found: inout [String: Value], _ numbers: [String]) {
    guard let first = numbers.first, let number = Double(first) else { return }
    let isShare = numbers.count == 1 || abs(number) < 0.5
    // What is written as ours is right.
    if found["from"] != nil, found["to"] != nil, !isShare { return }
    if isShare, abs(number) < 1 {
      found["from"] = Value(label: "from", text: (1 - abs(number)).brief)
      found["to"] = Value(label: "to", text: (1 + abs(number)).brief)
    } else if numbers.count > 1 {
      found["from"] = Value(label: "from", text: numbers[0])
      found["to"] = Value(label: "to", text: numbers[1])
    }
  }

  /// Height and width, which other libraries write in this order and together.
  private func size(_ found: inout [String: Value], _ call: Call, _ given: String?, _ bare: [String]) {
    let isForeign = call.name != "Resize" || !call.module.isEmpty
    // `Resize((112, 120))`: two sides in one value are those of other libraries, height first.
    let isPair = call.arguments.count == 1 && call.arguments[0].label == nil && bare.count == 2
    let numbers = given.map { Self.numbers(in: $0) } ?? (isForeign || isPair ? bare : [])
    guard let height = numbers.first else { return }
    found["height"] = Value(label: "height", text: height)
    found["width"] = Value(label: "width", text: numbers.count > 1 ? numbers[1] : height)
  }

  /// The numbers in a text, as they are written.
  private static func numbers(in text: String) -> [String] {
    text.matches(of: /[0-9]+(?:\.[0-9]+)?(?:[eE]-?[0-9]+)?/).prefix(8).map { String($0.output) }
  }
}
