internal import Labs
internal import Messages
internal import SegLab

/// The classic ways to write a function otherwise: each gives what can be worked out, and who gives just that has made it.
enum KnownMistakes {
  /// So many calls must bear a guess out.
  private static let fewest = 3

  /// The mistake whose results these are; nil where none fits all calls that it says something of.
  static func trouble(_ trial: FunctionTrial, _ outputs: [Value]) -> FunctionPhrase.Trouble? {
    let calls = outputs.indices.map {
      Trial(
        inputs: trial.inputs[$0], expected: trial.expected[$0], found: outputs[$0],
        isRight: trial.isRight($0, outputs[$0]))
    }
    guard calls.contains(where: { !$0.isRight }) else { return nil }
    switch trial.rule.reference {
    case .dice: return dice(calls)
    case .binarize: return binarize(calls)
    case .threshold: return threshold(calls)
    case .normalize: return normalize(calls)
    case nil: return nil
    }
  }

  private struct Trial {
    let inputs: [Value]
    let expected: Value
    let found: Value
    let isRight: Bool
  }

  // MARK: Dice

  /// Two masks of one shape.
  private struct Masks {
    let a: [Double]
    let b: [Double]
    let width: Int
    let found: Double
    let expected: Double
    let isRight: Bool

    init?(_ trial: Trial) {
      guard case .grid(let height, let width, let a)? = trial.inputs.first,
        case .grid(let otherHeight, let otherWidth, let b)? = trial.inputs.last,
        height == otherHeight, width == otherWidth, case .number(let expected) = trial.expected, !a.isEmpty
      else { return nil }
      switch trial.found {
      case .number(let number): found = number
      case .nothing: found = .nan
      default: return nil
      }
      (self.a, self.b, self.width, self.expected, isRight) = (a, b, width, expected, trial.isRight)
    }

    var both: Double { Double(zip(a, b).count { $0 == 1 && $1 == 1 }) }
    var sum: Double { a.reduce(0, +) + b.reduce(0, +) }
    var isEmpty: Bool { sum == 0 }

    func ratio(_ pixels: [Int]) -> Double? {
      let above = 2 * pixels.reduce(0) { $0 + a[$1] * b[$1] }
      let below = pixels.reduce(0) { $0 + a[$1] + b[$1] }
      return below == 0 ? nil : above / below
    }
  }

  private static func dice(_ trials: [Trial]) -> FunctionPhrase.Trouble? {
    let calls = trials.compactMap(Masks.init).filter { !$0.isEmpty }
    let wrong = calls.filter { !$0.isRight }
    guard !wrong.isEmpty else { return nil }
    let guesses: [(FunctionMistake, (Masks) -> Double?)] = [
      (.iou, { $0.both / ($0.sum - $0.both) }),
      (.notDoubled, { $0.both / $0.sum }),
      (.loss, { 1 - $0.expected }),
      (.percent, { 100 * $0.expected }),
      (.precision, { call in call.a.contains(1) ? call.both / call.a.reduce(0, +) : nil }),
      (.recall, { call in call.b.contains(1) ? call.both / call.b.reduce(0, +) : nil }),
      (.accuracy, { call in Double(zip(call.a, call.b).count { $0 == $1 }) / Double(call.a.count) }),
      (.allPixels, { 2 * $0.both / Double($0.a.count) }),
      (.allPixels, { $0.both / Double($0.a.count) }),
      (.allPixels, { 2 * $0.both / Double(2 * $0.a.count) }),
      (.lastPixel, { $0.ratio([$0.a.count - 1]) }),
      // Only what both have is written with `=`, or only the sum.
      (.lastPixel, { $0.sum == 0 ? nil : 2 * ($0.a.last ?? 0) * ($0.b.last ?? 0) / $0.sum }),
      (
        .lastPixel,
        { call in
          let last = (call.a.last ?? 0) + (call.b.last ?? 0)
          return last == 0 ? nil : 2 * call.both / last
        }
      ),
      (.union, { 2 * $0.both / ($0.sum - $0.both) }),
      (.onlyPrediction, { call in call.a.contains(1) ? 2 * call.both / call.a.reduce(0, +) : nil }),
      (.onlyLabel, { call in call.b.contains(1) ? 2 * call.both / call.b.reduce(0, +) : nil }),
      (.sumAbove, { _ in 2 }),
      (.agreement, { call in 2 * Double(zip(call.a, call.b).count { $0 == $1 }) / call.sum }),
      (.dividedTwice, { 2 * $0.both / $0.sum / $0.sum }),
      (.dividedTwice, { (2 * $0.both / $0.sum).rounded(.down) / $0.sum }),
      (.firstPixel, { $0.ratio([0]) }),
      (.firstRow, { $0.ratio(Array(0..<$0.width)) }),
      (
        .edgeLeftOut,
        { call in
          let height = call.a.count / call.width
          return call.ratio(
            (0..<call.a.count).filter { $0 / call.width < height - 1 && $0 % call.width < call.width - 1 })
        }
      ),
      (
        .background,
        { call in
          let (a, b) = (call.a.map { 1 - $0 }, call.b.map { 1 - $0 })
          let sum = a.reduce(0, +) + b.reduce(0, +)
          return sum == 0 ? nil : 2 * zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / sum
        }
      ),
    ]
    for (mistake, guess) in guesses where bears(calls, guess) { return .known(mistake) }
    return smoothing(wrong).map { .smoothed($0) }
  }

