internal import Checking
internal import Imaging
internal import Labs
internal import Markup
internal import Messages

/// Turns a course into what the home page shows.
struct HomeViewBuilder {
  let site: SiteBuilder
  let language: Language
  /// Where the pictures go.
  let drawn: DrawnPictures

  /// The whole page.
  var view: HomeView {
    let titles = Dictionary(
      site.source.labs.compactMap { lab in lab.cards[language].map { ($0.id, $0.title) } }
    ) { first, _ in first }
    return HomeView(
      words: SiteLabel.words(in: language), title: site.theme.site.title,
      description: site.theme.site.description[language] ?? "",
      labs: site.source.labs.enumerated().compactMap { place, pages in
        pages.cards[language].map { entry(of: $0, pages, number: place + 1, titles: titles) }
      },
      sets: site.source.sets.map { LinkView(words: $0.name, url: "data/\($0.name).html") },
      hasSets: !site.source.sets.isEmpty)
  }

  private func entry(
    of lab: LabCard, _ pages: SiteSource.LabPages, number: Int, titles: [String: String]
  ) -> HomeView.Entry {
    var facts: [FactView] = []
    func add(_ label: PageLabel, _ value: String) {
      facts.append(FactView(term: label.text(in: language), details: InertText.html(value)))
    }
    if !lab.dataset.isEmpty { add(.dataset, lab.dataset) }
    if let minutes = lab.minutes {
      add(.budget, PagePhrase.budget(parameters: nil, minutes: minutes).text(in: language))
    }
    let before = lab.after.map { titles[$0] ?? $0 }
    if !before.isEmpty { add(.after, before.joined(separator: ", ")) }
    return HomeView.Entry(
      number: String(number), url: "labs/\(pages.name).html", title: lab.title, summary: lab.summary,
      facts: facts, picture: picture(of: pages.report))
  }

  /// The prediction that came out best in the lab's last training.
  private func picture(of report: LabReport?) -> HomeView.Picture? {
    guard let best = report?.bestOverlay else { return nil }
    let picture = OverlayPicture(best)
    return HomeView.Picture(
      source: drawn.address(of: picture.predicted.file), width: picture.width, height: picture.height,
      alternative: PagePhrase.predictionShown(name: best.name, share: picture.counts.predictionShare).text(in: language)
    )
  }
}

extension LabReport {
  /// The prediction that came out best in the last training that has any; nil where none has.
  var bestOverlay: Overlay? {
    experiments.last { !$0.overlays.isEmpty }?.overlays.max { $0.dice < $1.dice }
  }
}

/// The first paragraph of a lab: what it is about.
struct LabSummaryText {
  /// The paragraph's words; empty where the lab begins with none.
  let words: String

  /// - Parameter lab: the lab.
  init(_ lab: Lab) {
    let paragraphs = lab.prose.lazy.flatMap(\.blocks).compactMap { block in
      if case .paragraph(let inlines) = block.kind { return inlines.words }
      return nil as String?
    }
    words = paragraphs.first ?? ""
  }
}
