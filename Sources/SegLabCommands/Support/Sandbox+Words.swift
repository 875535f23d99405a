internal import Foundation
package import Messages
package import Workbench

extension Sandbox {
  /// What the sandbox keeps out, and how to get a better one where there is one.
  package func words(in language: Language) -> [(ok: Bool, phrase: DoctorPhrase)] {
    let reason = self.reason?.text(in: language) ?? ""
    var words: [(ok: Bool, phrase: DoctorPhrase)]
    switch kind {
    case .bubblewrap: return [(true, .sandboxWorks(path: path ?? "bwrap", version: version ?? ""))]
    case .namespaces: words = [(false, .sandboxIsOwn(isEnough: satisfies(.required), reason: reason))]
    case .landlock:
      let isEnough = satisfies(.required)
      words = [(false, .sandboxIsLandlock(version: landlock, isEnough: isEnough, reason: reason))]
    case .limitsOnly: words = [(false, .sandboxFails(reason: reason))]
    }
    switch bubblewrapReason {
    case .noBubblewrap: words.append((true, .installBubblewrap))
    case .namespacesForbidden(_, let setting) where setting.contains("apparmor"):
      let path = URL(fileURLWithPath: path ?? "/usr/bin/bwrap").resolvingSymlinksInPath().path
      words.append((true, .allowByAppArmor(path: path)))
    case .namespacesForbidden(_, let setting): words.append((true, .allowNamespaces(setting: setting)))
    default: break
    }
    return words
  }
}