  /// Whether every call of which a guess says something gave just that, the wrong ones among them.
  private static func bears(_ calls: [Masks], _ guess: (Masks) -> Double?) -> Bool {
    var count = 0
    var wrong = 0
    for call in calls {
      guard let value = guess(call) else { continue }
      guard abs(value - call.found) <= 1e-4 * max(1, abs(value)) else { return false }
      count += 1
      if !call.isRight { wrong += 1 }
    }
    return count >= fewest && wrong >= 2 && 5 * wrong > calls.count { !$0.isRight }
  }

  /// The term that is added above and below the line.
  private static func smoothing(_ calls: [Masks]) -> Double? {
    let terms = calls.filter { abs(1 - $0.found) > 1e-6 }.map { ($0.found * $0.sum - 2 * $0.both) / (1 - $0.found) }
    guard terms.count >= 2, let first = terms.first, first > 1e-9, terms.allSatisfy({ abs($0 - first) <= 0.05 * first })
    else { return nil }
    return (first * 1e6).rounded() / 1e6
  }

  // MARK: Masks of pictures

  /// Whether all is right but for pixels that are just half of white.
  private static func isStrict(_ trials: [Trial]) -> Bool {
    trials.allSatisfy { trial in
      guard case .grid(_, _, let input)? = trial.inputs.first, case .grid(_, _, let found) = trial.found,
        input.count == found.count
      else { return false }
      return zip(input, found).allSatisfy { $1 == ($0 > 127.5 ? 1 : 0) }
    }
  }

  private static func binarize(_ trials: [Trial]) -> FunctionPhrase.Trouble? {
    if isStrict(trials) { return .known(.strictBound) }
    var (highestZero, lowestOne) = (-Double.infinity, Double.infinity)
    for trial in trials {
      guard case .grid(_, _, let input)? = trial.inputs.first, case .grid(_, _, let found) = trial.found,
        input.count == found.count
      else { continue }
      for (grey, class_) in zip(input, found) {
        guard class_ == 0 || class_ == 1 else { return nil }
        if class_ == 1 { lowestOne = min(lowestOne, grey) } else { highestZero = max(highestZero, grey) }
      }
    }
    if !lowestOne.isFinite, highestZero >= 255 { return .known(.allZero) }
    if !highestZero.isFinite, lowestOne <= 0 { return .known(.allOne) }
    // From some level on everything is 1, and it is another level.
    guard highestZero < lowestOne, highestZero.isFinite else { return nil }
    guard lowestOne.isFinite else { return .known(.onlyWhite) }
    if highestZero <= 0.5 { return .known(.shareOfWhite) }
    if lowestOne > 250 { return .known(.onlyWhite) }
    let level = ((highestZero + lowestOne) / 2).rounded()
    return abs(level - 127.5) > 8 ? .otherLevel(level) : nil
  }

  private static func threshold(_ trials: [Trial]) -> FunctionPhrase.Trouble? {
    func all(_ rule: (Double, Double) -> Double) -> Bool {
      trials.allSatisfy { trial in
        guard case .grid(_, _, let input)? = trial.inputs.first, case .number(let level)? = trial.inputs.last,
          case .grid(_, _, let found) = trial.found, input.count == found.count
        else { return false }
        return zip(input, found).allSatisfy { rule($0, level) == $1 }
      }
    }
    if all({ x, _ in x >= 0.5 ? 1 : 0 }) || all({ x, _ in x > 0.5 ? 1 : 0 }) { return .known(.fixedLevel) }
    if all({ x, level in x > level ? 1 : 0 }) { return .known(.strictBound) }
    return nil
  }

