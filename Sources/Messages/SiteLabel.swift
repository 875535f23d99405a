/// The fixed words of a site's frame: navigation, search, and what stands around a lab. A theme's templates call them by their names.
public enum SiteLabel: String, CaseIterable, Phrase {
  /// The link past everything that stands before the page's content.
  case skip
  /// The home page.
  case home
  /// The list of labs.
  case labs
  /// The list of data sets.
  case dataSets
  /// The page of terms.
  case glossary
  /// The search.
  case search
  /// What is to be typed into the search.
  case searchPrompt
  /// Nothing was found.
  case nothingFound
  /// The search needs a script.
  case searchNeedsScript
  /// What the navigation is, for who cannot see it.
  case navigation
  /// What the links to other languages are, for who cannot see them.
  case languages
  /// The lab before.
  case previous
  /// The lab after.
  case next
  /// What the links before and after are, for who cannot see them.
  case neighbours
  /// The switch between light and dark paper.
  case theme
  /// Copies a cell.
  case copy
  /// A cell was copied.
  case copied
  /// The lab as a Markdown file.
  case markdown
  /// There is no such page.
  case lost
  /// What to do where there is no such page.
  case lostAdvice
  /// The page is elsewhere now.
  case moved

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension SiteLabel {
  var english: String {
    switch self {
    case .skip: return "To the content"
    case .home: return "Home"
    case .labs: return "Labs"
    case .dataSets: return "Data sets"
    case .glossary: return "Glossary"
    case .search: return "Search"
    case .searchPrompt: return "Search the labs (press /)"
    case .nothingFound: return "Nothing was found. Try fewer letters, or another word."
    case .searchNeedsScript:
      return "The search needs JavaScript. Without it, your browser's own search looks through a page."
    case .navigation: return "Pages of this site"
    case .languages: return "This page in other languages"
    case .previous: return "Previous"
    case .next: return "Next"
    case .neighbours: return "Labs before and after"
    case .theme: return "Light or dark"
    case .copy: return "Copy"
    case .copied: return "Copied"
    case .markdown: return "This lab as Markdown"
    case .lost: return "There is no such page"
    case .lostAdvice: return "It may have moved, or the address has a slip in it. All labs are on the home page:"
    case .moved: return "This page has moved"
    }
  }
}

// MARK: Korean

extension SiteLabel {
  var korean: String {
    switch self {
    case .skip: return "본문으로"
    case .home: return "홈"
    case .labs: return "실습"
    case .dataSets: return "데이터셋"
    case .glossary: return "용어"
    case .search: return "찾기"
    case .searchPrompt: return "실습에서 찾기 (/ 키)"
    case .nothingFound: return "찾은 것이 없어요. 더 짧게, 또는 다른 말로 찾아보세요."
    case .searchNeedsScript: return "찾기에는 자바스크립트가 필요해요. 없으면 브라우저의 찾기로 페이지 안을 찾아보세요."
    case .navigation: return "이 사이트의 페이지"
    case .languages: return "다른 언어로 보기"
    case .previous: return "이전"
    case .next: return "다음"
    case .neighbours: return "앞뒤 실습"
    case .theme: return "밝게 또는 어둡게"
    case .copy: return "복사"
    case .copied: return "복사했어요"
    case .markdown: return "이 실습의 마크다운"
    case .lost: return "그런 페이지가 없어요"
    case .lostAdvice: return "자리가 바뀌었거나 주소에 오타가 있을 수 있어요. 모든 실습은 홈에 있어요."
    case .moved: return "페이지의 자리가 바뀌었어요"
    }
  }
}

extension Language {
  /// What the language calls itself.
  public var ownName: String {
    switch self {
    case .english: "English"
    case .korean: "한국어"
    }
  }
}
