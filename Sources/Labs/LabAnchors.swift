internal import Diagnostics
internal import Foundation
public import Messages

/// Gives the headings of a page their ids, from top to bottom: `s-` and the heading's words, with a number where they come again.
public struct HeadingIDs {
  private var used: Set<String> = []

  /// No heading yet.
  public init() {}

  /// The id of the next heading.
  ///
  /// - Parameter words: what the heading says, without what it looks like.
  /// - Returns: an id that no heading before has.
  public mutating func next(for words: String) -> String {
    let slug = Self.slug(words)
    let base = slug.isEmpty ? "s" : "s-" + slug
    var id = base
    var number = 2
    while !used.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  /// Words as a part of an address: letters and digits, small, with one hyphen for what stands between them.
  static func slug(_ words: String) -> String {
    var slug = ""
    for character in words.lowercased().prefix(60) {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug.append("-")
      }
    }
    if slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }
}

/// The places in a lab that a link leads to: `#masks` for the heading “Masks”, `#network` for the cell of that name.
public struct LabAnchors: Sendable {
  /// What an author may write behind `#`: headings in order, then cells.
  public let known: [String]
  /// The id on the lab's page of each that may be written.
  public let ids: [String: String]

  /// The places of a lab as they were found before.
  ///
  /// - Parameters: the parts, as documented on each property.
  public init(known: [String], ids: [String: String]) { (self.known, self.ids) = (known, ids) }

  /// - Parameter lab: the lab.
  public init(of lab: Lab) {
    let cells = lab.blocks.compactMap { block -> (name: String, id: String)? in
      switch block {
      case .exercise(let code): (code.id, "cell-" + code.id)
      case .given(let code): (code.id, "given-" + code.id)
      case .experiment(let experiment): (experiment.id, "cell-" + experiment.id)
      case .question(let question): (question.id, "cell-" + question.id)
      case .prose, .hint, .checks, .answer: nil
      }
    }
    self.init(of: lab.prose, title: lab.title, cells: cells)
  }

  /// - Parameters:
  ///   - prose: all the prose of a page.
  ///   - title: the page's own heading.
  ///   - cells: what else has a name, with its id on the page.
  public init(of prose: [Prose], title: String, cells: [(name: String, id: String)] = []) {
    var known: [String] = []
    var ids: [String: String] = [:]
    func add(_ name: String, _ id: String) {
      guard !name.isEmpty, ids[name] == nil else { return }
      known.append(name)
      ids[name] = id
    }
    var headings = HeadingIDs()
    var isPastTitle = !TitleHeading(in: prose, title: title).isThere
    for prose in prose {
      prose.visitBlocks { block in
        guard case .heading(_, let inlines) = block.kind else { return }
        guard isPastTitle else {
          // The page's own heading: its top.
          isPastTitle = true
          return add(HeadingIDs.slug(inlines.words), "")
        }
        let id = headings.next(for: inlines.words)
        add(String(id.dropFirst(2)), id)
      }
    }
    for (name, id) in cells { add(name, id) }
    self.known = known
    self.ids = ids.merging(ids.values.map { ($0, $0) }) { own, _ in own }
  }

  /// The id on the lab's page that a link leads to.
  ///
  /// - Parameter fragment: what stands behind `#`, as an author or GitHub writes it, or the id itself.
  /// - Returns: the id, empty for the top of the page; nil where nothing is called so.
  public func id(of fragment: String) -> String? {
    let words = fragment.removingPercentEncoding ?? fragment
    return ids[words] ?? ids[HeadingIDs.slug(words)]
  }
}

/// Whether prose begins with a heading for the whole, which a page's own heading stands for.
public struct TitleHeading {
  /// Whether its first heading is that.
  public let isThere: Bool
  /// The level of the highest heading of all others; nil where there are none.
  public let highest: Int?

  /// - Parameters:
  ///   - stretches: all the prose of a page.
  ///   - title: the page's own heading.
  public init(in stretches: [Prose], title: String) {
    var found: [(level: Int, words: String)] = []
    for prose in stretches {
      prose.visitBlocks { block in
        if case .heading(let level, let inlines) = block.kind { found.append((level, inlines.words)) }
      }
    }
    let others = found.dropFirst().map(\.level)
    isThere = found.first.map { $0.words == title || ($0.level == 1 && !others.contains(1)) } ?? false
    highest = (isThere ? others : found.map(\.level)).min()
  }
}

/// Where a link or a picture of a lab leads, as its author wrote it.
public enum LabLink: Equatable, Sendable {
  /// To another computer, or to no file at all.
  case away
  /// To a place in the lab itself.
  case place(String)
  /// To another lab by its file, `02-fcn.md#masks`: its name, and the place in it.
  case lab(String, place: String?)
  /// To another file: the path from the lab's folder.
  case file(String)

  /// - Parameter address: what stands between the brackets.
  public init(_ address: String) {
    // The name of a protocol, `https:`; a path may have a colon further on.
    let name = address.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    let hasScheme = name.first?.isLetter == true && address[name.endIndex...].hasPrefix(":")
    let end = address.firstIndex { $0 == "#" || $0 == "?" } ?? address.endIndex
    var path = address[..<end].removingPercentEncoding ?? String(address[..<end])
    while path.hasPrefix("./") { path.removeFirst(2) }
    let place = address.firstIndex(of: "#").map { String(address[address.index(after: $0)...]) }
    if hasScheme || address.hasPrefix("//") {
      self = .away
    } else if path.isEmpty {
      self = place.map { $0.isEmpty ? .away : .place($0) } ?? .away
    } else if path.hasSuffix(".md"), !path.contains("/"), !Translation.isTranslation(path) {
      self = .lab(String(path.dropLast(3)), place: place.flatMap { $0.isEmpty ? nil : $0 })
    } else {
      self = .file(path)
    }
  }
}

extension LinkAdvicePhrase {
  /// The most names that an author is told of.
  public static let mostNames = 12

  /// What to write in place of a word that is none of the names that there are: the nearest of them, or which there are.
  ///
  /// - Parameters:
  ///   - word: what was written.
  ///   - known: the names.
  ///   - written: a name as an address.
  /// - Returns: the advice.
  public static func nearest(
    to word: String, among known: [String], as written: (String) -> String
  ) -> LinkAdvicePhrase {
    if let nearest = Spelling.nearest(to: word, among: known) { return .write(written(nearest)) }
    return known.isEmpty ? .takeOut : .known(known.prefix(mostNames).map(written))
  }
}
