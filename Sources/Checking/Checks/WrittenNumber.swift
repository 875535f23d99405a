internal import Workbench

/// A number as people write it: `2,500`, `2 500`, `4/9`, `98.4 %`, `0,09`, `−0.5`, `1 - 0.016`, `3번`, `2 pixels`, in full-width digits too.
struct WrittenNumber {
  /// What it means where a comma stands between thousands; nil where it is no such number.
  let value: Double?
  /// What it means where a comma stands before the decimals; nil where none can.
  let commaValue: Double?
  /// Whether it is told in hundredths.
  let isPercent: Bool

  /// - Parameter text: what somebody wrote.
  init(_ text: String) {
    var plain = Self.plain(text)
    var spoken: SpokenNumber?
    // Digits alone, and a letter that is a choice, need no patterns, which take longer than all else that is asked of an answer.
    let isPlain = plain.utf8.count == 1 || plain.utf8.allSatisfy { 48...57 ~= $0 || $0 == UInt8(ascii: ".") }
    if !isPlain {
      if let one = Self.inTwoForms(text) {
        self = one
        return
      }
      (plain, spoken) = Self.bareOrSpoken(plain)
    }
    isPercent = plain.contains("%")
    guard !plain.isEmpty, plain.count <= 60 else {
      (value, commaValue) = (nil, nil)
      return
    }
    if let number = spoken?.value {
      (value, commaValue) = (Double(number), Double(number))
      return
    }
    value = Sum(plain, number: Self.number).value
    commaValue = Sum(plain, number: Self.commaNumber).value
  }

  /// Without the words around a number and its unit, or as it is where it is a number in words, and then with what that is.
  private static func bareOrSpoken(_ text: String) -> (plain: String, spoken: SpokenNumber?) {
    var plain = text
    while let first = plain.first, "=≈~≒".contains(first) { plain.removeFirst() }
    // `만` in `만큼` is no ten thousand, whatever stands behind it.
    if let measure = plain.firstRange(of: "만큼") { plain = String(plain[..<measure.lowerBound]) }
    for tail in ["정도", "가량", "쯤"] where plain.hasSuffix(tail) { plain = String(plain.dropLast(tail.count)) }
    while plain.last == " " { plain.removeLast() }
    for name in [
      "percentage points", "percentage point", "percent", "per cent", "퍼센트포인트", "퍼센트 포인트", "퍼센트", "프로", "pct", "%p",
    ]
    where plain.hasSuffix(name) {
      plain = String(plain.dropLast(name.count)) + "%"
    }
    // `1 - 0.016 = 0.984`
    if let last = plain.split(separator: "=").last, plain.contains("="), !plain.contains(",") {
      plain = String(last.drop { $0 == " " })
    }
    plain = share(plain) ?? koreanShare(plain) ?? plain
    // Before its unit is taken off, because the steps of Korean numbers look like units.
    if let spoken = SpokenNumber(plain) { return (plain, spoken) }
    plain = bare(plain)
    return (plain, SpokenNumber(plain))
  }

  /// A number that stands there twice, in two forms; nil where they are two numbers, or one.
  private static func inTwoForms(_ text: String) -> WrittenNumber? {
    guard let (first, second) = forms(text) else { return nil }
    let (one, other) = (WrittenNumber(first), WrittenNumber(second))
    guard let a = one.value, let b = other.value, abs(a - b) <= 1e-3 * max(abs(a), abs(b)) else { return nil }
    return one
  }

  /// The two numbers of `0.984 (98.4 %)` and `0.984, i.e. 98.4 %`; nil for anything else.
  private static func forms(_ text: String) -> (String, String)? {
    guard text.utf8.count <= 120 else { return nil }
    if let found = text.wholeMatch(of: /([^()]*[0-9%][^()]*)[(（]\s*([^()]*[0-9][^()]*)[)）]\s*\.?/) {
      return (String(found.output.1), String(found.output.2))
    }
    return text.wholeMatch(of: /(.*[0-9%].*?)(?:,? i\.e\.| or | 또는 |,? 즉 )(.*[0-9].*)/).map {
      (String($0.output.1), String($0.output.2))
    }
  }

