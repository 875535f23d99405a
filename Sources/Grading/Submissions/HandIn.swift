public import Foundation
public import Labs
public import Messages

/// What one learner handed in for a lab.
public struct HandIn: Sendable {
  /// Who.
  public let student: Student
  /// The file that counts, as it was handed in; empty where none is the lab.
  public let file: String
  /// Its text; nil where there is none that can be read.
  public let text: String?
  /// When it was handed in, as far as anybody knows.
  public let time: Date?
  /// Whether the learning system says that it was late.
  public let isLate: Bool
  /// What is to be said of how it was found.
  public let remarks: [Message]
}

/// Finds what each learner of a class handed in.
public struct HandInReader {
  private let lab: String
  private let fileName: String
  private let title: String

  /// - Parameter lab: the lab that they handed in.
  public init(for lab: Lab) {
    self.lab = lab.id
    title = lab.title
    fileName = URL(fileURLWithPath: lab.file).lastPathComponent
  }

  /// The most bytes of a learner's zip file: a course folder with its pictures, and not its runs.
  private static let mostZipBytes = 64 << 20

  /// What each learner handed in.
  ///
  /// - Parameter path: a folder with a file, a folder or a zip file for each learner, or a zip file of all of that, as people or a learning
  ///   system make them; or one learner's file.
  /// - Returns: the learners by key, whose files are read as they are asked for, and what was passed over.
  /// - Throws: `GradingProblem` where there is nothing, or it cannot be read.
  public func handIns(in path: String) throws(GradingProblem) -> (list: HandIns, remarks: [SubmissionPhrase]) {
    let all = try SubmissionFiles(path)
    let files = Self.withoutWrapper(all.files)
    var groups: [String: HandIns.Group] = [:]
    let logins = SubmissionName.logins(of: Set(files.compactMap(\.parts.first)))
    for (parts, file) in files {
      guard let first = parts.first else { continue }
      let name = SubmissionName(first, isFolder: parts.count > 1, logins: logins)
      groups[name.student.key, default: []].append((file, name))
    }
    guard !groups.isEmpty else { throw .noSubmissions(path: path) }
    return (HandIns(of: groups.sorted { $0.key < $1.key }.map(\.value), by: self), all.remarks)
  }

  /// What one learner handed in: a file, or all of a folder.
  ///
  /// - Parameter path: the file or folder.
  /// - Returns: the file that counts, of nobody by name.
  /// - Throws: `GradingProblem` where there is nothing, or it cannot be read.
  public func handIn(ofOneIn path: String) throws(GradingProblem) -> HandIn {
    let files = try SubmissionFiles(path).files
    let nobody = Student(key: "", name: "")
    return handIn(of: nobody, files.map { ($0, SubmissionName($0.path.last ?? "")) })
  }

  /// The files with their paths below the one folder that holds all of them, where one does that is no learner's own.
  private static func withoutWrapper(_ files: [SubmissionFile]) -> [(parts: [String], file: SubmissionFile)] {
    var all = files.map { (parts: $0.path, file: $0) }
    for _ in 0..<4 {
      guard let first = all.first?.parts.first, all.allSatisfy({ $0.parts.count > 1 && $0.parts[0] == first }),
        !SubmissionName.isOfSystem(first)
      else { return all }
      let inner = Set(all.map { $0.parts[1] })
      // A course folder, or a folder with one file, is a learner's.
      guard inner.count > 1 || all[0].parts.count > 2, !inner.contains("labs") else { return all }
      all = all.map { (Array($0.parts.dropFirst()), $0.file) }
    }
    return all
  }

  private struct Candidate {
    let file: SubmissionFile
    let name: SubmissionName
    let rank: Int

    /// Whether it counts before another: by how surely it is the lab, then the newest, then by name.
    func comes(before other: Candidate) -> Bool {
      if rank != other.rank { return rank > other.rank }
      if name.order != other.name.order { return name.order > other.name.order }
      for time in [\SubmissionFile.time, \SubmissionFile.changed] {
        let (a, b) = (file[keyPath: time] ?? .distantPast, other.file[keyPath: time] ?? .distantPast)
        if a != b { return a > b }
      }
      return file.name < other.file.name
    }
  }

  /// The most files of one learner that are looked at, and their most bytes together.
  private static let (mostLooked, mostLookedBytes) = (2_000, 64 << 20)

