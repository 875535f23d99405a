public import Checking
internal import Imaging
public import Labs
public import Messages

/// A lab's page that changes while somebody looks at it: whole at first, then the parts of it that are other than before.
public struct LiveLab: Sendable {
  private let theme: Theme
  private let language: Language
  /// The fixed words of every page, and the notebook's own, by name.
  private let words, notebookWords: [String: String]

  /// - Parameters:
  ///   - theme: how the page looks.
  ///   - language: the language of all words that are not the lab's own.
  public init(theme: Theme, language: Language) {
    self.theme = theme
    self.language = language
    (words, notebookWords) = (PageLabel.words(in: language), NotebookLabel.words(in: language))
  }

  /// What stands around the lab.
  public struct Frame: Sendable {
    /// The lab as addresses call it.
    public var name: String
    /// What the script has to know, by name; each becomes a `data-` attribute.
    public var settings: [String: String]
    /// The labs of the course by address and title, this one among them.
    public var labs: [(name: String, title: String)]

    /// - Parameters: the parts, as documented on each property.
    public init(name: String, settings: [String: String], labs: [(name: String, title: String)]) {
      self.name = name
      self.settings = settings
      self.labs = labs
    }
  }

  /// The whole page.
  ///
  /// - Parameters:
  ///   - lab: the lab with the learner's code.
  ///   - report: what was found out about it; nil where nothing is known yet.
  ///   - frame: what stands around it.
  /// - Returns: the page's text.
  public func html(lab: Lab, report: LabReport?, in frame: Frame) -> String {
    let view = view(of: lab, report)
    let content = theme.render("notebook-lab", with: LiveLabView(lab: view, words: words, notebook: notebookWords))
    return page(
      title: lab.title, content: content, settings: frame.settings,
      navigation: frame.labs.map {
        LinkView(words: $0.title, url: "/labs/\($0.name)", isCurrent: $0.name == frame.name)
      })
  }

  /// The parts of the page that can change, as HTML by their `id`.
  ///
  /// - Parameters:
  ///   - lab: the lab with the learner's code.
  ///   - report: what was found out about it.
  /// - Returns: each cell by its anchor, and `part-summary`, `part-messages`, `part-contents`, `part-printed`.
  public func parts(lab: Lab, report: LabReport?) -> [String: String] {
    let view = view(of: lab, report)
    var parts: [String: String] = [:]
    func part(_ id: String, _ part: LivePart) { parts[id] = theme.render("notebook-part", with: part) }
    for block in view.blocks {
      if let code = block.code, code.isExercise { part(code.anchor, LivePart(words: words, code: code)) }
      if let experiment = block.experiment {
        part(experiment.anchor, LivePart(words: words, experiment: experiment))
      }
      if let question = block.question { part(question.anchor, LivePart(words: words, question: question)) }
    }
    part("part-summary", LivePart(words: words, summary: view.summary))
    part("part-messages", LivePart(words: words, looseMessages: view.looseMessages))
    part("part-contents", LivePart(words: words, table: ContentsPart(words: words, contents: view.contents)))
    part("part-printed", LivePart(words: words, printout: view.printout))
    return parts
  }

  /// The list of a course's labs.
  public func home(title: String, lines: [HomeLine], settings: [String: String]) -> String {
    let view = LiveHomeView(
      words: words, notebook: notebookWords, title: title,
      lines: lines.map { line in
        LiveHomeView.Line(
          url: "/labs/\(line.name)", title: line.title, file: line.file, isNext: line.isNext,
          tally: PagePhrase.tally(passed: line.passed, cells: line.cells).text(in: language),
          outcome: line.isBegun
            ? VerdictView(begun: line.passed, of: line.cells, in: language) : VerdictView(line.verdict, in: language))
      })
    return page(
      title: title, content: theme.render("notebook-home", with: view), settings: settings, navigation: [])
  }

  /// One lab of the list.
  public struct HomeLine: Sendable {
    let name: String
    let title: String
    let file: String
    let passed: Int
    let cells: Int
    let verdict: Verdict
    let isBegun: Bool
    let isNext: Bool

    /// - Parameters:
    ///   - name: the lab as addresses call it.
    ///   - title: its title.
    ///   - file: its file.
    ///   - passed: how many of its cells passed.
    ///   - cells: how many there are.
    ///   - verdict: how far it has come.
    ///   - isBegun: whether some of its cells passed, and none of what there is fails.
    ///   - isNext: whether it is the one to do next.
    public init(
      name: String, title: String, file: String, passed: Int, cells: Int, verdict: Verdict, isBegun: Bool, isNext: Bool
    ) {
      (self.name, self.title, self.file) = (name, title, file)
      (self.passed, self.cells, self.verdict) = (passed, cells, verdict)
      (self.isBegun, self.isNext) = (isBegun, isNext)
    }
  }

