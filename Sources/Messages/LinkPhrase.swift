/// What is said to an author about a link or a picture that leads nowhere.
public enum LinkPhrase: Phrase {
  /// There is no file of this name where the text stands.
  case noFile(String)
  /// Nothing in the page is called so: `page` is the file that was linked, nil for the text's own.
  case noPlace(String, page: String?)
  /// A file is there, and no site has it: labs have pages, and pictures stand in them.
  case notPublished(String)
  /// A file that is shown as a picture and is none, or too large for a page.
  case notAPicture(String)
  /// A page of a site links to one that the site does not have.
  case noPage(String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

/// What an author may try first with a link that leads nowhere.
public enum LinkAdvicePhrase: Phrase {
  /// What was meant, as it is to be written.
  case write(String)
  /// What may be written, none of which is near.
  case known([String])
  /// Where the file is looked for.
  case putFile(String)
  /// A file has to be somewhere else to be linked.
  case linkAway
  /// What pictures are.
  case pictures(megabytes: Int)
  /// There is nothing that could be linked.
  case takeOut

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension LinkPhrase {
  var english: String {
    switch self {
    case .noFile(let name): "this leads to `\(name)`, and there is no such file beside the text"
    case .noPlace(let place, nil): "this leads to `#\(place)`, and no heading or cell here is called so"
    case .noPlace(let place, let page?): "this leads to `#\(place)`, and no heading or cell of \(page) is called so"
    case .notPublished(let name):
      "this leads to `\(name)`, which is on this machine and on no site: of files beside a lab, a site has the other labs and the pictures"
    case .notAPicture(let name): "`\(name)` is to be shown as a picture, and it is none that a page can show"
    case .noPage(let name): "this leads to `\(name)`, and the site has no such page"
    }
  }
}

extension LinkAdvicePhrase {
  var english: String {
    switch self {
    case .write(let address): "write `\(address)`"
    case .known(let names): "write one of \(names.map { "`\($0)`" }.listedInEnglish), or take the link out"
    case .putFile(let path): "put the file at \(path), or take the link out"
    case .linkAway: "put the file where it can be downloaded, and write that address: `https://…`"
    case .pictures(let megabytes): "save it as PNG, JPEG, GIF, WebP or SVG with at most \(megabytes) MB"
    case .takeOut: "take the link out, and leave its words"
    }
  }
}

// MARK: Korean

extension LinkPhrase {
  var korean: String {
    switch self {
    case .noFile(let name): "\(Josa.toward.after("`\(name)`")) 이어지는 링크인데, 글 옆에 그런 파일이 없어요"
    case .noPlace(let place, nil): "\(Josa.toward.after("`#\(place)`")) 이어지는 링크인데, 여기에는 그런 제목이나 셀이 없어요"
    case .noPlace(let place, let page?):
      "\(Josa.toward.after("`#\(place)`")) 이어지는 링크인데, \(page)에는 그런 제목이나 셀이 없어요"
    case .notPublished(let name):
      "\(Josa.toward.after("`\(name)`")) 이어지는 링크인데, 이 파일은 이 컴퓨터에만 있고 사이트에는 없어요. 실습 옆의 파일 가운데 사이트에 실리는 것은 다른 실습과 그림이에요"
    case .notAPicture(let name): "\(Josa.object.after("`\(name)`")) 그림으로 보여 주려고 하는데, 페이지에 실을 수 있는 그림이 아니에요"
    case .noPage(let name): "\(Josa.toward.after("`\(name)`")) 이어지는 링크인데, 사이트에 그런 페이지가 없어요"
    }
  }
}

extension LinkAdvicePhrase {
  var korean: String {
    switch self {
    case .write(let address): "`\(address)`\(Josa.quotation.form(after: address)) 써 보세요"
    case .known(let names): "\(names.map { "`\($0)`" }.listedInKorean) 가운데 하나를 쓰거나 링크를 지워 보세요"
    case .putFile(let path): "파일을 \(path)에 두거나 링크를 지워 보세요"
    case .linkAway: "파일을 내려받을 수 있는 곳에 두고 그 `https://…` 주소를 써 보세요"
    case .pictures(let megabytes): "\(megabytes)MB를 넘지 않는 PNG, JPEG, GIF, WebP, SVG 파일로 저장해 보세요"
    case .takeOut: "글은 두고 링크만 지워 보세요"
    }
  }
}
