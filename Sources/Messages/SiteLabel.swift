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
  /// The pages of everything that a learner writes.
  case reference
  /// What those pages are.
  case referenceLead
  /// The page of layers.
  case layersPage
  /// The page of the settings of a training.
  case trainingPage
  /// The page of the steps of a preprocessing.
  case preprocessingPage
  /// The page of checks.
  case checksPage
  /// The page of messages.
  case messagesPage
  /// What the page of messages is.
  case messagesLead
  /// The column of settings.
  case setting
  /// The column of types.
  case valueType
  /// The column of defaults.
  case defaultValue
  /// The column of bounds.
  case bounds
  /// The column of meanings.
  case meaning
  /// What has no default.
  case needed
  /// The column of the values of a type.
  case values
  /// The column of checks.
  case check
  /// The column of how a check is written.
  case written
  /// Checks that look at networks.
  case onNetworks
  /// Checks that measure trainings.
  case onTrainings
  /// The column of message ids.
  case message
  /// The column of words.
  case words
  /// How strongly curves are smoothed.
  case smoothing
  /// How strongly areas are drawn over images.
  case opacity
  /// The slider through the predictions that a network made while it trained.
  case moment
  /// How values are read off a chart.
  case chartKeys
  /// Sorts a table by a column.
  case sortBy
  /// The title of the figure of a convolution.
  case convolutionFigure
  /// The title of the figure of a pooling.
  case poolingFigure
  /// The title of the figure of a transposed convolution.
  case transposedFigure
  /// Shows the step before.
  case stepBack
  /// Shows the next step.
  case stepForward
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
    case .reference: return "Reference"
    case .referenceLead:
      return "Everything that you write in a lab: layers, settings, checks "
        + "and messages, as the program itself has them."
    case .layersPage: return "Layers"
    case .trainingPage: return "Training"
    case .preprocessingPage: return "Preprocessing"
    case .checksPage: return "Checks"
    case .messagesPage: return "Messages"
    case .messagesLead:
      return "What the program can say of your work, by its name in reports. "
        + "In angle quotes and 3 stand for what is found."
    case .setting: return "Setting"
    case .valueType: return "Type"
    case .defaultValue: return "Default"
    case .bounds: return "Bounds"
    case .meaning: return "Meaning"
    case .needed: return "must be written"
    case .values: return "Value"
    case .check: return "Check"
    case .written: return "Written"
    case .onNetworks: return "On what is written"
    case .onTrainings: return "On what a training came to"
    case .message: return "Name"
    case .words: return "Words"
    case .smoothing: return "Smoothing"
    case .opacity: return "Overlay"
    case .moment: return "Moment"
    case .chartKeys: return "Move over the chart, or use the arrow keys, to read values"
    case .sortBy: return "Sort by this column"
    case .convolutionFigure:
      return "A convolution: a 3 × 3 filter that looks for "
        + "edges, moved by 1, without padding"
    case .poolingFigure: return "Max pooling: a 2 × 2 window, moved by 2"
    case .transposedFigure:
      return "A transposed convolution: each number times a 3 × "
        + "3 filter, laid 2 apart, and added up"
    case .stepBack: return "Step back"
    case .stepForward: return "Next step"
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
    case .searchNeedsScript:
      return "찾기에는 자바스크립트가 필요해요. 없으면 "
        + "브라우저의 찾기로 페이지 안을 찾아보세요."
    case .navigation: return "이 사이트의 페이지"
    case .languages: return "다른 언어로 보기"
    case .previous: return "이전"
    case .next: return "다음"
    case .neighbours: return "앞뒤 실습"
    case .theme: return "밝게 또는 어둡게"
    case .copy: return "복사"
    case .copied: return "복사했어요"
    case .markdown: return "이 실습의 마크다운"
    case .reference: return "레퍼런스"
    case .referenceLead:
      return "실습에서 쓰는 모든 것을 모았어요. 층, 설정, "
        + "검사, 메시지가 프로그램에 있는 그대로예요."
    case .layersPage: return "층"
    case .trainingPage: return "학습"
    case .preprocessingPage: return "전처리"
    case .checksPage: return "검사"
    case .messagesPage: return "메시지"
    case .messagesLead:
      return "프로그램이 여러분의 코드에 대해 할 수 있는 말이에요. 보고서에 나오는 이름 "
        + "순서예요. ‹ ›와 3은 실제 값이 들어갈 자리예요."
    case .setting: return "설정"
    case .valueType: return "타입"
    case .defaultValue: return "기본값"
    case .bounds: return "범위"
    case .meaning: return "뜻"
    case .needed: return "꼭 써야 해요"
    case .values: return "값"
    case .check: return "검사"
    case .written: return "쓰는 법"
    case .onNetworks: return "쓴 코드를 보는 검사"
    case .onTrainings: return "학습 결과를 재는 검사"
    case .message: return "이름"
    case .words: return "내용"
    case .smoothing: return "부드럽게"
    case .opacity: return "덧그림"
    case .moment: return "시점"
    case .chartKeys: return "그래프 위를 움직이거나 화살표 키를 눌러 값을 읽어 보세요"
    case .sortBy: return "이 열로 정렬"
    case .convolutionFigure: return "합성곱: 경계를 찾는 3 × 3 필터를 한 칸씩 옮겨요. 패딩은 없어요"
    case .poolingFigure: return "최대 풀링: 2 × 2 창을 두 칸씩 옮겨요"
    case .transposedFigure: return "전치 합성곱: 값마다 3 × 3 필터를 곱해서 두 칸 간격으로 놓고 더해요"
    case .stepBack: return "앞 단계"
    case .stepForward: return "다음 단계"
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