  /// A page that says one thing: why nothing else is shown, and what to do.
  ///
  /// - Parameters:
  ///   - title: the heading.
  ///   - words: what to say, a paragraph each; code stands in ticks.
  /// - Returns: the page's text.
  public func notice(title: String, _ words: [any Phrase]) -> String {
    notice(title: title, html: words.map { InlineWords.html($0.text(in: language)) }.joined(separator: "</p>\n<p>"))
  }

  /// As ``notice(title:_:)``, with words that are HTML already.
  public func notice(title: String, html: String) -> String {
    theme.render(
      "notebook-closed", with: LiveNoticeView(language: language.rawValue, title: title, paragraphs: [html]))
  }

  /// A phrase as HTML for the inside of a paragraph.
  public static func html(of phrase: any Phrase, in language: Language) -> String {
    InlineWords.html(phrase.text(in: language))
  }

  /// A prediction over its image, as a picture that is its own address, and what it shows, for who cannot see it.
  public static func prediction(in overlay: Overlay, _ language: Language) -> (source: String, words: String) {
    let picture = OverlayPicture(overlay)
    let words = PagePhrase.predictionShown(name: overlay.name, share: picture.counts.predictionShare)
    return (picture.predicted.address, words.text(in: language))
  }

  /// A sweep as far as it has come, as HTML.
  ///
  /// - Parameters:
  ///   - runs: its trainings that are done.
  ///   - experiment: the experiment.
  /// - Returns: its pictures and its table; nothing where none is done.
  public func sweep(_ runs: [SweepRun], of experiment: String) -> String {
    LabViewBuilder.sweep(runs, id: "growing-" + experiment, in: language).map { theme.render("table", with: $0) } ?? ""
  }

  private func view(of lab: Lab, _ report: LabReport?) -> LabView {
    var builder = LabViewBuilder(lab: lab, report: report, language: language, hasScript: true)
    return builder.view(labels: words)
  }

  private func page(title: String, content: String, settings: [String: String], navigation: [LinkView]) -> String {
    theme.render(
      "notebook",
      with: LivePageView(
        words: words, notebook: notebookWords, site: SiteLabel.words(in: language), language: language.rawValue,
        pageTitle: "\(title) · \(theme.site.title)",
        siteTitle: theme.site.title, content: content, navigation: navigation, hasNavigation: !navigation.isEmpty,
        settings: settings.sorted { $0.key < $1.key }.map { LivePageView.Setting(name: $0.key, value: $0.value) }))
  }
}

/// The frame of a live page as its template shows it.
struct LivePageView {
  let words: [String: String]
  let notebook: [String: String]
  /// What figures and tables say of themselves, as on a site.
  let site: [String: String]
  let language: String
  let pageTitle: String
  let siteTitle: String
  let content: String
  let navigation: [LinkView]
  let hasNavigation: Bool
  let settings: [Setting]

  /// Something that the script has to know.
  struct Setting {
    let name: String
    let value: String
  }
}

/// A live lab as its template shows it.
struct LiveLabView {
  let words: [String: String]
  let notebook: [String: String]
  let title: String
  let about: [FactView]
  let summary: SummaryView?
  let contents: ContentsView
  let looseMessages: MessagesView?
  let blocks: [BlockView]
  let printout: PrintoutView?

  init(lab: LabView, words: [String: String], notebook: [String: String]) {
    (self.words, self.notebook) = (words, notebook)
    (title, about, summary, contents) = (lab.title, lab.about, lab.summary, lab.contents)
    (looseMessages, blocks, printout) = (lab.looseMessages, lab.blocks, lab.printout)
  }
}

/// One part of a live page: one of these is not nil, or none where the part is empty.
struct LivePart {
  let words: [String: String]
  var code: CodeView?
  var experiment: ExperimentView?
  var question: QuestionView?
  var summary: SummaryView?
  var looseMessages: MessagesView?
  var printout: PrintoutView?
  var table: ContentsPart?
}

/// The table of contents as its own template asks for it.
struct ContentsPart {
  let words: [String: String]
  let contents: ContentsView
}

/// The list of labs as its template shows it.
struct LiveHomeView {
  let words: [String: String]
  let notebook: [String: String]
  let title: String
  let lines: [Line]

  /// One lab.
  struct Line {
    let url: String
    let title: String
    let file: String
    let isNext: Bool
    let tally: String
    let outcome: VerdictView
  }
}

/// A page that says one thing.
struct LiveNoticeView {
  let language: String
  let title: String
  /// What is said, as HTML.
  let paragraphs: [String]
}
