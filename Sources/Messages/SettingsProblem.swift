/// What is wrong with a site's settings.
public enum SettingsProblem: Codable, Sendable, Hashable {
  /// The file is not YAML.
  case notYAML
  /// There should be keys with values.
  case expectedKeys(known: [String])
  /// A key that means nothing there.
  case unknownKey(String, known: [String])
  /// A key that must be there.
  case missingKey(String)
  /// The key's value should be words.
  case expectedWords(key: String)
  /// The key's value should be, or name, languages that SegLab speaks.
  case expectedLanguages(key: String)
  /// The site's place on its host should begin and end with a slash.
  case expectedBase
  /// The host should be an address without a path.
  case expectedHost
  /// There should be names of pages that are not taken.
  case expectedPageNames(taken: [String])
  /// There should be an address and words in every language.
  case expectedLink
  /// There should be an old name of a lab and its new one.
  case expectedRedirects
  /// There should be colors, each with two values.
  case expectedColors
  /// A lab that is not in the course.
  case unknownLab(key: String, lab: String, known: [String])
  /// An entry of the glossary that lacks something.
  case expectedTerm
  /// An entry of the reference that lacks something.
  case expectedSymbol
}

// MARK: English

extension SettingsProblem {
  var english: String {
    switch self {
    case .notYAML: return "this is not YAML. Look for a missing colon, or a line that is indented differently."
    case .expectedKeys(let known): return "here should be the keys \(known.joined(separator: ", ")) with their values."
    case .unknownKey(let key, let known):
      return "the key `\(key)` means nothing here; known are \(known.joined(separator: ", "))."
    case .missingKey(let key): return "the key `\(key)` is missing. Add it."
    case .expectedWords(let key): return "`\(key)` should be words. Write it as `\(key): Some words`."
    case .expectedLanguages(let key):
      return "`\(key)` should name languages, each once: \(Language.allCases.map(\.rawValue).joined(separator: ", "))."
    case .expectedBase:
      return "`base` should be where the site stands on its host, as in `base: /course/`: letters, digits and - _ . ~ "
        + "between slashes."
    case .expectedHost:
      return
        "`host` should be where the site is, without a path or a slash at its end, as in `host: https://example.org`."
    case .expectedPageNames(let taken):
      return "`pages` should name pages of text, each once, as in `pages: [about]`: letters, digits and - _ . ~; "
        + "taken are \(taken.joined(separator: ", "))."
    case .expectedLink:
      return "a link should have an address and words in every language, as in "
        + "`- {url: \"https://example.org\", en: Source, ko: 소스}`."
    case .expectedRedirects:
      return "`redirects` should lead from a lab's old name to its new one, as in `redirects: {02-fcn: 02-conv}`."
    case .expectedColors:
      return "a color should have a value for light paper and one for dark, as in "
        + "`colors: {accent: [\"#1f5f8b\", \"#84c1ea\"]}`."
    case .unknownLab(let key, let lab, let known):
      return
        "`\(key)` leads to the lab “\(lab)”, which is not in the course; there are \(known.joined(separator: ", "))."
    case .expectedTerm:
      return "a term should have an `id`, and in every language of the site a `term` and a `text`."
    case .expectedSymbol:
      return "an entry should have a `name`, a `page`, a `signature` or `cases`, and words in every language of the "
        + "site."
    }
  }
}

// MARK: Korean

extension SettingsProblem {
  var korean: String {
    switch self {
    case .notYAML: return "YAML이 아니에요. 빠진 콜론이나 들여쓰기가 다른 줄을 찾아보세요."
    case .expectedKeys(let known): return "\(known.joined(separator: ", ")) 키와 그 값이 있어야 해요."
    case .unknownKey(let key, let known):
      return "`\(key)` 키는 여기서 쓰이지 않아요. 쓸 수 있는 키: \(known.joined(separator: ", "))."
    case .missingKey(let key): return "`\(key)` 키가 없어요. 더해 보세요."
    case .expectedWords(let key): return "`\(key)`에는 글이 있어야 해요. `\(key): 어떤 글`처럼 써 보세요."
    case .expectedLanguages(let key):
      return "`\(key)`에는 언어를 한 번씩 써야 해요. 쓸 수 있는 언어: "
        + "\(Language.allCases.map(\.rawValue).joined(separator: ", "))."
    case .expectedBase:
      return "`base`는 호스트에서 사이트가 놓일 자리예요. `base: /course/`처럼 빗금 사이에 영문자, 숫자, - _ . ~만 써 보세요."
    case .expectedHost:
      return "`host`에는 사이트가 있는 곳을 경로나 끝의 빗금 없이 써 주세요. 예: `host: https://example.org`."
    case .expectedPageNames(let taken):
      return "`pages`에는 글 페이지의 이름을 한 번씩만 `pages: [about]`처럼 써 보세요. 영문자, 숫자, - _ . ~만 쓸 수 있고, "
        + "이미 쓰이는 이름은 \(taken.joined(separator: ", "))\(.copula, after: taken.joined(separator: ", "))."
    case .expectedLink:
      return "링크에는 주소와 모든 언어의 글이 있어야 해요. `- {url: \"https://example.org\", en: Source, ko: 소스}`처럼 써 보세요."
    case .expectedRedirects:
      return "`redirects`는 실습의 옛 이름에서 새 이름으로 이어 줘요. `redirects: {02-fcn: 02-conv}`처럼 써 보세요."
    case .expectedColors:
      return "색에는 밝은 바탕의 값과 어두운 바탕의 값이 있어야 해요. `colors: {accent: [\"#1f5f8b\", \"#84c1ea\"]}`처럼 써 보세요."
    case .unknownLab(let key, let lab, let known):
      return "`\(key)`\(.subject, after: key) 가리키는 ‘\(lab)’ 실습이 과정에 없어요. 있는 실습: \(known.joined(separator: ", "))."
    case .expectedTerm: return "용어에는 `id`가 있고, 사이트의 모든 언어에 `term`과 `text`가 있어야 해요."
    case .expectedSymbol:
      return "항목에는 `name`과 `page`, `signature`나 `cases`, 그리고 사이트의 모든 언어로 된 설명이 있어야 해요."
    }
  }
}
