internal import Datasets
internal import Files
internal import Foundation
internal import Messages
internal import Protos

extension TBEvent {
  /// The event with its length and check sums around it.
  fileprivate var framed: ContiguousArray<UInt8> { TFRecordFrame.around([UInt8](bytes)) }
}

/// One event file in the folder of a run. TensorBoard looks for new events at its end, so that it only ever grows.
struct EventFile {
  /// The file's name: TensorBoard asks for a part of it, and for one file a folder.
  static let name = "events.out.tfevents.0000000000.seglab"
  /// The file.
  let path: String

  /// - Parameter folder: the run's folder.
  init(in folder: String) { path = "\(folder)/\(Self.name)" }

  /// Whether it is there.
  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Writes `events` as the whole file, in place of one that is there.
  ///
  /// - Throws: `ExportProblem` where the disk refuses; what was there is as it was.
  func write(_ events: some Sequence<TBEvent>) throws(ExportProblem) {
    try makeFolder()
    try AtomicFile.written(events.lazy.map(\.framed), to: path)
  }

  fileprivate func makeFolder() throws(ExportProblem) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw ExportProblem(.notWritten(path: folder, reason: error.localizedDescription))
    }
  }
}

/// An event file that grows while a network trains.
final class GrowingEventFile {
  private let file: EventFile
  private let handle: FileHandle
  /// Whether the file was there before.
  let isOld: Bool

  /// Opens the file to add to it; what an earlier process left half-written at its end is cut off.
  ///
  /// - Throws: `ExportProblem` where the disk refuses.
  init(_ file: EventFile) throws(ExportProblem) {
    try file.makeFolder()
    self.file = file
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else {
      throw ExportProblem(.notWritten(path: file.path, reason: String(cString: strerror(errno))))
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let length = (try? handle.seekToEnd()) ?? 0
    let whole = Self.wholeLength(of: handle, length: length)
    if whole < length { try? handle.truncate(atOffset: whole) }
    isOld = whole > 0
  }

  /// Adds an event.
  ///
  /// - Throws: `ExportProblem` where the disk refuses.
  func add(_ event: TBEvent) throws(ExportProblem) {
    do { try handle.write(contentsOf: Data(event.framed)) } catch {
      throw ExportProblem(.notWritten(path: file.path, reason: error.localizedDescription))
    }
  }

  /// How many bytes the records take that are there as a whole.
  private static func wholeLength(of handle: FileHandle, length: UInt64) -> UInt64 {
    var offset: UInt64 = 0
    while length - offset >= 16 {
      guard (try? handle.seek(toOffset: offset)) != nil, let head = try? handle.read(upToCount: 8), head.count == 8
      else { break }
      let count = head.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard count <= length - offset - 16 else { break }
      offset += count + 16
    }
    return offset
  }
}
