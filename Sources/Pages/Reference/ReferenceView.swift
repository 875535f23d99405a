/// The first page of the reference as its template shows it.
struct ReferenceIndexView {
  let words: [String: String]
  let groups: [Group]

  /// One page.
  struct Group {
    let title: String
    let url: String
    let entries: [LinkView]
    /// Whether there are entries.
    let hasEntries: Bool
  }
}

/// A page of layers, settings or steps.
struct ReferenceView {
  let words: [String: String]
  let title: String
  let symbols: [Symbol]

  /// One of them.
  struct Symbol {
    let name: String
    let anchor: String
    /// What it does, as HTML.
    let text: String
    /// How it is called, as HTML; nil for a type of values.
    let signature: String?
    /// What it does to a few numbers, step by step; nil where nothing is drawn.
    let figure: OperationView?
    let settings: Settings?
    let cases: Cases?
  }

  /// The table of settings.
  struct Settings {
    let settingRows: [Setting]
  }

  /// A setting.
  struct Setting {
    let name: String
    /// Whether it is written without its name.
    let isUnlabelled: Bool
    /// Its type, as HTML.
    let type: String
    /// Its default, as HTML; nil where it must be written.
    let fallback: String?
    let bounds: String?
    /// What it means, as HTML.
    let meaning: String
  }

  /// The table of a type's values.
  struct Cases {
    let caseRows: [Case]
  }

  /// A value.
  struct Case {
    /// How it is written, as HTML.
    let signature: String
    /// What it does, as HTML.
    let meaning: String
  }
}

/// The page of checks.
struct ChecksReferenceView {
  let words: [String: String]
  let groups: [Group]

  /// Checks that look at the same.
  struct Group {
    let title: String
    let forms: [Form]
  }

  /// One check.
  struct Form {
    let name: String
    let example: String
    /// What it asks, as HTML.
    let meaning: String
  }
}

/// The page of messages.
struct MessagesReferenceView {
  let words: [String: String]
  let topics: [Topic]

  /// The messages of one topic.
  struct Topic {
    let name: String
    let rows: [Row]
  }

  /// One message.
  struct Row {
    let id: String
    let texts: [Said]
  }

  /// A message in one language.
  struct Said {
    let language: String
    /// The words, as HTML.
    let words: String
  }
}
