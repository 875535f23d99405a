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

extension Failure {
  /// What a work store could not do, as a command's end.
  package init(_ problem: WorkProblem) {
    let status: ExitStatus =
      problem.isUnfinished ? .unfinished : problem.isOfMachine ? .unavailable : problem.isMisasked ? .usage : .badFile
    self.init(status, problem.phrase)
  }
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
    guard !path.isEmpty else {
      throw Failure(.usage, timing == nil ? WorkStorePhrase.none(path: "''") : WorkStorePhrase.noName)
    }
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    if timing == nil, let place = SealKey.place(environment: ProcessInfo.processInfo.environment),
      !FileManager.default.fileExists(atPath: place)
    {
      // A store that is there was made with a key: one that is made now opens none.
      do throws(WorkProblem) { _ = try WorkStore(folder, key: .ofThisProcess) } catch {
        if case .store(.otherKey(let path, _)) = error {
          throw Failure(.badFile, WorkStorePhrase.noKey(path: path, key: place))
        }
        throw Failure(error)
      }
    }
    let (key, remark) = SealKey.ofUser()
    // What is sealed with a key that nobody else has can be done nowhere else; and a key that stores were made with is not to be removed.
    switch remark {
    case nil: break
    case .keyUnsafe(let path)?: throw Failure(.badFile, WorkStorePhrase.badKey(path: path))
    case .keyNotKept(let path, let reason)?:
      throw Failure(.badFile, WorkStorePhrase.keyNotUsed(path: path, reason: reason))
    case .noHomeForKey?: throw Failure(.badFile, WorkStorePhrase.noKeyFolder)
    case let remark?: throw Failure(.badFile, remark)
    }
    do throws(WorkProblem) {
      let store = try WorkStore(folder, makes: timing, key: key)
      if store.isOpenToOthers { mention(WorkStorePhrase.openToOthers(path: store.path)) }
      return store
    } catch {
      throw Failure(error)
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
