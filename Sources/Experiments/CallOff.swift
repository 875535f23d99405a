internal import Foundation
internal import Synchronization

/// Ends a process that trains, once each training under way has written its checkpoint.
///
/// A process of a cluster's is told a minute before its time is over. Nothing that a training or a report does after that may be taken for a
/// result, so nothing of it comes back from here: the process ends in the middle of it.
public final class CallOff: Sendable {
  private let state = Mutex((isRaised: false, trainings: 0))
  private let leave: @Sendable () -> Void

  /// - Parameter leave: ends the process.
  public init(leave: @escaping @Sendable () -> Void) { self.leave = leave }

  /// Whether trainings are to end with their next step.
  var isRaised: Bool { state.withLock(\.isRaised) }

  /// Calls everything off.
  public func raise() {
    let isIdle = state.withLock { state in
      state.isRaised = true
      return state.trainings == 0
    }
    if isIdle { leave() }
  }

  /// Notes that a training begins.
  func begin() { state.withLock { $0.trainings += 1 } }

  /// Notes that a training ended, with its checkpoint on the disk where it was called off: then the last one ends the process, and the
  /// others wait for that.
  func end() {
    let (isRaised, isLast) = state.withLock { state in
      state.trainings -= 1
      return (state.isRaised, state.trainings == 0)
    }
    guard isRaised else { return }
    if isLast { leave() }
    while true { Thread.sleep(forTimeInterval: 1) }
  }
}
