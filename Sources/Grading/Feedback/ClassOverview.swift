internal import Files
internal import Foundation
public import Messages
public import Pages
internal import Sessions

/// The page about a class: how points are spread, how each check went, where learners are stuck, and who did the same.
public struct ClassOverview {
  private let book: GradeBook
  private let lab: BookLab
  private let language: Language

  /// - Parameters:
  ///   - book: the book.
  ///   - lab: the lab.
  ///   - language: the language of the page.
  public init(_ book: GradeBook, _ lab: BookLab, language: Language) {
    (self.book, self.lab, self.language) = (book, lab, language)
  }

  /// The page's file, beside the book.
  public var path: String { book.folder.appendingPathComponent("overview-\(lab.id).html").path }

  /// Makes the page and writes it.
  ///
  /// - Parameter theme: how it looks.
  /// - Throws: `GradingProblem`, `PageError`, and where the disk refuses.
  public func write(theme: Theme) throws {
    let html = try SheetPage(theme: theme, language: language).html(content())
    try AtomicFile.write(html, to: path)
  }

  private func word(_ phrase: OverviewPhrase) -> String { phrase.text(in: language) }

  private func content() throws(GradingProblem) -> SheetPage.Content {
    let seconds = try book.judgingSeconds(lab: lab.id)
    let entries = try book.entries(of: lab.id)
    let findings = try book.ofEach(entries) { key, assessment in
      ClassStatistics.Findings(assessment, seconds: seconds[key] ?? 0)
    }
    let works = entries.map { ClassStatistics.Work(entry: $0, findings: $0.evidence.flatMap { findings[$0] }) }
    let figures = ClassStatistics(lab: lab, works: works)
    return SheetPage.Content(
      title: lab.title, kicker: word(.overview), facts: facts(figures), sections: sections(figures))
  }

  private func facts(_ figures: ClassStatistics) -> [String] {
    let all = figures.works.map(\.entry)
    let points = figures.points.sorted()
    var facts = [
      word(.learners(count: all.count, handedIn: all.count { $0.file != nil }))
    ]
    if !points.isEmpty {
      let middle = points.count / 2
      let median = points.count % 2 == 1 ? points[middle] : (points[middle - 1] + points[middle]) / 2
      facts.append(
        word(.points(mean: points.reduce(0, +) / Double(points.count), median: median, of: lab.scheme.total)))
    }
    let late = all.count { $0.grade?.late != nil }
    if late > 0 { facts.append(word(.late(count: late))) }
    let open = all.count { $0.state == .unmarked }
    if open > 0 { facts.append(word(.toMark(count: open))) }
    let changed = all.count { $0.proposed != nil }
    if changed > 0 { facts.append(GradingPhrase.proposed(count: changed).text(in: language)) }
    return facts
  }

  private func sections(_ figures: ClassStatistics) -> [SheetPage.Section] {
    func names(_ keys: [String]) -> String {
      keys.prefix(40).joined(separator: ", ") + (keys.count > 40 ? " … (\(keys.count))" : "")
    }
    var sections: [SheetPage.Section] = []
    let bars = figures.distribution
    sections.append(
      SheetPage.Section(
        heading: word(.distribution),
        bars: SheetPage.Bars(
          heights: bars, range: 0...max(1e-9, lab.scheme.total),
          description: word(.distributionWords(bars.map { Int($0) })), axes: (word(.pointsAxis), word(.learnersAxis)))))
    sections.append(
      SheetPage.Section(
        heading: word(.checks), note: word(.checksNote),
        columns: [word(.check), word(.passRate), word(.meanShare), word(.discrimination)],
        rows: figures.items.map { item in
          // The grade book's name for it names the cell already.
          let name = item.item.key + (item.item.name.map { "  " + $0.text(in: language) } ?? "")
          // One line, however narrow the column is.
          let passed =
            item.count == 0
            ? "–"
            : "\(item.passed) / \(item.count) (\((Double(item.passed) / Double(item.count)).percent))"
              .replacing(" ", with: "\u{A0}")
          return [
            name + (item.item.isHidden ? " · " + GradeLabel.hidden.text(in: language) : ""), passed, item.mean.percent,
            item.discrimination.map { $0.places(2) } ?? "–",
          ]
        }))
    let stuck = figures.stuck
    if !stuck.isEmpty {
      sections.append(
        SheetPage.Section(
          heading: word(.stuck), note: word(.stuckNote), columns: [word(.cell), word(.count), word(.who)],
          rows: stuck.map { [$0.cell, "\($0.learners.count)", names($0.learners)] }))
    }
    let mistakes = figures.mistakes
    if !mistakes.isEmpty {
      sections.append(
        SheetPage.Section(
          heading: word(.mistakes), note: word(.mistakesNote),
          columns: [word(.cell), word(.message), word(.count), word(.who)],
          rows: mistakes.prefix(60).map { group in
            let words = group.message.text(in: language).split(separator: "\n").first.map { String($0.prefix(300)) }
            return [
              group.cell, "\(words ?? "") (\(group.message.id))", "\(group.learners.count)", names(group.learners),
            ]
          }))
    }
    let networks = figures.networks
    if !networks.isEmpty {
      sections.append(
        SheetPage.Section(
          heading: word(.networks), note: word(.networksNote), columns: [word(.network), word(.count), word(.who)],
          rows: networks.prefix(60).map {
            [String($0.digest.prefix(12)), "\($0.learners.count)", names($0.learners)]
          }))
    }
    let unjudged = figures.unjudged
    if !unjudged.isEmpty {
      sections.append(
        SheetPage.Section(
          heading: word(.unjudged), note: word(.unjudgedNote), columns: [word(.who), word(.message)],
          rows: unjudged.map { [$0.work.entry.student.key, $0.message?.text(in: language) ?? ""] }))
    }
    let slowest = figures.slowest
    if !slowest.isEmpty {
      sections.append(
        SheetPage.Section(
          heading: word(.slowest), note: word(.slowestNote), columns: [word(.who), word(.seconds)],
          rows: slowest.map { [$0.work.entry.student.key, $0.seconds.places(1)] }))
    }
    return sections
  }
}
