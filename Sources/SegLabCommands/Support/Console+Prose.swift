extension Console {
  /// An author's Markdown as a terminal shows it: emphasis as such where there is colour, else without its stars. Code keeps its ticks.
  func prose(_ markdown: String) -> String {
    // Every second piece stands between ticks; a star in there is a product.
    markdown.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { number, piece in
      guard number.isMultiple(of: 2) else { return String(piece) }
      return String(piece)
        .replacing(/\*\*(\S(?:[^*]*\S)?)\*\*/) { styled(String($0.output.1), .bold) }
        .replacing(/\*(\S(?:[^*]*\S)?)\*/) { styled(String($0.output.1), .emphasis) }
    }.joined(separator: "`")
  }
}
