internal import Messages

/// Numbers with a sign before or in them that no number has here: `~0.01`, `≈ 0.01`, `8°`, `0..01`.
enum NumberSigns {
  /// What is found, one a value.
  static func slips(in text: CellText) -> [Slip] {
    CallReader.wantedNumbers(in: text).compactMap { range in
      let (found, first) = (text.text(range), text.tokens[range.lowerBound])
      guard found.utf8.count <= 20, first.line == text.tokens[range.upperBound].line else { return nil }
      func mended(_ written: String, _ what: SlipPhrase) -> Slip {
        Slip(first, what, [text.replace(range, by: written)])
      }
      if let about = found.wholeMatch(of: /[~∼≈≒±]\s*([0-9][0-9.]*)/) {
        let written = String(about.output.1)
        return mended(written, .numberWord(found: found, written: written))
      }
      if let angle = found.wholeMatch(of: /([0-9][0-9.]*)\s*°/) {
        return mended(String(angle.output.1), .unit(found: found, written: String(angle.output.1)))
      }
      guard let twice = found.wholeMatch(of: /([0-9]+)\.\.([0-9]+)/) else { return nil }
      let written = "\(twice.output.1).\(twice.output.2)"
      return mended(written, .pointAlone(found: found, written: written))
    }
  }
}
