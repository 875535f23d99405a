internal import Courses
internal import Files
internal import Foundation

/// What the notebook keeps in `.seglab/notebook`: trainings that wait, and versions of cells that did not get into a lab's file.
struct NotebookState: Sendable {
  private static let queueName = "queue.json"
  private static let mostBytes = 1 << 20
  /// So many versions of cells are kept; the oldest make room.
  private static let mostVersions = 200

  private let path: String

  /// - Parameter folder: the course folder.
  init(of folder: CourseFolder) { path = folder.state.appendingPathComponent("notebook").path }

  /// A training that waits.
  struct Job: Codable, Sendable, Equatable {
    let lab: String
    let experiments: [String]
    let isInOrder: Bool
  }

  /// The trainings that wait, in order; the first may have begun.
  var queue: [Job] {
    get {
      guard let bytes = try? OwnFolder(path).read(Self.queueName, limit: Self.mostBytes) else { return [] }
      return Array((JSONText.value([Job].self, of: bytes) ?? []).prefix(64))
    }
    nonmutating set {
      guard let place = try? OwnFolder(path, for: .making(mode: 0o755)) else { return }
      if newValue.isEmpty {
        place.remove(Self.queueName)
      } else {
        // Where it cannot be kept, trainings go on all the same, and only a crash would forget them.
        try? place.write(JSONText.bytes(of: newValue), as: Self.queueName)
      }
    }
  }

  /// Keeps a version of a cell.
  ///
  /// - Returns: the file that it is in; nil where it could not be written.
  func keep(_ text: String, cell: String, lab: String) -> String? {
    guard let place = try? OwnFolder(path, for: .making(mode: 0o755)) else { return nil }
    let kept = place.names.filter { $0.hasPrefix("version-") }.sorted()
    for old in kept.dropLast(Self.mostVersions - 1) { place.remove(old) }
    let milliseconds = Int(Date().timeIntervalSince1970 * 1000)
    let plain = "\(lab)-\(cell)".filter { $0.isLetter || $0.isNumber || $0 == "-" }.prefix(80)
    let name = "version-\(milliseconds)-\(plain).txt"
    do { try place.write(text.utf8, as: name) } catch { return nil }
    return "\(path)/\(name)"
  }
}
