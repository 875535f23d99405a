package import ArgumentParser
internal import Courses
internal import Digests
internal import Foundation
package import Messages
package import Work
internal import Workbench

/// Looks whether other people's work can be kept in here.
///
/// - Parameters:
///   - console: where to speak.
///   - status: what the exit code says where it cannot.
/// - Throws: `Failure` that says how to get a sandbox where there is none that is good enough.
package func requireSandbox(_ console: Console, or status: ExitStatus = .internalFault) async throws {
  let sandbox = await Sandbox.find()
  guard !sandbox.satisfies(.required) else { return }
  let help = sandbox.words(in: console.language).dropFirst().map { Message($0.phrase) }
  let reason = Message(sandbox.reason ?? SandboxPhrase.noBubblewrap)
  throw Failure(status, GradingPhrase.noSandbox(reason: reason, help: Array(help)))
}

extension Console {
  /// The work store in a folder.
  ///
  /// - Parameters:
  ///   - path: the folder, as the user names it: where it is a link, what it leads to is the folder.
  ///   - timing: how a new one is made; nil where there has to be one.
  /// - Returns: the store.
  /// - Throws: `Failure` where there is none, or it is not this user's.
  package func workStore(at path: String, makes timing: WorkStore.Timing? = nil) throws -> WorkStore {
    let (key, remark) = SealKey.ofUser()
    // What is sealed with a key that nobody else has can be done nowhere else.
    if let remark { throw Failure(.badFile, remark) }
    do throws(WorkProblem) {
      return try WorkStore(URL(fileURLWithPath: path, isDirectory: true), makes: timing, key: key)
    } catch {
      throw Failure(.badFile, error.phrase)
    }
  }
}

extension ArgumentHelp {
  /// Help of the commands for work that machines share.
  package init(shared phrase: WorkHelpPhrase) { self.init(stringLiteral: phrase.text(in: .ofEnvironment)) }
}

extension CommandConfiguration {
  /// A command for work that machines share.
  init(_ name: String, shared phrase: WorkHelpPhrase, rules: WorkHelpPhrase? = nil) {
    self.init(
      commandName: name, abstract: phrase.text(in: .ofEnvironment),
      discussion: rules?.text(in: .ofEnvironment) ?? "")
  }
}
