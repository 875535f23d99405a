/// What is wrong with a grade sheet that was to be filled in.
public enum SheetTrouble: Codable, Sendable, Hashable {
  /// The file cannot be read, for the system's reason.
  case unreadable(String)
  /// It is no table: a quote is left open, or it is empty.
  case noTable
  /// It is not text in UTF-8 or UTF-16.
  case notText
  /// It is none of this system.
  case foreign(system: String)
  /// The column for the grade is not to be found; what columns there are.
  case noColumn(asked: String?, known: [String])
}

/// What is said of a grade sheet that was to be filled in.
public enum SheetPhrase: Phrase {
  /// Something is wrong with it.
  case sheet(path: String, SheetTrouble)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension SheetPhrase {
  var english: String {
    switch self {
    case .sheet(let path, .unreadable(let reason)): return "\(path) cannot be read: \(reason)"
    case .sheet(let path, .noTable):
      return
        "\(path) is no table of values parted by commas, semicolons or tabs. Name the file as the learning system gave it to you."
    case .sheet(let path, .notText): return "\(path) is not text. Name the file as the learning system gave it to you."
    case .sheet(let path, .foreign(let system)):
      return "\(path) is no grade sheet of \(system): download it there once more and name it as it is."
    case .sheet(let path, .noColumn(let asked, let known)):
      let first = asked.map { "\(path) has no column “\($0)”." } ?? "Which column of \(path) is the lab's?"
      return "\(first) Name one with --column: \(known.listedInEnglish)"
    }
  }
}

// MARK: Korean

extension SheetPhrase {
  var korean: String {
    switch self {
    case .sheet(let path, .unreadable(let reason)): return "\(path): 읽을 수 없어요. \(reason)"
    case .sheet(let path, .noTable):
      return "\(path) 파일은 쉼표나 세미콜론, 탭으로 나눈 표가 아니에요. 학습 관리 시스템에서 받은 파일을 그대로 써 보세요."
    case .sheet(let path, .notText): return "\(path) 파일은 텍스트가 아니에요. 학습 관리 시스템에서 받은 파일을 그대로 써 보세요."
    case .sheet(let path, .foreign(let system)):
      return "\(path) 파일은 \(system)의 성적표가 아니에요. 거기서 다시 내려받아 그대로 써 보세요."
    case .sheet(let path, .noColumn(let asked, let known)):
      let first = asked.map { "\(path) 파일에 “\($0)” 열이 없어요." } ?? "\(path) 파일의 어느 열이 이 실습인가요?"
      return "\(first) --column으로 골라 보세요: \(known.listedInKorean)"
    }
  }
}