  fileprivate func handIn(of student: Student, _ files: HandIns.Group) -> HandIn {
    let names = Set(files.map(\.name.student.name)).sorted()
    // Of nobody by name it does not matter what files are called.
    var remarks: [SubmissionPhrase] =
      names.count > 1 && !student.key.isEmpty ? [.severalNames(key: student.key, names: Array(names.prefix(4)))] : []
    var unpacked: [(SubmissionFile, SubmissionName)] = []
    for (file, name) in files {
      guard file.path.last?.lowercased().hasSuffix(".zip") == true else {
        unpacked.append((file, name))
        continue
      }
      do throws(SubmissionPhrase) {
        let inner = try SubmissionFiles(zip: try file.read(Self.mostZipBytes), of: file)
        remarks += inner.remarks
        for found in inner.files {
          if found.path.last?.lowercased().hasSuffix(".zip") == true {
            remarks.append(.zip(file: found.name, .tooDeep))
          } else {
            unpacked.append((found, name))
          }
        }
      } catch {
        remarks.append(error)
      }
    }
    // The text of one file at a time: of the best so far.
    var taken: (candidate: Candidate, text: String, equals: Int)?
    var others: [String] = []
    var (looked, left) = (0, Self.mostLookedBytes)
    for (file, name) in unpacked {
      guard let last = file.path.last?.lowercased(),
        [".md", ".markdown", ".txt"].contains(where: { last.hasSuffix($0) })
      else { continue }
      looked += 1
      guard looked <= Self.mostLooked, left > 0 else {
        remarks.append(.tooMuch(files: Self.mostLooked, bytes: Self.mostLookedBytes))
        break
      }
      do throws(SubmissionPhrase) {
        let bytes = try file.read(Lab.longest)
        left -= bytes.count
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
        let rank = self.rank(of: text, file)
        if rank > 0 {
          let new = Candidate(file: file, name: name, rank: rank)
          let isEqual = taken?.candidate.rank == rank
          if taken.map({ new.comes(before: $0.candidate) }) ?? true {
            taken = (new, text, isEqual ? (taken?.equals ?? 0) + 1 : 1)
          } else if isEqual {
            taken?.equals += 1
          }
        } else {
          others.append(file.name)
        }
      } catch {
        remarks.append(error)
      }
    }
    guard let taken else {
      if remarks.isEmpty { remarks.append(.noLab(lab: title, found: others.sorted())) }
      return HandIn(
        student: student, file: "", text: nil, time: nil, isLate: false, remarks: remarks.map { Message($0) })
    }
    if taken.equals > 1 { remarks.append(.newest(taken: taken.candidate.file.name, of: taken.equals)) }
    return HandIn(
      student: student, file: taken.candidate.file.name, text: taken.text, time: taken.candidate.file.time,
      isLate: taken.candidate.name.isLate,
      remarks: remarks.map { Message($0) })
  }

  /// How surely a file is this lab: by its id, by its name, by having cells at all; 0 where it is not.
  ///
  /// Looked at line by line: whatever somebody hands in must not be able to do more here than to be no lab.
  private func rank(of text: String, _ file: SubmissionFile) -> Int {
    let head = text.utf8.prefix(8192)
    for line in String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline).prefix(60) {
      guard let match = line.wholeMatch(of: /id:\s*["']?([A-Za-z][\w-]*)["']?\s*/) else { continue }
      return String(match.1) == lab ? 3 : 0
    }
    let stem = SubmissionName.withoutEnding(fileName)
    if file.path.last?.contains(stem) == true { return 2 }
    return text.contains("exercise=") || text.contains("answer=") ? 1 : 0
  }
}

/// What the learners of a class handed in, by key. A learner's files are read each time that they are asked for, so that a class of any size is
/// gone through with the texts of a few in memory.
public struct HandIns: RandomAccessCollection {
  /// The files of one learner, each with what the name of it, or of the folder that it lies in, says.
  typealias Group = [(file: SubmissionFile, name: SubmissionName)]

  private let groups: [Group]
  private let reader: HandInReader

  fileprivate init(of groups: [Group], by reader: HandInReader) { (self.groups, self.reader) = (groups, reader) }

  /// 0.
  public var startIndex: Int { 0 }
  /// How many learners there are.
  public var endIndex: Int { groups.count }

  /// What a learner handed in, read now.
  public subscript(place: Int) -> HandIn {
    let group = groups[place]
    // A group is made of its first file.
    return reader.handIn(of: group[0].name.student, group)
  }
}
