/// What a suggestion comes to in a file: lines that are replaced.
public struct LineChange: Codable, Sendable, Hashable {
  /// The first line that is replaced, from 1.
  public let line: Int
  /// The last one; the line before ``line`` where nothing is replaced and a line is put before it.
  public let through: Int
  /// What stands there then; empty where the lines go.
  ///
  /// One line without its indentation, which is the blanks and tabs of the line that stood there; several lines each with its own.
  public let text: String

  /// - Parameters:
  ///   - line: the first line that is replaced.
  ///   - through: the last one.
  ///   - text: what stands there then.
  public init(_ line: Int, through: Int, _ text: String) {
    (self.line, self.through, self.text) = (line, through, text)
  }

  /// Some lines as ``text`` has them.
  public static func text(of lines: some Sequence<String>) -> String {
    var text = lines.joined(separator: "\n")
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.contains("\n") ? text : String(text.drop(while: \.isWhitespace))
  }
}

extension Message {
  /// What this suggestion comes to.
  ///
  /// - Parameters:
  ///   - line: the line that the message beside it is about.
  ///   - summary: that message.
  /// - Returns: the changes, from the last line up, so that one does not move the next; empty for a suggestion in words.
  public func changes(at line: Int, of summary: Message) -> [LineChange] {
    if let phrase = phrase as? AdvisedPhrase {
      switch phrase {
      case .write(let text, let number, _):
        let place = number == 0 ? line : number
        return [LineChange(place, through: place, text)]
      case .insert(let text, let before, _): return [LineChange(before, through: before - 1, text)]
      case .remove(let number, _):
        let place = number == 0 ? line : number
        return [LineChange(place, through: place, "")]
      }
    }
    switch self.phrase {
    case LabAdvicePhrase.beginFenceWith(let fence): return [LineChange(line, through: line, fence)]
    case LabAdvicePhrase.closeFenceBefore(let fence, let place): return [LineChange(place, through: place - 1, fence)]
    case LabAdvicePhrase.fenceOnOwnLine(let words, let fence, let place):
      return [LineChange(place, through: place, words + "\n" + fence)]
    case LabAdvicePhrase.fenceForSigns(_, let fence, let place): return [LineChange(place, through: place, fence)]
    case LabAdvicePhrase.nameFence(let fence, let place): return [LineChange(place, through: place, fence)]
    default: break
    }
    if let phrase = phrase as? WorkbenchPhrase, phrase == .dropImport || phrase == .dropLine {
      return [LineChange(line, through: line, "")]
    }
    guard let phrase = phrase as? SlipPhrase else { return [] }
    switch phrase {
    case .write(let text): return [LineChange(line, through: line, text)]
    case .writeLikewise(let text, let others):
      return ([LineChange(line, through: line, text)] + others).sorted { $0.line > $1.line }
    case .writeLines(let text, let last): return [LineChange(line, through: last, text)]
    case .removeLine: return [LineChange(line, through: line, "")]
    case .removeLikewise(let others):
      return ([LineChange(line, through: line, "")] + others).sorted { $0.line > $1.line }
    case .moveUp(let before):
      guard case .madeInside(_, let text)? = summary.phrase as? SlipPhrase else { return [] }
      return [LineChange(line, through: line, ""), LineChange(before, through: before - 1, text)]
    default: return []
    }
  }
}
