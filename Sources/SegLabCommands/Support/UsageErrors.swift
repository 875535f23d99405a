internal import Messages

/// What the argument parser says of a wrong use, in Korean; it knows English alone.
enum UsageErrors {
  /// The text with the line that says what is wrong in Korean, where it is one that is known.
  static func inKorean(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (number, line) in lines.enumerated() where line.hasPrefix("Error: ") {
      if let said = said(String(line.dropFirst(7))) { lines[number] = "오류: " + said }
    }
    return lines.joined(separator: "\n")
  }

  private static func said(_ words: String) -> String? {
    if let found = words.wholeMatch(of: /Unknown option '(.+?)'\. Did you mean '(.+?)'\?/) {
      return "‘\(found.output.1)’ 옵션은 없어요. 혹시 ‘\(found.output.2)’인가요?"
    }
    if let found = words.wholeMatch(of: /Unknown option '(.+?)'\.?/) { return "‘\(found.output.1)’ 옵션은 없어요." }
    if let found = words.wholeMatch(of: /Missing value for '(.+?)'\.?/) {
      return "‘\(found.output.1)’ 옵션 뒤에 값이 빠졌어요."
    }
    if let found = words.wholeMatch(of: /Unexpected argument '(.+?)'\.?/) {
      return "‘\(found.output.1)’ 인자는 여기에 필요 없어요."
    }
    if let found = words.wholeMatch(of: /([0-9]+) unexpected arguments: (.+)/) {
      return "필요 없는 인자가 \(found.output.1)개 있어요: \(found.output.2)"
    }
    if let found = words.wholeMatch(of: /Missing expected argument '(.+?)'\.?/) {
      return "‘\(found.output.1)’ 인자가 빠졌어요."
    }
    if let found = words.wholeMatch(of: /Missing one of: (.+)/) { return "다음 가운데 하나가 빠졌어요: \(found.output.1)" }
    if let found = words.wholeMatch(
      of: /The value '(.*?)' is invalid for '(.+?)'(?:\. Please provide one of (.+?)\.?)?/)
    {
      let known = found.output.3.map {
        " \($0.replacing(" and ", with: ", ").replacing(" or ", with: ", ")) 가운데 하나를 써 보세요."
      }
      return "‘\(found.output.1)’: ‘\(found.output.2)’에 쓸 수 없는 값이에요.\(known ?? "")"
    }
    return nil
  }
}
