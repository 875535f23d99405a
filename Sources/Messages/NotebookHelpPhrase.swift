/// The words of `--help` for the notebook.
public enum NotebookHelpPhrase: Wording, CaseIterable {
  /// `seglab notebook`.
  case notebook
  /// What comes after its options.
  case discussion
  /// The lab argument.
  case lab
  /// `--port`.
  case port
  /// `--no-open`.
  case noOpen
  /// `--read-only`.
  case readOnly
  /// `--list`.
  case list

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension NotebookHelpPhrase {
  var english: String {
    switch self {
    case .notebook: "Open the course in your browser, where you write, check and train."
    case .discussion:
      "It listens on this machine alone, and lets nobody in without the link that it shows. Your labs' files stay the truth: an editor beside it, `seglab run` and the notebook show the same lab."
    case .lab: "The lab to open; left out: the list of labs."
    case .port: "The port to listen at; left out: the first that is free."
    case .noOpen: "Only show the link; open no browser."
    case .readOnly: "Write and train nothing, for a lecture."
    case .list: "List the notebooks that are open."
    }
  }
}

// MARK: Korean

extension NotebookHelpPhrase {
  var korean: String {
    switch self {
    case .notebook: "브라우저에서 과정을 열어 쓰고, 확인하고, 학습시켜요."
    case .discussion:
      "이 컴퓨터 안에서만 열리고, 보여 주는 링크가 없으면 아무도 들어올 수 없어요. 실습 파일이 언제나 기준이에요. 옆에 연 편집기, `seglab run`, 노트북이 모두 같은 실습을 보여 줘요."
    case .lab: "열 실습. 쓰지 않으면 실습 목록을 열어요."
    case .port: "열 포트. 쓰지 않으면 비어 있는 첫 포트."
    case .noOpen: "링크만 보여 주고 브라우저는 열지 않아요."
    case .readOnly: "수업할 때: 쓰거나 학습시키지 않아요."
    case .list: "열려 있는 노트북을 보여 줘요."
    }
  }
}