  // MARK: Normalised pictures

  private static func normalize(_ trials: [Trial]) -> FunctionPhrase.Trouble? {
    let guesses: [(FunctionMistake, ([Double], Int) -> [Double]?)] = [
      (.by255, { pixels, _ in pixels.map { $0 / 255 } }),
      (.notDivided, { pixels, _ in pixels.map { $0 - mean(pixels) } }),
      (.noParentheses, { pixels, _ in pixels.map { $0 - mean(pixels) / deviation(pixels) } }),
      (.meanLeft, { pixels, _ in pixels.map { $0 / deviation(pixels) } }),
      (
        .minMax,
        { pixels, _ in
          guard let low = pixels.min(), let high = pixels.max(), low < high else { return nil }
          return pixels.map { ($0 - low) / (high - low) }
        }
      ),
      (.timesDeviation, { pixels, _ in pixels.map { ($0 - mean(pixels)) * deviation(pixels) } }),
      (.byVariance, { pixels, _ in pixels.map { ($0 - mean(pixels)) / (deviation(pixels) * deviation(pixels)) } }),
      (
        .sampleDeviation,
        { pixels, _ in
          let count = Double(pixels.count)
          return count < 2
            ? nil : pixels.map { ($0 - mean(pixels)) / (deviation(pixels) * (count / (count - 1)).squareRoot()) }
        }
      ),
      (
        .sumOfSquares,
        { pixels, _ in pixels.map { ($0 - mean(pixels)) / (deviation(pixels) * Double(pixels.count).squareRoot()) } }
      ),
      (.absoluteDeviation, { pixels, _ in pixels.map { ($0 - mean(pixels)) / spread(pixels) } }),
      (.absoluteDeviation, { pixels, _ in pixels.map { ($0 - mean(pixels)) / spread(pixels).squareRoot() } }),
      (
        .eachRow,
        { pixels, width in
          stride(from: 0, to: pixels.count, by: width).flatMap { start -> [Double] in
            let row = Array(pixels[start..<start + width])
            return row.map { deviation(row) == 0 ? 0 : ($0 - mean(row)) / deviation(row) }
          }
        }
      ),
    ]
    for (mistake, guess) in guesses where bears(trials, guess) { return .known(mistake) }
    // Differences that are not squared add up to nearly 0: whatever is divided by that is 0 by the learner's own guard, or without measure.
    return isFlatOrWild(trials) ? .known(.notSquared) : nil
  }

  private static func bears(_ trials: [Trial], _ guess: ([Double], Int) -> [Double]?) -> Bool {
    var count = 0
    var wrong = 0
    for trial in trials {
      guard case .grid(_, let width, let pixels)? = trial.inputs.first, pixels.count > 1, deviation(pixels) > 1e-9,
        case .grid(_, let otherWidth, let found) = trial.found, width == otherWidth, pixels.count == found.count
      else { continue }
      guard let values = guess(pixels, width) else { continue }
      guard zip(values, found).allSatisfy({ abs($0 - $1) <= 2e-3 * max(1, abs($0)) }) else { return false }
      count += 1
      if !trial.isRight { wrong += 1 }
    }
    return count >= fewest && 2 * wrong > count
  }

  /// Whether pictures with more than one grey value come out all 0 or without measure.
  private static func isFlatOrWild(_ trials: [Trial]) -> Bool {
    var count = 0
    for trial in trials {
      guard case .grid(_, _, let pixels)? = trial.inputs.first, pixels.count > 1, deviation(pixels) > 1e-9,
        case .grid(_, _, let found) = trial.found
      else { continue }
      guard found.allSatisfy({ $0 == 0 }) || found.contains(where: { !$0.isFinite || abs($0) > 50 }) else {
        return false
      }
      count += 1
    }
    return count >= fewest
  }

  private static func mean(_ pixels: [Double]) -> Double { pixels.reduce(0, +) / Double(max(1, pixels.count)) }

  /// The mean of the differences from the mean, without their signs.
  private static func spread(_ pixels: [Double]) -> Double {
    let mean = mean(pixels)
    return pixels.reduce(0) { $0 + abs($1 - mean) } / Double(pixels.count)
  }

  private static func deviation(_ pixels: [Double]) -> Double {
    let mean = mean(pixels)
    return (pixels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, pixels.count))).squareRoot()
  }
}