  /// `절반` and `a quarter` as numbers, `백분의 일` as `1/100`, `구 %` as `9%`; nil for anything else.
  private static func share(_ text: String) -> String? {
    if let half = SpokenNumber.share(text) { return half }
    if let decimal = SpokenNumber.decimal(text) { return decimal }
    if text.hasSuffix("%"), case let number = String(text.dropLast()),
      let plain = SpokenNumber.decimal(number) ?? SpokenNumber(number).map({ String($0.value) })
    {
      return "\(plain)%"
    }
    guard let found = text.wholeMatch(of: /([일이삼사오육칠팔구십백천만]+) ?분의 ?([일이삼사오육칠팔구십백천만]+)/),
      let below = SpokenNumber(String(found.output.1))?.value, let above = SpokenNumber(String(found.output.2))?.value
    else { return nil }
    return "\(above)/\(below)"
  }

  /// `9분의 4` as `4/9`, `3할 5푼` as `0.35`; nil for anything else.
  private static func koreanShare(_ text: String) -> String? {
    if let found = text.wholeMatch(of: /(?:약 ?|대략 ?)?([0-9.,]+) ?분의 ?([0-9.,]+)(?: ?(?:이에요|예요|입니다|이다))?/) {
      return "\(found.output.2)/\(found.output.1)"
    }
    guard let found = text.wholeMatch(of: /(?:약 ?)?(?:([0-9.]+) ?할)? ?(?:([0-9.]+) ?푼)? ?(?:([0-9.]+) ?리)?/) else {
      return nil
    }
    let parts = zip([found.output.1, found.output.2, found.output.3], [10.0, 100, 1000])
      .compactMap { digits, share in digits.flatMap { Double($0) }.map { $0 / share } }
    return parts.isEmpty ? nil : String(parts.reduce(0, +))
  }

