public import Digests
internal import Files
public import Foundation
public import Messages

extension SealKey {
  /// The user's key, and what to say where it cannot be used.
  ///
  /// Made here where there is none yet.
  /// - Parameter environment: the process's environment.
  /// - Returns: the key, one for this process alone where none can be kept; and what to say of it.
  public static func ofUser(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> (key: SealKey, remark: StorePhrase?) {
    let (key, problem) = load(environment: environment)
    return (key, problem?.phrase)
  }
}

extension SealKey.Problem {
  /// What happened, and what to try first.
  var phrase: StorePhrase {
    switch self {
    case .noHome: .noHomeForKey
    case .unsafe(let path): .keyUnsafe(path: path)
    case .refused(let fault): .keyNotKept(path: fault.path, reason: fault.reason)
    }
  }
}
