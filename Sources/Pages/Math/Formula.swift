/// A formula in TeX as HTML: MathML where every command in it is known, and the TeX itself where one is not.
enum Formula {
  /// The longest formula that is looked at, in characters.
  private static let longest = 4000

  /// - Parameters:
  ///   - tex: the formula, without its dollar signs.
  ///   - display: whether it stands on a line of its own.
  /// - Returns: a `math` or `code` element.
  static func html(_ tex: String, display: Bool) -> String {
    let text = InertText.html(tex)
    var parser = TeXParser(tex, display: display)
    guard tex.count <= longest, let content = parser.formula() else {
      return "<code class=\"tex\">\(text)</code>"
    }
    let block = display ? " display=\"block\"" : ""
    return "<math\(block) alttext=\"\(text)\"><mrow>\(content)</mrow></math>"
  }
}