  /// Without spaces, the words around the number, and its unit.
  private static func bare(_ text: String) -> String {
    var plain = text
    // `약 3`, `dice = 4/9`, `answer: 25`
    if let head = plain.prefixMatch(
      of: /(?:약|대략|거의|about|around|approx\.?|roughly|ca\.?)\s*(?=[0-9])|[\p{L} ]{1,20}[=:≈]\s*/)
    {
      plain = String(plain[head.range.upperBound...])
    }
    plain.removeAll { $0 == " " }
    plain = plain.replacing("sqrt", with: "√")
    plain = plain.replacing(/([0-9])x(?=[0-9])/) { plain.contains("0x") ? String($0.output.0) : "\($0.output.1)*" }
      .replacing("**", with: "^")
    // 2 million
    let scales = ["thousand": 1e3, "k": 1e3, "million": 1e6]
    if let found = plain.wholeMatch(of: /([0-9.]+)(thousand|million|k)([0-9]{0,8})\p{L}*/),
      let number = Double(found.output.1), let scale = scales[String(found.output.2)]
    {
      return String(number * scale + (Double(found.output.3) ?? 0))
    }
    // `100만 파라미터`: the steps of Korean numbers are no unit.
    if let steps = plain.prefixMatch(of: /[0-9.,]*[0-9][십백천만억][0-9.,십백천만억]*/), SpokenNumber(String(steps.output)) != nil
    {
      return String(steps.output)
    }
    // 3번, 2 pixels: what stands behind the last digit in letters.
    if !plain.contains("0x"), let unit = plain.firstMatch(of: /([0-9%\)])\p{L}[\p{L}²³.]*$/) {
      plain = String(plain[..<unit.output.1.endIndex])
    }
    return plain
  }

  /// In the signs of a keyboard, with single spaces.
  private static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(120) {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x2212, 0x2010...0x2015, 0xFE63: result += "-"
      case 0x00D7, 0x00B7, 0x22C5, 0x2219: result += "*"
      case 0x00F7, 0x2044, 0x2215: result += "/"
      // Of a unit, as in mm², it is no power.
      case 0x00B2, 0x00B3:
        let isPower = result.last.map { $0.isNumber || $0 == ")" } ?? false
        result += isPower ? (scalar.value == 0x00B2 ? "^2" : "^3") : String(scalar)
      case 0x200B...0x200F, 0x2060, 0xFEFF: break
      default:
        if scalar.properties.isWhitespace { result += " " } else { result.unicodeScalars.append(scalar) }
      }
    }
    while result.first == " " || result.first == "`" { result.removeFirst() }
    while let last = result.last, " `.".contains(last), result.count > 1 { result.removeLast() }
    return result.lowercased()
  }

  /// One number, a comma between thousands.
  private static func number(_ text: Substring) -> Double? {
    let plain = text.filter { $0 != "_" }
    if plain.contains("x"), plain.wholeMatch(of: /[+-]?0x[0-9a-f]+(\.[0-9a-f]+)?(p[+-]?[0-9]+)?/) != nil {
      return Double(plain)
    }
    guard isDecimal(plain) else { return nil }
    guard plain.contains(",") else {
      if let value = Double(plain) { return value }
      return plain.wholeMatch(of: /[+-]?[0-9]{1,3}(\.[0-9]{3}){2,}/).flatMap { _ in Double(plain.filter { $0 != "." }) }
    }
    // Groups of three are thousands, unless the first is 0.
    guard plain.wholeMatch(of: /[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?/) != nil else { return nil }
    return Double(plain.filter { $0 != "," })
  }

  /// One number, a comma before its decimals and points between its thousands; a number without either is itself.
  private static func commaNumber(_ text: Substring) -> Double? {
    let plain = text.filter { $0 != "_" }
    guard isDecimal(plain) else { return nil }
    guard plain.contains(",") else {
      let isGrouped = plain.contains(".") && plain.wholeMatch(of: /[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+/) != nil
      return isGrouped ? Double(plain.filter { $0 != "." }) : number(text)
    }
    guard plain.count(where: { $0 == "," }) == 1 else { return nil }
    if plain.contains("."), plain.wholeMatch(of: /[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+,[0-9]+/) == nil { return nil }
    return Double(plain.filter { $0 != "." }.replacing(",", with: "."))
  }

  private static func isDecimal(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.,e".contains($0)) }
  }
}

/// Something to work out: numbers with `+`, `-`, `*`, `^`, one `/`, `%` and parentheses between them.
private struct Sum {
  private let text: [Character]
  private var index = 0
  private var depth = 0
  private let number: (Substring) -> Double?

  init(_ text: String, number: @escaping (Substring) -> Double?) {
    self.text = Array(text)
    self.number = number
  }

  /// What it comes to; nil where it is no such thing, or not finite.
  var value: Double? {
    var copy = self
    guard let result = copy.sum(), copy.index == text.count, result.isFinite else { return nil }
    return result
  }

  private var next: Character? { index < text.count ? text[index] : nil }

  private mutating func sum() -> Double? {
    guard depth < 8, var result = product() else { return nil }
    while let sign = next, sign == "+" || sign == "-" {
      index += 1
      // Two signs one after the other are a slip.
      guard next != "+", next != "-", let term = product() else { return nil }
      result += sign == "+" ? term : -term
    }
    return result
  }

  private mutating func product() -> Double? {
    guard var result = power() else { return nil }
    var isDivided = false
    while let sign = next, sign == "*" || sign == "/" {
      index += 1
      guard let factor = power() else { return nil }
      // What 4/9/2 means is anybody's guess.
      if sign == "/", isDivided { return nil }
      isDivided = isDivided || sign == "/"
      result = sign == "*" ? result * factor : result / factor
    }
    return result
  }

  private mutating func power() -> Double? {
    guard var result = single() else { return nil }
    if next == "^" {
      index += 1
      guard let exponent = single(), exponent == exponent.rounded(), abs(exponent) <= 64 else { return nil }
      var power = 1.0
      for _ in 0..<Int(abs(exponent)) { power *= result }
      result = exponent < 0 ? 1 / power : power
    }
    if next == "%" {
      index += 1
      result /= 100
    }
    return result
  }

  private mutating func single() -> Double? {
    if next == "√" {
      index += 1
      depth += 1
      defer { depth -= 1 }
      guard depth < 8, let inside = single(), inside >= 0 else { return nil }
      return inside.squareRoot()
    }
    if next == "(" {
      index += 1
      depth += 1
      defer { depth -= 1 }
      guard let inside = sum(), next == ")" else { return nil }
      index += 1
      return inside
    }
    let rest = String(text[index...])
    guard
      let found = rest.prefixMatch(
        of: /[+\-]?(?:0x[0-9a-f]+(?:\.[0-9a-f]+)?(?:p[+\-]?[0-9]+)?|[0-9.,_]+(?:e[+\-]?[0-9]+)?)/)
    else { return nil }
    index += found.output.count
    return number(Substring(found.output))
  }
}
