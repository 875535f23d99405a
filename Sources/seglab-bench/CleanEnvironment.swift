#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The environment that a measurement needs.
enum CleanEnvironment {
  /// Starts this program anew without `OPENBLAS_CORETYPE` where that is set: the library has read it before `main` runs.
  static func enter() {
    guard getenv("OPENBLAS_CORETYPE") != nil else { return }
    unsetenv("OPENBLAS_CORETYPE")
    var arguments = CommandLine.arguments.map { strdup($0) }
    arguments.append(nil)
    execv("/proc/self/exe", arguments)
    for argument in arguments { free(argument) }
  }
}
