/// A number as people write it: `2,500`, `2 500`, `4/9`, `98.4 %`, `0,09`, `−0.5`, in full-width digits too.
struct WrittenNumber {
  /// What it may mean, the likeliest first; empty where it is no number.
  let readings: [Double]

  /// - Parameter text: what somebody wrote.
  init(_ text: String) {
    var plain = Self.plain(text)
    while let first = plain.first, "=≈~≒".contains(first) { plain.removeFirst() }
    for name in ["percent", "per cent", "퍼센트", "pct"] where plain.hasSuffix(name) {
      plain = String(plain.dropLast(name.count)) + "%"
    }
    plain.removeAll { $0 == " " }
    guard !plain.isEmpty, plain.count <= 60 else {
      readings = []
      return
    }
    if plain.hasSuffix("%") {
      readings = Self.product(plain.dropLast()).map { $0 / 100 }
    } else {
      readings = Self.product(plain[...])
    }
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
      case 0x200B...0x200F, 0x2060, 0xFEFF: break
      default:
        if scalar.properties.isWhitespace { result += " " } else { result.unicodeScalars.append(scalar) }
      }
    }
    while result.first == " " || result.first == "`" { result.removeFirst() }
    while let last = result.last, " `.".contains(last), result.count > 1 { result.removeLast() }
    return result.lowercased()
  }

  /// What a product or a quotient comes to, in each way that its numbers can be read.
  private static func product(_ text: Substring) -> [Double] {
    if text.contains("/") {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2 else { return [] }
      return product(parts[0]).flatMap { above in product(parts[1]).map { above / $0 } }.filter(\.isFinite)
    }
    let parts = text.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count <= 8 else { return [] }
    return parts.reduce([1]) { all, part in Array(all.flatMap { value in number(part).map { value * $0 } }.prefix(16)) }
      .filter(\.isFinite)
  }

  /// The readings of one number.
  private static func number(_ text: Substring) -> [Double] {
    let plain = text.filter { $0 != "_" }
    guard plain.contains(where: \.isNumber), plain.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.,e".contains($0)) })
    else { return [] }
    guard plain.contains(",") else {
      if let value = Double(plain) { return [value] }
      return plain.wholeMatch(of: /[+-]?[0-9]{1,3}(\.[0-9]{3}){2,}/).flatMap { _ in Double(plain.filter { $0 != "." }) }
        .map { [$0] } ?? []
    }
    var readings: [Double] = []
    // Groups of three are thousands, unless the first is 0.
    if plain.wholeMatch(of: /[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?/) != nil {
      readings += Double(plain.filter { $0 != "," }).map { [$0] } ?? []
    }
    if plain.count(where: { $0 == "," }) == 1, !plain.contains(".") {
      readings += Double(plain.replacing(",", with: ".")).map { [$0] } ?? []
    } else if plain.wholeMatch(of: /[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+,[0-9]+/) != nil {
      readings += Double(plain.filter { $0 != "." }.replacing(",", with: ".")).map { [$0] } ?? []
    }
    return readings
  }
}
