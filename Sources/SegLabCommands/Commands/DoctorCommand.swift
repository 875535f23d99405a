internal import ArgumentParser
internal import Courses
internal import Foundation
internal import Kernels
internal import Messages
internal import Sessions
internal import Workbench

/// `seglab doctor`: what SegLab works with here, and what slows it down.
struct DoctorCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("doctor", .doctor) }

  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var common: CommonOptions

  /// What was found, in the form `seglab/doctor/v1`.
  struct Finding: Encodable {
    let name: String
    let ok: Bool
    let text: String
  }

  func run() async throws {
    let console = common.console
    var findings: [Finding] = []
    func add(_ name: String, ok: Bool = true, _ phrase: DoctorPhrase) {
      findings.append(Finding(name: name, ok: ok, text: phrase.text(in: console.language)))
    }
    add("version", .version(SegLabCommand.version))
    let cpu = CPUInfo.current
    let features = CPUFeature.allCases.filter(cpu.features.contains).map(\.rawValue)
    add("processor", .processor(name: cpu.name, cores: cpu.cores, features: features))
    add("memory", .memory(total: cpu.memory, free: MachineMemory.available))
    let library = MathLibrary.current
    add(
      "math-library",
      .mathLibrary(
        version: library.version, kernel: library.kernel, threads: library.threads,
        configuration: library.configuration))
    let unused = library.unusedFeatures.map(\.rawValue)
    if let pinned = library.pinnedKernel {
      add(
        "openblas-coretype", ok: unused.isEmpty,
        unused.isEmpty ? .pinned(pinned) : .slowKernel(pinned: pinned, kernel: library.kernel, unused: unused))
    } else if library.hasGeneralKernel {
      add("openblas-coretype", ok: false, .generalKernel(kernel: library.kernel, unused: unused))
    }
    do {
      let toolchain = try Toolchain.find()
      add("compiler", .compiler(path: toolchain.frontend))
      add("module", .module(path: toolchain.module))
    } catch {
      add("compiler", ok: false, .noToolchain(reason: error.phrase.text(in: console.language)))
    }
    let sandbox = await Sandbox.find()
    for (ok, phrase) in sandbox.words(in: console.language) { add("sandbox", ok: ok, phrase) }
    if let course = CourseFolder.found {
      let closed = course.closedFolder
      add(
        "course", ok: closed == nil,
        closed.map { folder, code in
          .courseClosed(
            course: course.root.path, folder: folder, reason: String(cString: strerror(code)), isReadOnly: code == EROFS
          )
        } ?? .course(path: course.root.path))
    }
    if let home = try? Installation.find().home {
      add("home", .home(path: home.path))
    } else {
      findings.append(
        Finding(name: "home", ok: false, text: CommandPhrase.noInstallation.text(in: console.language)))
    }
    show(findings, on: console)
  }

  private func show(_ findings: [Finding], on console: Console) {
    if json {
      console.say(json: ["findings": findings])
      return
    }
    for finding in findings {
      let sign = finding.ok ? console.styled("✓", .green) : console.styled("!", .yellow)
      console.say("\(sign) \(finding.text)")
    }
    let count = findings.count { !$0.ok }
    console.say(count == 0 ? DoctorPhrase.healthy : .attention(count: count))
  }
}
