internal import Messages

/// Layers and steps in a list, as other libraries keep them: `transforms.Compose([ … ])`, `nn.Sequential( … )`; and steps that nobody needs here.
enum ForeignSequences {
  private static let sequences = [
    "compose": "Preprocessing", "sequential": "Network", "modulelist": "Network",
  ]
  private static let needless: Set<String> = [
    "totensor", "totensorv2", "toimage", "topilimage", "todtype", "grayscale", "tofloat", "converttotensor",
    "convertimagedtype", "toarray", "permute", "unsqueeze", "squeeze",
  ]

  /// Steps of other libraries that nothing here does.
  private static let unknown: Set<String> = [
    "gaussianblur", "medianblur", "blur", "randomerasing", "coarsedropout", "cutout", "randomcrop", "randomresizedcrop",
    "randomposterize", "randomsolarize", "randomequalize", "equalize", "autocontrast", "randomautocontrast", "clahe",
    "randomperspective", "perspective", "griddistortion", "opticaldistortion", "randomgamma", "randomshear", "sharpen",
    "pad", "fivecrop", "randominvert", "invert", "mixup", "cutmix", "lambda",
  ]

  /// What is found.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let lists = text.tokens.indices.compactMap { list(at: $0, in: text) }
    return lists.isEmpty ? steps(in: text, context) : lists
  }

  private static func list(at index: Int, in text: CellText) -> Slip? {
    guard let ours = sequences[text.tokens[index].text.lowercased()], text.sees("(", at: index + 1),
      let outer = text.closing(index + 1)
    else { return nil }
    var start = index
    while text.sees(".", at: start - 1), text[at: start - 2]?.kind == .word { start -= 2 }
    let isListed = text.sees("[", at: index + 2) && text.closing(index + 2) == outer - 1
    let open = isListed ? index + 2 : index + 1
    guard let inside = text[at: open + 1], inside.line > text.tokens[open].line,
      text.tokens[open].line == text.tokens[start].line
    else { return nil }
    let close = isListed ? outer - 1 : outer
    var made = ours
    if ours == "Network" {
      let name = text.sees("=", at: start - 1) ? text[at: start - 2]?.text : nil
      made += "(\"\(name ?? "network")\")"
    }
    let found = text.text(start...open)
    return Slip(
      text.tokens[start], .sequence(found: found, written: made + " {"),
      [text.replace(start...open, by: made + " {"), text.replace(close...outer, by: "}")])
  }

  private static func steps(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let blocks = BuilderLines(text)
    guard !blocks.isEmpty else { return [] }
    return text.lines.indices.compactMap { line in
      guard blocks.kind(ofLine: line) == .steps else { return nil }
      let range = text.indices(ofLine: line)
      var name = range.lowerBound
      guard range.contains(name) else { return nil }
      while text.sees(".", at: name + 1), range.contains(name + 2) { name += 2 }
      let plain = text.tokens[name].text.plainName
      guard needless.contains(plain) || unknown.contains(plain), !context.names.contains(text.tokens[name].text) else {
        return nil
      }
      // Nothing else may stand on the line.
      let end = text.sees("(", at: name + 1) ? text.closing(name + 1) : name
      guard let end, range.contains(end), range.suffix(from: end + 1).allSatisfy({ text.sees(",", at: $0) }) else {
        return nil
      }
      return Slip(
        text.tokens[range.lowerBound],
        needless.contains(plain) ? .needlessStep(text.tokens[name].text) : .unknownStep(text.tokens[name].text),
        [text.emptying(line)])
    }
  }
}
