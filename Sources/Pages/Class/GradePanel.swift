/// What a page about somebody's work says of its grade, in words.
public struct GradePanel: Sendable {
  /// Its heading.
  public let heading: String
  /// The points, as a sentence.
  public let total: String
  /// What was reached, thing by thing.
  public let rows: [Row]
  /// What else is to be known: lateness, decisions, how the file was found.
  public let notes: [String]

  /// One thing of the grade.
  public struct Row: Sendable {
    /// What it is.
    public let name: String
    /// The points, as words.
    public let points: String
    /// The verdict, for its color: `passed`, `not-yet` and the like.
    public let slug: String
    /// The verdict as a word.
    public let word: String
    /// What a person wrote about it; nil where nobody did.
    public let remark: String?

    /// - Parameters: the parts, as documented on each property.
    public init(name: String, points: String, slug: String, word: String, remark: String?) {
      (self.name, self.points, self.slug, self.word, self.remark) = (name, points, slug, word, remark)
    }
  }

  /// - Parameters: the parts, as documented on each property.
  public init(heading: String, total: String, rows: [Row], notes: [String]) {
    (self.heading, self.total, self.rows, self.notes) = (heading, total, rows, notes)
  }
}
