import Checking
import Courses
import Foundation
import Labs
import Messages
import Pages
import Synchronization
import Testing

@testable import SegLabCommands

/// A report's file as anybody may have written it, every leaf of it changed: it is shown or refused in words.
///
/// A trap would end the process of the tests: that it goes on is what is seen here.
@Suite struct ForgedReportTests {
  /// What a leaf, a list or an object is put in place of.
  private static func variants(of value: Any) -> [Any] {
    switch value {
    case let text as String:
      let texts = [
        "", "nan", "inf", "-inf", "a\u{1B}[2J\n\u{202E}", "\u{0}", text + text, String(repeating: "x", count: 3_000),
        "\"",
        "<script>", "%@%d", "../../etc/passwd",
      ]
      return texts + [7, NSNull(), [Any]()]
    case let list as [Any]:
      return [[Any](), Array(list.dropLast()), list + list, Array(list.reversed()), NSNull(), [NSNull()], "x"]
    case let number as NSNumber where String(cString: number.objCType) == "c": return [!number.boolValue, NSNull(), 1]
    case is NSNumber:
      return [
        -1, 0, 1, 2, 1 << 31, 1 << 53, Int.max, Int.min, 1e308, -1e308, Double.leastNonzeroMagnitude, 0.5, "nan", "inf",
        "-inf", NSNull(),
      ]
    case is [String: Any]: return [[String: Any](), NSNull(), [Any]()]
    default: return [1, "a"]
    }
  }

  /// Calls `body` with every value in which one place is changed.
  private static func forEachVariant(of value: Any, _ body: (Any) -> Void) {
    for other in variants(of: value) { body(other) }
    switch value {
    case let list as [Any]:
      for index in list.indices {
        forEachVariant(of: list[index]) { other in
          var changed = list
          changed[index] = other
          body(changed)
        }
      }
    case let object as [String: Any]:
      for key in object.keys.sorted() {
        var without = object
        without[key] = nil
        body(without)
        forEachVariant(of: object[key] ?? 0) { other in
          var changed = object
          changed[key] = other
          body(changed)
        }
      }
    default: break
    }
  }

  /// What is said goes nowhere, and is counted.
  private static func lines(_ body: (Console) -> Void) -> [String] {
    let lines = Mutex<[String]>([])
    for language in Language.allCases {
      body(Console(language: language) { line in lines.withLock { $0.append(line) } })
    }
    return lines.withLock { $0 }
  }

  private static func shown(_ kept: ReportFile, of lab: Lab) -> [String] {
    lines { console in
      let terminal = TerminalReport(lab: lab, console: console)
      terminal.show(kept.report)
      terminal.finish(kept.report)
      console.say(json: ReportJSON(kept.report, in: console.language))
    }
  }

  @Test(.timeLimit(.minutes(4))) func everyChangedReportIsShownOrRefused() throws {
    let golden = CourseFixture.root.appendingPathComponent("Tests/CheckingTests/Goldens/lab-report.json")
    var report = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: golden)) as? [String: Any])
    report["lab"] = "small"
    let file: [String: Any] = [
      "schema": ReportFile.currentSchema, "file": "labs/01-small.md", "text": CommandTests.smallLab, "report": report,
    ]
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-report-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    let theme = try Theme(folder: CourseFixture.root.appendingPathComponent("site").path)
    let page = LabPage(theme: theme, language: .english)
    var (all, refused, shown, harmful) = (0, 0, 0, 0)
    let start = ContinuousClock.now
    Self.forEachVariant(of: file) { variant in
      all += 1
      // Each kind of change comes at each kind of place all the same, at another of its places.
      guard all % 3 == 0, ContinuousClock.now - start < .seconds(150),
        let data = try? JSONSerialization.data(withJSONObject: variant), (try? data.write(to: place)) != nil
      else { return }
      guard let kept = try? ReportFile(path: place.path), let lab = try? kept.lab() else {
        refused += 1
        return
      }
      shown += 1
      let lines = Self.shown(kept, of: lab)
      if lines.contains(where: { $0.contains("\u{1B}") || $0.contains("\u{202E}") }) || lines.isEmpty { harmful += 1 }
      if shown % 8 == 0, let html = try? page.html(lab: lab, report: kept.report), html.contains("<script>alert") {
        harmful += 1
      }
    }
    #expect(all > 3_000 && refused > 200 && shown > 500, "\(all) \(refused) \(shown)")
    #expect(harmful == 0)
  }
}
