internal import Digests
internal import Files
internal import Foundation

/// A lease as it stands in the store.
///
/// Its file has a line that the holder writes over (``LeaseMark``), with a seal of its own, then a seal, then who holds it. That seal is over the
/// item, the epoch and the holder with its count of those before it that were lost: nobody without the key makes a lease, and none is another
/// item's or epoch's.
public struct StandingLease: Sendable, Equatable {
  /// How often the item was taken.
  public let epoch: Int
  /// Who holds it.
  public let holder: WorkerIdentity
  /// What the holder said last; nil where that is torn, or somebody without the key wrote over it.
  let mark: LeaseMark?

  /// Whether the item was given back.
  public var isReleased: Bool { mark == .released }

  /// How many signs of life the holder gave, as far as that is known.
  var beats: Int? { if case .beat(let count) = mark { count } else { nil } }
}

extension WorkStore {
  private static let mostLeaseBytes = 1 << 14

  /// What stands under the name of an epoch.
  enum LeaseSight {
    /// Nothing.
    case missing
    /// Something that cannot be read at the moment.
    case refused
    /// Something that is damaged, or nobody's who has the key: no lease, and it holds nothing.
    case foreign
    /// A lease.
    case standing(StandingLease)
  }

  /// The bytes of a lease's file.
  func leaseFile(_ holder: WorkerIdentity, epoch: Int, of id: String) -> [UInt8] {
    guard let text = try? JSONEncoder().encode(holder) else { preconditionFailure("\(holder) cannot be encoded") }
    return line(.beat(0), of: holder, epoch: epoch, of: id) + sealedLease([UInt8](text), epoch: epoch, of: id)
  }

  /// What stands behind the first line of a lease: its seal, and who holds it.
  func sealedLease(_ text: [UInt8], epoch: Int, of id: String) -> [UInt8] {
    let seal = key.seal("work-lease", Array(id.utf8), Array(String(epoch).utf8), text)
    return Array(seal.hexadecimal.utf8) + [UInt8(ascii: "\n")] + text
  }

  /// The lease of an epoch.
  ///
  /// - Parameters:
  ///   - id: the item.
  ///   - epoch: its epoch.
  ///   - folder: where the item's leases lie.
  /// - Returns: what stands there.
  func lease(of id: String, epoch: Int, in folder: OwnFolder) -> LeaseSight {
    let bytes: [UInt8]
    do throws(FileBytes.Fault) {
      bytes = try folder.read("\(id).\(epoch)", limit: Self.mostLeaseBytes)
    } catch {
      switch error {
      case .refused(_, ENOENT): return .missing
      case .refused: return .refused
      case .notAFile, .tooLarge: return .foreign
      }
    }
    let rest = Array(bytes.dropFirst(LeaseMark.bytes))
    let text = Array(rest.dropFirst(64 + 1))
    guard let holder = try? JSONDecoder().decode(WorkerIdentity.self, from: Data(text)), holder.isSound,
      rest == sealedLease(text, epoch: epoch, of: id)
    else { return .foreign }
    return .standing(
      StandingLease(epoch: epoch, holder: holder, mark: mark(in: bytes, of: holder, epoch: epoch, of: id)))
  }
}
