internal import Digests
public import Labs

/// What a site knows of a lab in one language without having read it: all that other pages show of it, and what tells its own page from
/// one of another text.
public struct LabCard: Sendable {
  /// A link or a picture of the lab, with its line.
  public typealias Address = (address: String, line: Int, isPicture: Bool)

  /// The lab's own name in the course.
  public let id: String
  /// Its heading.
  let title: String
  /// The words of its first paragraph.
  let summary: String
  /// Its data set.
  let dataset: String
  /// The most minutes of training; nil where there is no limit.
  let minutes: Double?
  /// The labs to do first, by id.
  let after: [String]
  /// Its own file.
  let place: String
  /// The file that its words stand in; nil where they came with SegLab, or are in another language.
  public let file: String?
  /// The places in it that links lead to.
  public let anchors: LabAnchors
  /// Its pictures, and its links whose ends are a matter of other files or of none; those to places of its own that are there, and those
  /// to other computers, are left out.
  public let addresses: [Address]
  /// SHA-256 of its text and that of its words.
  let digest: String
  /// SHA-256 of its text in the language, as it stands beside its page; nil where none does.
  let markdown: String?

  /// What it was read from; nil where it was made of a lab. A course has hundreds, and nearly all of them are kept as they are.
  private let kept: ArraySlice<UInt8>?

  /// - Parameters:
  ///   - lab: the lab.
  ///   - text: its text in the language; nil where none is to stand beside its page.
  ///   - file: the file that its words stand in; nil where they came with SegLab, or are in another language.
  ///   - anchors: its places.
  init(_ lab: Lab, text: String?, file: String?, anchors: LabAnchors) {
    (id, title, dataset, after, place) = (lab.id, lab.title, lab.dataset, lab.after, lab.file)
    (minutes, summary) = (lab.budget?.minutes, LabSummaryText(lab).words)
    (self.file, self.anchors) = (file, anchors)
    addresses = lab.addresses.filter { address, _, isPicture in
      switch LabLink(address) {
      case .away: isPicture
      case .place(let place): isPicture || anchors.id(of: place) == nil
      case .lab, .file: true
      }
    }
    digest = SHA256.hash(parts: [lab.text, text ?? ""]).hexadecimal
    markdown = text.map { SHA256.hash(data: $0.utf8).hexadecimal }
    kept = nil
  }
}

extension LabCard {
  /// Adds the card to what is kept.
  func write(to kept: inout KeptWriter) {
    if let old = self.kept { return kept.add(old) }
    for text in [id, title, summary, dataset, place] { kept.add(text) }
    for text in [minutes.map { "\($0)" } ?? "", file ?? "", digest, markdown ?? ""] { kept.add(text) }
    kept.add(after)
    kept.add(anchors.known)
    kept.add(anchors.ids.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    kept.add(addresses.flatMap { [$0.address, String($0.line), $0.isPicture ? "1" : ""] })
  }

  /// Reads a card from what was kept.
  ///
  /// - Throws: where it is none.
  init(from kept: inout KeptReader) throws(KeptReader.Fault) {
    let start = kept.index
    (id, title, summary) = (try kept.text(), try kept.text(), try kept.text())
    (dataset, place) = (try kept.text(), try kept.text())
    let (minutes, file) = (try kept.text(), try kept.text())
    (self.minutes, self.file) = (Double(minutes), file.isEmpty ? nil : file)
    digest = try kept.text()
    let markdown = try kept.text()
    self.markdown = markdown.isEmpty ? nil : markdown
    after = try kept.texts()
    let known = try kept.texts()
    let ids = try kept.texts()
    guard ids.count.isMultiple(of: 2) else { throw KeptReader.Fault() }
    let pairs = stride(from: 0, to: ids.count, by: 2).map { (ids[$0], ids[$0 + 1]) }
    anchors = LabAnchors(known: known, ids: Dictionary(pairs) { first, _ in first })
    let parts = try kept.texts()
    guard parts.count.isMultiple(of: 3) else { throw KeptReader.Fault() }
    addresses = try stride(from: 0, to: parts.count, by: 3).map { start throws(KeptReader.Fault) in
      guard let line = Int(parts[start + 1]) else { throw KeptReader.Fault() }
      return (parts[start], line, !parts[start + 2].isEmpty)
    }
    self.kept = kept.read(since: start)
  }
}
