import Foundation
import Messages
import Testing

@testable import SegLabCommands
@testable import Workbench

/// What `seglab doctor` says of the sandbox and of the course folder.
@Suite(.serialized) struct DoctorTests {
  private func sandbox(_ kind: Sandbox.Kind, landlock: Int = 7, _ reason: SandboxPhrase?) -> Sandbox {
    Sandbox(kind: kind, path: "/usr/bin/bwrap", version: "0.8.0", landlock: landlock, reason: reason)
  }

  @Test func whatItKeepsOutAndHowToGetABetterOneIsSaid() {
    let absent = SandboxPhrase.noBubblewrap
    let reason = absent.text(in: .english)
    let words = { (sandbox: Sandbox) in sandbox.words(in: .english).map(\.phrase) }
    #expect(
      words(sandbox(.bubblewrap, nil)) == [.sandboxWorks(path: "/usr/bin/bwrap", version: "0.8.0")])
    #expect(
      words(sandbox(.namespaces, absent)) == [.sandboxIsOwn(isEnough: true, reason: reason), .installBubblewrap])
    #expect(
      words(sandbox(.landlock, absent)) == [
        .sandboxIsLandlock(version: 7, isEnough: true, reason: reason), .installBubblewrap,
      ])
    #expect(
      words(sandbox(.landlock, landlock: 2, absent)).first
        == .sandboxIsLandlock(version: 2, isEnough: false, reason: reason))
    let neither = SandboxPhrase.neither(bubblewrap: absent, landlock: .noLandlock)
    #expect(
      words(sandbox(.limitsOnly, neither)) == [
        .sandboxFails(reason: neither.text(in: .english)), .installBubblewrap,
      ])
  }

  @Test func whatForbidsBubblewrapIsNamedWithTheWayToAllowIt() {
    let appArmor = SandboxPhrase.namespacesForbidden(
      words: "bwrap: setting up uid map: Permission denied", setting: "kernel.apparmor_restrict_unprivileged_userns")
    let path = URL(fileURLWithPath: "/usr/bin/bwrap").resolvingSymlinksInPath().path
    let last = sandbox(.landlock, appArmor).words(in: .english).last?.phrase
    #expect(last == .allowByAppArmor(path: path))
    let lines = last?.text(in: .english).split(separator: "\n").map(String.init) ?? []
    // As it stands it is pasted into a shell: an indented end would end nothing.
    #expect(lines.contains("END") && lines.contains("profile seglab-bwrap \(path) flags=(unconfined) {"))
    let count = SandboxPhrase.namespacesForbidden(words: "", setting: "user.max_user_namespaces")
    #expect(
      sandbox(.limitsOnly, .neither(bubblewrap: count, landlock: .noLandlock)).words(in: .korean)
        .last?.phrase == .allowNamespaces(setting: "user.max_user_namespaces"))
  }

  @Test func withoutBubblewrapItIsNotWell() throws {
    let course = try CourseFixture()
    course.variables["SEGLAB_BWRAP"] = "/nonexistent"
    let result = try course.seglab("doctor")
    #expect(result.status == 0)
    #expect(result.output.contains("! sandbox: ") && result.output.contains("--sandbox required"))
    #expect(!result.output.contains("All is well."))
    #expect(!result.output.contains("course: "))
  }

  @Test(.enabled(if: geteuid() != 0 || FaultTests.canBeNobody)) func aCourseThatCannotBeWrittenToIsNotWell() throws {
    let course = try CourseFixture()
    try course.write("x", to: "labs/01-small.md")
    let here = URL(fileURLWithPath: course.folder.path).resolvingSymlinksInPath().path
    #expect(try course.seglab("doctor").output.contains("✓ course: "))
    if geteuid() == 0 {
      course.isNobody = true
    } else {
      chmod(course.folder.path + "/labs", 0o500)
    }
    defer { chmod(course.folder.path + "/labs", 0o700) }
    let result = try course.seglab("doctor")
    #expect(result.output.contains("! course: \(here)"), "\(result.output)\(result.errors)")
    #expect(result.output.contains("cannot be written to (Permission denied)"))
    #expect(!result.output.contains("All is well."))
  }
}
