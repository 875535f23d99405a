public import Diagnostics
internal import Labs
internal import Messages

extension SiteBuilder {
  /// Links and pictures of the site's own pages that lead nowhere, with the text that they stand in; those of labs are the course's.
  public var doubts: [(list: [Diagnostic], text: String)] {
    guard let paths = try? Set(pages().map(\.path)) else { return [] }
    return theme.site.languages.flatMap { language in
      theme.texts[language, default: []].compactMap { text in
        let list = doubts(on: text, in: language, pages: paths)
        return list.isEmpty ? nil : (list, text.markdown)
      }
    }
  }

  private func doubts(on text: SiteText, in language: Language, pages: Set<String>) -> [Diagnostic] {
    let links = links(of: text, in: language)
    let pictures = Pictures(beside: text.file)
    return text.prose.addresses.compactMap { address, line, isPicture in
      fault(of: address, isPicture, links, pictures, in: language, pages: pages).map { problem, help in
        Diagnostic(.warning, file: text.file, line: line, problem, help: help)
      }
    }
  }

  private func fault(
    of address: String, _ isPicture: Bool, _ links: PageLinks, _ pictures: Pictures, in language: Language,
    pages: Set<String>
  ) -> (LinkPhrase, LinkAdvicePhrase)? {
    let target = LabLink(address)
    if isPicture {
      guard target != .away, pictures.address(of: address) == nil else { return nil }
      return (.notAPicture(address), .pictures(megabytes: PictureFile.mostBytes >> 20))
    }
    switch target {
    case .away: return nil
    case .place(let place):
      guard let own = links.own, own.id(of: place) == nil else { return nil }
      return (.noPlace(place, page: nil), .nearest(to: place, among: own.known) { "#" + $0 })
    case .lab(let name, let place):
      guard let lab = links.labs[name] else {
        return (.noPage(name + ".md"), .nearest(to: name, among: links.labs.keys.sorted()) { $0 + ".md" })
      }
      guard let place, lab.id(of: place) == nil else { return nil }
      return (.noPlace(place, page: name + ".md"), .nearest(to: place, among: lab.known) { "\(name).md#\($0)" })
    case .file(let path):
      let folder = language.rawValue + "/"
      guard let found = Self.path(path, from: folder), !pages.contains(found) else { return nil }
      let known = pages.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }.sorted()
      return (.noPage(path), .nearest(to: path, among: known) { $0 })
    }
  }

  /// Where a relative path leads from a folder of the site; nil for what is no page of it.
  private static func path(_ path: String, from folder: String) -> String? {
    var names = folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = names.popLast() } else { names.append(String(part)) }
    }
    let found = names.joined(separator: "/")
    return found.hasSuffix(".html") ? found : nil
  }
}
