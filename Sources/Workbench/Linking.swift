internal import Foundation

/// How objects become a program.
///
/// LLVM's linker itself is called where the C library's objects are where Debian has them: clang as its driver takes a third of the time
/// of both, and looks for what does not move. Where that does not do (another system, a function of a compiler's own library, a
/// mistake) clang links, and what it says counts.
struct Linking: Sendable, Hashable {
  /// The driver: it knows where everything is.
  let driver: String
  /// LLVM's linker, which is the quickest; nil where the toolchain brings none.
  private let linker: String?

  /// The programs that link.
  var programs: [String] { [driver] + (linker.map { [$0] } ?? []) }

  /// - Parameter root: the folder of the toolchain.
  init(root: String) {
    driver = root + "/bin/clang"
    let path = root + "/bin/ld.lld"
    linker = Toolchain.exists(path) ? path : nil
  }

  /// The commands that may be tried one after the other until one of them makes the program.
  ///
  /// - Parameters:
  ///   - objects: the objects and archives.
  ///   - libraries: the names of libraries.
  ///   - folder: where these libraries are.
  ///   - program: the file to make.
  /// - Returns: the commands, each as its words.
  func commands(of objects: [String], libraries: [String], in folder: String, making program: String) -> [[String]] {
    let inputs = objects + ["-L", folder] + libraries.map { "-l" + $0 }
    let output = ["-o", program]
    let driven =
      [driver, "-pie"] + (linker == nil ? [] : ["-fuse-ld=lld"]) + inputs + ["-Wl,--strip-debug"] + output
    return [direct(inputs, output), driven].compactMap(\.self)
  }

  /// The linker with what a program of C needs at its ends; nil where it is not known here.
  private func direct(_ inputs: [String], _ output: [String]) -> [String]? {
    #if arch(x86_64)
      guard let linker else { return nil }
      let system = "/usr/lib/x86_64-linux-gnu"
      let start = ["Scrt1.o", "crti.o"].map { "\(system)/\($0)" }
      let end = ["-L", system, "-lc", "\(system)/crtn.o"]
      let form = ["-pie", "--eh-frame-hdr", "-m", "elf_x86_64", "-dynamic-linker", "/lib64/ld-linux-x86-64.so.2"]
      // Nothing is gained by making a program smaller that runs once.
      return [linker, "--strip-debug", "-O0"] + form + start + inputs + end + output
    #else
      return nil
    #endif
  }
}
