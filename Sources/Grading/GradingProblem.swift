public import Messages

/// Why a class cannot be graded as asked: a bad file, or something that is missing here.
public enum GradingProblem: Error, Sendable {
  /// The points of a lab's parts do not fit those of the whole.
  case points(lab: String, total: Double, parts: Double)
  /// Nothing is handed in at `path`.
  case noSubmissions(path: String)
  /// What lies at `path` cannot be read.
  case unreadable(path: String, reason: String)
  /// Something cannot be written.
  case notWritten(path: String, reason: String)
  /// There is no grade book at `path`.
  case noBook(path: String)
  /// The grade book cannot be used; why, in the database's words.
  case book(path: String, reason: String)
  /// The grade book is damaged.
  case damagedBook(path: String, reason: String)
  /// Another program writes to the grade book.
  case bookLocked(path: String)
  /// The grade book was made by a newer version.
  case newerBook(path: String)
  /// No student of the book is meant by a word, or several are.
  case student(asked: String, near: [String])
  /// The book has no such lab, or several, of which none was named.
  case lab(asked: String?, known: [String])
  /// No thing of the lab has this name.
  case item(asked: String, known: [String])
  /// A file to be filled in is none that is understood.
  case sheet(path: String, SheetTrouble)
  /// What was asked for cannot be; the words for it.
  case other(Message)

  /// What happened, and what to try first.
  public var phrase: any Phrase {
    switch self {
    case .points(let lab, let total, let parts): GradingPhrase.points(lab: lab, total: total, parts: parts)
    case .noSubmissions(let path): GradingPhrase.noSubmissions(path: path)
    case .unreadable(let path, let reason): GradingPhrase.unreadable(path: path, reason: reason)
    case .notWritten(let path, let reason): CommandPhrase.notWritten(path: path, reason: reason)
    case .noBook(let path): BookPhrase.noBook(path: path)
    case .book(let path, let reason): BookPhrase.unusable(path: path, reason: reason)
    case .damagedBook(let path, let reason): BookPhrase.damaged(path: path, reason: reason)
    case .bookLocked(let path): BookPhrase.locked(path: path)
    case .newerBook(let path): BookPhrase.newer(path: path)
    case .student(let asked, let near): BookPhrase.noStudent(asked: asked, near: near)
    case .lab(let asked, let known): BookPhrase.noLab(asked: asked, known: known)
    case .item(let asked, let known): BookPhrase.noItem(asked: asked, known: known)
    case .sheet(let path, let trouble): SheetPhrase.sheet(path: path, trouble)
    case .other(let message): message.phrase
    }
  }
}
