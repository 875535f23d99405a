internal import Messages

/// Why a layer does not fit, and what to try first.
struct Mismatch: Error {
  /// What is wrong.
  let summary: NetworkPhrase
  /// What to try first; nil where there is nothing to say.
  var help: NetworkAdvicePhrase?
}
