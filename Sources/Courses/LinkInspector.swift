public import Diagnostics
internal import Files
internal import Foundation
public import Labs
internal import Messages

/// Looks where the links and pictures of labs lead: to files that are there, to headings and cells that there are.
public struct LinkInspector: Sendable {
  /// The most files of a folder among which one is looked for that may be meant.
  private static let mostFiles = 1_000

  /// The places of each lab, by its file name without its ending.
  private let labs: [String: LabAnchors]
  /// Whether the texts are to stand on a site, which has no other files than labs and pictures.
  private let isSite: Bool

  /// - Parameters:
  ///   - labs: the labs of the course, in the language of the texts, each with its file name without its ending.
  ///   - isSite: whether the texts are to stand on a site.
  public init(labs: [(name: String, lab: Lab)], isSite: Bool = false) {
    self.init(anchors: Dictionary(labs.map { ($0.name, LabAnchors(of: $0.lab)) }) { first, _ in first }, isSite: isSite)
  }

  /// - Parameters:
  ///   - anchors: the places of each lab, by its file name without its ending.
  ///   - isSite: whether the texts are to stand on a site.
  public init(anchors: [String: LabAnchors], isSite: Bool) {
    labs = anchors
    self.isSite = isSite
  }

  /// What is wrong with the links of a lab.
  ///
  /// - Parameters:
  ///   - lab: the lab.
  ///   - file: the file that its words stand in: its own, or that of its translation.
  /// - Returns: one message for each, in the order of the text.
  public func diagnostics(of lab: Lab, file: String) -> [Diagnostic] {
    diagnostics(of: lab.addresses, file: file, anchors: LabAnchors(of: lab), severity: .error)
  }

  /// What is wrong with links and pictures of a lab.
  ///
  /// - Parameters:
  ///   - addresses: where they lead.
  ///   - file: the file that its words stand in: its own, or that of its translation.
  ///   - anchors: its places.
  ///   - severity: how bad a link is that leads nowhere.
  /// - Returns: one message for each, in the order of the text.
  public func diagnostics(
    of addresses: [(address: String, line: Int, isPicture: Bool)], file: String, anchors: LabAnchors,
    severity: Diagnostic.Severity
  ) -> [Diagnostic] {
    addresses.compactMap { address, line, isPicture in
      fault(of: address, isPicture: isPicture, in: file, anchors).map { problem, help in
        Diagnostic(severity, file: file, line: line, problem, help: help)
      }
    }
  }

  private func fault(
    of address: String, isPicture: Bool, in file: String, _ own: LabAnchors
  ) -> (LinkPhrase, LinkAdvicePhrase)? {
    switch LabLink(address) {
    case .away: return nil
    case .place(let place):
      guard own.id(of: place) == nil else { return nil }
      return (.noPlace(place, page: nil), .nearest(to: place.decoded, among: own.known) { "#" + $0 })
    case .lab(let name, let place):
      guard let anchors = labs[name] else { return fault(ofFile: name + ".md", isPicture: isPicture, in: file) }
      guard let place, anchors.id(of: place) == nil else { return nil }
      return (
        .noPlace(place, page: name + ".md"), .nearest(to: place.decoded, among: anchors.known) { "\(name).md#\($0)" }
      )
    case .file(let path): return fault(ofFile: path, isPicture: isPicture, in: file)
    }
  }

  private func fault(ofFile path: String, isPicture: Bool, in file: String) -> (LinkPhrase, LinkAdvicePhrase)? {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    let target = folder.appendingPathComponent(path)
    if FileManager.default.fileExists(atPath: target.path) {
      if isPicture { return fault(ofPicture: path, at: target, in: folder) }
      guard isSite else { return nil }
      // The words of a lab in one language are a part of its page, not a page.
      if let lab = Translation.lab(of: path) { return (.notPublished(path), .write(lab)) }
      return (.notPublished(path), .linkAway)
    }
    let beside = target.deletingLastPathComponent()
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: beside.path)) ?? []).sorted()
    let candidates = names.prefix(Self.mostFiles).filter {
      !$0.hasPrefix(".") && !Translation.isTranslation($0) && $0.hasSuffix(".md") == path.hasSuffix(".md")
    }
    if let nearest = Spelling.nearest(to: target.lastPathComponent, among: candidates) {
      return (.noFile(path), .write(String(path.dropLast(target.lastPathComponent.count)) + nearest))
    }
    if path.hasSuffix(".md"), !labs.isEmpty {
      return (.noFile(path), .known(labs.keys.sorted().prefix(LinkAdvicePhrase.mostNames).map { $0 + ".md" }))
    }
    return (.noFile(path), .putFile(Self.shown(path, in: folder)))
  }

  /// What keeps a file that is there from being shown on a page.
  private func fault(ofPicture path: String, at file: URL, in folder: URL) -> (LinkPhrase, LinkAdvicePhrase)? {
    guard PictureFile.isNear(file, to: folder) else {
      return (.notPublished(path), .putFile(Self.shown(file.lastPathComponent, in: folder)))
    }
    let bytes = try? FileBytes.read(file.path, limit: PictureFile.mostBytes)
    guard bytes.flatMap(PictureFile.kind) == nil else { return nil }
    return (.notAPicture(path), .pictures(megabytes: PictureFile.mostBytes >> 20))
  }

  /// The path of a file in a folder as an author sees it.
  private static func shown(_ path: String, in folder: URL) -> String {
    folder.relativePath == "." ? path : folder.relativePath + "/" + path
  }
}

extension String {
  /// As it reads where it was written with per cent signs.
  fileprivate var decoded: String { removingPercentEncoding ?? self }
}
