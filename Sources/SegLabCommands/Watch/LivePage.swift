internal import Checking
internal import Courses
internal import Digests
internal import Files
internal import Foundation
internal import Labs
internal import Messages
internal import Pages

/// The page of the lab that is worked on, written anew on every change.
///
/// The page that is handed in has no script and never changes by itself. What a browser is opened on is a copy in SegLab's own folder, which
/// loads itself again when it was written anew; taken out of there it finds nothing to ask, and stays as it is.
struct LivePage {
  private let pages: LabPage
  /// Where the page that can be handed in is written; nil for nowhere.
  private let path: String?
  /// The folder of the copy; nil for none.
  private let folder: URL?

  /// - Parameters:
  ///   - pages: makes pages.
  ///   - path: where the page is written; nil for nowhere.
  ///   - course: the course, where a browser is to follow it; nil for none.
  init(pages: LabPage, path: String?, following course: CourseFolder?) {
    self.pages = pages
    self.path = path
    folder = course?.state.appendingPathComponent("live", isDirectory: true)
  }

  /// What a browser is opened on; nil where none is to follow.
  var address: String? { folder?.appendingPathComponent("page.html").absoluteString }

  /// Writes the page.
  ///
  /// - Throws: `PageError`, `FileFault`.
  func write(_ lab: Lab, _ report: LabReport) throws {
    if let path { try pages.write(lab: lab, report: report, to: path) }
    guard let folder else { return }
    let html = try pages.html(lab: lab, report: report)
    let version = String(SHA256.hash(data: html.utf8).hexadecimal.prefix(32))
    let place = try OwnFolder(folder.path, for: .making(mode: 0o755))
    try place.write(Self.following(html, version: version).utf8, as: "page.html")
    // Only now: a page that asks earlier would load the old one again.
    try place.write("seglabVersion(\"\(version)\")\n".utf8, as: "version.js")
  }

  /// Takes away what the copy asks, so that it stays as it is.
  func end() {
    guard let folder else { return }
    try? FileManager.default.removeItem(at: folder.appendingPathComponent("version.js"))
  }

  /// The page with a script that asks, again and again, whether it is the newest.
  static func following(_ html: String, version: String) -> String {
    let script = """
      <script nonce="\(version)">
      (() => {
        let misses = 0;
        const ask = () => {
          const script = document.createElement("script");
          script.nonce = "\(version)";
          script.src = "version.js?" + Date.now();
          script.onload = () => { misses = 0; script.remove(); setTimeout(ask, 700); };
          script.onerror = () => { script.remove(); if (++misses < 5) setTimeout(ask, 1500); };
          document.head.append(script);
        };
        window.seglabVersion = version => { if (version !== "\(version)") location.reload(); };
        setTimeout(ask, 700);
      })();
      </script>
      """
    let rules = "default-src 'none'; "
    // The first and the last: what a learner wrote stands between the two.
    guard let policy = html.range(of: rules), let end = html.range(of: "</body>", options: .backwards) else {
      return html
    }
    let (head, middle) = (html[..<policy.upperBound], html[policy.upperBound..<end.lowerBound])
    return "\(head)script-src 'nonce-\(version)'; \(middle)\(script)\n\(html[end.lowerBound...])"
  }
}

/// The browser of whoever sits before the screen.
package enum Browser {
  /// Opens a page; false where there is none to open it with.
  package static func open(_ address: String) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    let isGraphic = ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].contains { environment[$0]?.isEmpty == false }
    // A browser in the terminal would take the screen from the loop.
    guard isGraphic else { return false }
    let named = environment["BROWSER"].map { [$0] } ?? []
    for name in named + ["xdg-open", "wslview", "sensible-browser"] {
      guard let program = path(of: name, environment) else { continue }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = [address]
      (process.standardInput, process.standardOutput, process.standardError) = (
        FileHandle.nullDevice, FileHandle.nullDevice, FileHandle.nullDevice
      )
      if (try? process.run()) != nil { return true }
    }
    return false
  }

  private static func path(of name: String, _ environment: [String: String]) -> String? {
    if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
