public import Checking
internal import Digests
public import Files
public import Foundation
public import Labs
public import Messages

/// What was last found out about each lab, one file each under `.seglab/progress/`.
///
/// The files may have been edited, cut short, written by another version, or come with a course folder from somebody else. What is believed of
/// them carries a seal by the user's key, and nothing that is not understood is thrown away: it is put aside.
public struct ProgressStore: Sendable {
  /// Why something could not be kept.
  public enum Fault: Error {
    /// The file or folder cannot be written, or something else stands in its place.
    case file(FileFault)
    /// There is no key to seal it with; what to say of that.
    case noKey(StorePhrase)

    /// What to say of it where the result holds all the same.
    public var phrase: StorePhrase {
      switch self {
      case .noKey(let phrase): return phrase
      case .file(let fault):
        switch fault.cause {
        case .link: return .link(path: fault.path)
        case .notAFile: return .notAFile(path: fault.path)
        case .notAFolder: return .notAFolder(path: fault.path)
        case .foreign(let owner): return .foreign(path: fault.path, owner: owner)
        case .system, .noReader: return .progressNotKept(path: fault.path, reason: fault.reason)
        }
      }
    }
  }

  let folder: URL
  private let key: SealKey
  /// Why the user's key cannot be used; nil where it can.
  private let keyProblem: StorePhrase?

  /// - Parameters:
  ///   - folder: the course folder.
  ///   - environment: the process's environment, which says where the user's key is.
  public init(of folder: CourseFolder, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.folder = folder.progress
    (key, keyProblem) = SealKey.ofUser(environment: environment)
  }

  /// A longer file is none of ours.
  private static let mostBytes = 1 << 20
  /// So long a change waits for another process's.
  private static let patience = 10.0

  /// What is known of the lab; nil where nothing is, or nothing that can be believed.
  public func entry(for lab: String) -> Entry? {
    guard case .entry(let entry) = reading(of: lab) else { return nil }
    return entry
  }

  /// The runs that some report speaks of.
  public var namedRuns: Set<String> {
    guard let place = try? OwnFolder(folder.path) else { return [] }
    let names = place.names.filter { $0.hasSuffix(".json") }.sorted().prefix(Entry.mostCounted)
    // What a course of a hundred labs would take; a folder from somebody else may hold anything.
    var left = 8 << 20
    return names.reduce(into: []) { runs, name in
      left -= place.facts(of: name)?.bytes ?? 0
      if left > 0, case .entry(let entry) = reading(name, in: place) { runs.formUnion(entry.runs ?? []) }
    }
  }

  /// Keeps what a run found out; hints stay counted.
  ///
  /// - Parameters:
  ///   - report: what was found out.
  ///   - lab: the lab that it is about.
  ///   - isPart: whether there is more to come: then nothing is taken away, and what concerns the whole is not said yet.
  /// - Returns: what to say of it. The report holds all the same where nothing could be kept.
  public func remarks(keeping report: LabReport, of lab: Lab, isPart: Bool = false) -> [any Phrase] {
    let isOwnSet = lab.counts(dataset: report.dataset)
    var remarks: [any Phrase] = []
    do throws(Fault) {
      remarks += try change(report.lab) { $0.add(report, isOwnSet: isOwnSet, isPart: isPart) }
    } catch {
      return [error.phrase]
    }
    if !isPart, !isOwnSet, let found = report.dataset {
      remarks.append(StandingPhrase.otherSet(found: found, own: lab.dataset))
    }
    return remarks
  }

  /// Notes that a cell's solution was asked for before the cell had passed.
  ///
  /// - Returns: what to say of the file that was there.
  func keepRevealed(lab: String, cell: String) throws(Fault) -> [StorePhrase] {
    if entry(for: lab)?.revealed?.contains(cell) == true { return [] }
    return try change(lab) { entry in
      if entry.revealed?.contains(cell) != true { entry.revealed = (entry.revealed ?? []) + [cell] }
    }
  }

  /// Notes that so many hints of a cell were shown, unless more were.
  ///
  /// - Returns: what to say of the file that was there.
  func keepHints(_ count: Int, lab: String, cell: String) throws(Fault) -> [StorePhrase] {
    try change(lab) { $0.hints[cell] = max($0.hints[cell] ?? 0, count) }
  }

  // MARK: Files that are not understood

  /// What is to be said of the lab's file before anything is believed of it: it is put aside where it is damaged or of a newer SegLab.
  ///
  /// One that somebody else made stays where it is until something is to be kept in its place.
  /// - Returns: nil where it is sound, or there is none.
  public func mend(_ lab: String) -> StorePhrase? {
    let reading = reading(of: lab)
    switch reading {
    case .none, .entry: return nil
    case .unusable(let fault): return Fault.file(fault).phrase
    case .foreign: return keyProblem ?? .progressForeign(path: path(of: lab), aside: nil)
    case .damaged, .newer: return putAside(lab, reading)
    }
  }

