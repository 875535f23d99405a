/// What the commands about sites say.
public enum SitePhrase: Phrase {
  /// The site was built: how many pages it has, and how many of them were made anew.
  case built(pages: Int, made: Int, path: String)
  /// The site is shown at an address, and built again after every save.
  case served(path: String, address: String)
  /// How the program that shows the site is ended.
  case ends

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch (self, language) {
    case (.built(let pages, let made, let path), .english):
      return
        "The site in \(path) has \(pages.grouped) \(pages == 1 ? "page" : "pages"), \(made.grouped) of them new or changed. "
        + "Open \(path)/index.html."
    case (.served(let path, let address), .english):
      return "The site in \(path) is at \(address) and follows what you save."
    case (.served(let path, let address), .korean):
      return "\(path)의 사이트를 \(address)에서 볼 수 있어요. 저장하면 바로 따라 바뀌어요."
    case (.ends, .english): return "Ctrl-C ends it."
    case (.ends, .korean): return "Ctrl-C를 누르면 끝나요."
    case (.built(let pages, let made, let path), .korean):
      return
        (made == pages
        ? "\(path)의 사이트 \(pages.grouped)쪽을 모두 새로 만들었어요. "
        : "\(path)의 사이트는 \(pages.grouped)쪽이고, 그 가운데 \(made.grouped)쪽을 새로 만들었어요. ")
        + "\(path)/index.html을 열어 보세요."
    }
  }
}

/// The help of the commands about sites.
public enum SiteHelpPhrase: Wording {
  case site, build, serve, out, theme, reports, answers, port, noOpen

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension SiteHelpPhrase {
  var english: String {
    switch self {
    case .site: return "Publish the course as a static site."
    case .build: return "Make the site; it opens from its folder, offline. Trains and runs nothing."
    case .serve: return "Show the site in a browser on this machine; it follows every save."
    case .port: return "The port to listen at. (default: the first that is free)"
    case .noOpen: return "Open no browser."
    case .out: return "The folder to make; what is in it and not the site's stays."
    case .theme: return "A folder with site.yml, templates, assets and pages in place of the usual look."
    case .reports:
      return
        "A folder with reports from `run --report`: their curves and predictions stand on the labs' pages. (default: reports)"
    case .answers: return "Also show the networks that gave those results: for instructors, they are the labs' answers."
    }
  }
}

// MARK: Korean

extension SiteHelpPhrase {
  var korean: String {
    switch self {
    case .site: return "과정을 정적 사이트로 펴내요."
    case .build: return "사이트를 만들어요. 폴더에서 바로, 인터넷 없이 열려요. 학습이나 실행은 하지 않아요."
    case .serve: return "이 컴퓨터의 브라우저에서 사이트를 보여 줘요. 저장할 때마다 따라 바뀌어요."
    case .port: return "기다릴 포트예요. (기본: 비어 있는 첫 포트)"
    case .noOpen: return "브라우저를 열지 않아요."
    case .out: return "만들 폴더예요. 그 안에 있던 다른 파일은 그대로 남아요."
    case .theme: return "기본 모양 대신 쓸 site.yml, templates, assets, pages가 든 폴더예요."
    case .reports:
      return "`run --report`로 남긴 보고서가 든 폴더예요. 곡선과 예측이 실습 페이지에 실려요. (기본: reports)"
    case .answers: return "그 결과를 낸 신경망도 보여 줘요. 실습의 해답이니 강사용이에요."
    }
  }
}
