internal import Foundation

/// PyTorch on this machine, with all that makes it fast.
struct Rival {
  /// Python's file.
  let python: String
  /// `torch_steps.py`.
  let script: String
  /// The environment to run it in.
  let environment: [String: String]
  /// Which allocator it has, for people.
  let allocator: String

  /// Nil where Python, PyTorch or the script is missing.
  ///
  /// - Parameters:
  ///   - python: a name or a path.
  ///   - environment: what to start from.
  init?(python: String, environment: [String: String]) {
    // This program is always built where it runs.
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Benchmarks/torch_steps.py").path(percentEncoded: false)
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let candidates = python.contains("/") ? [python] : folders.map { "\($0)/\(python)" }
    let files = FileManager.default
    guard files.fileExists(atPath: script), let found = candidates.first(where: files.isExecutableFile(atPath:)),
      (try? ChildProcess.output(of: found, ["-c", "import torch"], environment: environment, seconds: 120)) != nil
    else { return nil }
    let libraries = ["x86_64-linux-gnu", "aarch64-linux-gnu"].map { "/usr/lib/\($0)/libtcmalloc_minimal.so.4" }
    var environment = environment
    if let library = libraries.first(where: files.fileExists(atPath:)) {
      environment["LD_PRELOAD"] = library
      allocator = "tcmalloc"
    } else {
      allocator = "without tcmalloc (install libtcmalloc-minimal4 for a fair match)"
    }
    self.python = found
    self.script = script
    self.environment = environment
  }
}