  /// Puts the lab's file aside, and says so; nil where it is sound, or there is none.
  private func putAside(_ lab: String, _ reading: Reading) -> StorePhrase? {
    let word: String
    switch reading {
    case .none, .entry, .unusable: return nil
    case .damaged: word = "damaged"
    case .newer: word = "newer"
    case .foreign: word = "foreign"
    }
    let name = fileName(of: lab)
    let path = path(of: lab)
    let aside = "\(name.dropLast(".json".count)).\(word)-\(CourseFolder.stamp).json"
    do throws(FileFault) {
      try OwnFolder(folder.path, for: .writing).rename(name, to: aside)
    } catch {
      // Another process may have been here first.
      return error.cause == .system(ENOENT) ? nil : .progressUnusable(path: path, reason: error.reason)
    }
    switch reading {
    case .newer(let form): return .progressNewer(path: path, form: form, aside: "\(folder.path)/\(aside)")
    case .foreign: return .progressForeign(path: path, aside: "\(folder.path)/\(aside)")
    default: return .progressDamaged(path: path, aside: "\(folder.path)/\(aside)")
    }
  }

  // MARK: Reading and writing

  /// Reads what is known of a lab, changes it and writes it, while no other process does.
  ///
  /// - Returns: what to say of the file that was there.
  private func change(_ lab: String, _ body: (inout Entry) -> Void) throws(Fault) -> [StorePhrase] {
    let place: OwnFolder
    do { place = try OwnFolder(folder.path, for: .making(mode: 0o755)) } catch { throw .file(error) }
    if let keyProblem { throw .noKey(keyProblem) }
    do throws(FileFault) {
      guard place.waitsToHold(seconds: Self.patience) else { throw FileFault(path: folder.path, cause: .system(EBUSY)) }
      var remarks: [StorePhrase] = []
      var entry = Entry(lab: lab)
      let reading = reading(of: lab)
      switch reading {
      case .none: break
      case .entry(let known): entry = known
      case .unusable(let fault): throw fault
      case .damaged, .newer, .foreign: remarks += [putAside(lab, reading)].compactMap(\.self)
      }
      body(&entry)
      for name in place.names where PartName.target(of: name)?.hasSuffix(".json") == true {
        place.removeUnlessHeld(name)
      }
      try place.write(entry.bytes(sealedBy: key), as: fileName(of: lab))
      return remarks
    } catch {
      throw .file(error)
    }
  }

  private enum Reading {
    case none
    case entry(Entry)
    case damaged
    case foreign
    case newer(form: String)
    case unusable(FileFault)
  }

  private func reading(of lab: String) -> Reading {
    do throws(FileFault) {
      let reading = reading(fileName(of: lab), in: try OwnFolder(folder.path))
      if case .entry(let entry) = reading, entry.lab != lab { return .damaged }
      return reading
    } catch {
      return error.cause == .system(ENOENT) ? .none : .unusable(error)
    }
  }

  private func reading(_ name: String, in place: OwnFolder) -> Reading {
    let path = "\(folder.path)/\(name)"
    switch place.facts(of: name)?.kind {
    case nil: return .none
    case .link: return .unusable(FileFault(path: path, cause: .link))
    case .folder, .other: return .unusable(FileFault(path: path, cause: .notAFile))
    case .file: break
    }
    let text: Data
    do { text = Data(try place.read(name, limit: Self.mostBytes)) } catch {
      guard case .refused(_, let code) = error else { return .damaged }
      return .unusable(FileFault(path: path, cause: .system(code)))
    }
    struct Form: Decodable {
      let schema: String
    }
    let beginning = "seglab/progress/v"
    guard let form = (try? JSONDecoder().decode(Form.self, from: text))?.schema else { return .damaged }
    guard form == Entry.currentSchema else {
      let number = form.dropFirst(beginning.count)
      let isNewer = form.hasPrefix(beginning) && number.first != "0" && !number.isEmpty && number.allSatisfy(\.isNumber)
      return isNewer ? .newer(form: form) : .damaged
    }
    guard let entry = try? JSONDecoder().decode(Entry.self, from: text) else { return .damaged }
    guard fileName(of: entry.lab) == name else { return .damaged }
    guard entry.isSealed(by: key) else { return .foreign }
    return .entry(entry)
  }

  private func path(of lab: String) -> String { "\(folder.path)/\(fileName(of: lab))" }

  private func fileName(of lab: String) -> String {
    // A lab's id comes from a file; only its letters, digits and dashes may name another, and no name may be too long.
    let name = String(lab.unicodeScalars.map { CharacterSet.alphanumerics.contains($0) ? Character($0) : "-" })
    // Two ids that differ in what is left out are two labs: a dot is in no other name.
    let digest = SHA256.hash(data: lab.utf8).hexadecimal
    return (name.utf8.count > 150 ? digest : name == lab ? name : "\(name).\(digest.prefix(16))") + ".json"
  }
}

extension Lab {
  /// Whether what was found out on this set counts for the lab: on its own, or on any where the lab is about the learner's.
  func counts(dataset name: String?) -> Bool { name == nil || name == dataset || takesAnySet }
}

extension CourseProblem {
  /// Something about a lab that could not be kept, where that was what was asked for.
  init(_ fault: ProgressStore.Fault) {
    switch fault {
    case .file(let fault): self = .file(fault)
    case .noKey(let phrase): self = .noKey(phrase)
    }
  }
}
