internal import Diagnostics

/// What a learner calls by another word than the cell does: `std` for `deviation`, `문턱값` for `level`.
enum OtherNames {
  /// Words of others, and parts of the names that are meant by them.
  private static let synonyms: [(words: Set<String>, parts: [String])] = [
    (
      ["std", "stdev", "stddev", "sigma", "σ", "sd", "표준편차", "편차", "시그마"], ["dev", "std", "sigma", "편차"]
    ),
    (["mu", "μ", "µ", "뮤", "avg", "average", "mean", "평균", "평균값"], ["mean", "avg", "average", "평균"]),
    (
      [
        "intersection", "inter", "intersect", "overlap", "common", "tp", "교집합", "겹침", "겹치는부분", "겹친부분", "공통", "공통부분",
        "둘다",
      ], ["both", "inter", "common"]
    ),
    (["union", "total", "denominator", "합", "합계", "총합", "합집합", "분모", "전체"], ["sum", "total"]),
    (["numerator", "top", "분자"], ["above"]),
    (
      [
        "threshold", "thresh", "cutoff", "limit", "레벨", "수준", "기준", "기준값", "기준치", "임계값", "임계치", "문턱", "문턱값", "경계",
        "경계값",
        "역치",
      ], ["level", "thresh", "cut"]
    ),
    (["개수", "갯수", "픽셀수", "수", "n", "num", "size", "area", "넓이"], ["count", "area"]),
    (["제곱합", "제곱", "variance", "var", "분산"], ["squares", "variance"]),
    (["차", "차이", "diff", "delta"], ["difference", "diff"]),
    (["결과", "출력", "output", "out", "res", "답"], ["answer", "result", "binary"]),
    (["이진", "이진영상", "이진마스크", "mask", "마스크"], ["binary", "answer"]),
    (["확률", "probs", "prob", "probability"], ["probabilities"]),
    (["영상", "이미지", "그림", "사진", "image", "img"], ["picture", "grey", "image"]),
    (["회색", "회색조", "gray"], ["grey"]),
    (["예측", "예측값", "pred"], ["prediction"]), (["정답", "레이블", "라벨", "gt", "truth", "target"], ["label"]),
    (["행", "줄"], ["row"]), (["열", "칸"], ["column"]),
  ]

  /// In longer cells nothing is looked for.
  private static let most = 4_000

  /// How often each word stands in a cell.
  static func counts(in text: CellText) -> [String: Int] {
    guard text.tokens.count <= most else { return [:] }
    return text.tokens.reduce(into: [:]) { if $1.kind == .word { $0[$1.text, default: 0] += 1 } }
  }

  /// The name in the cell that a word means which nothing is called by.
  ///
  /// - Parameters:
  ///   - word: the word.
  ///   - place: its place.
  ///   - text: the cell.
  ///   - counts: how often each word stands in it.
  /// - Returns: nil where none may be meant, or several, or one that is spelled nearly so.
  static func meant(by word: String, at place: Int, in text: CellText, _ counts: [String: Int]) -> String? {
    guard !counts.isEmpty else { return nil }
    let made = names(before: place, in: text)
    let plain = word.lowercased()
    if let parts = synonyms.first(where: { $0.words.contains(plain) })?.parts,
      let ours = made.first(where: { name in parts.contains { name.lowercased().contains($0) } })
    {
      return ours
    }
    if let ours = OtherLibraries.here(word), made.contains(ours) { return ours }
    // What the function is given or makes, and nothing reads, is missed where a name is that nobody makes.
    guard !isMade(place, in: text), Spelling.nearest(to: word, among: made) == nil,
      let head = text.tokens.indices.last(where: { text.sees("func", at: $0) && $0 < place })
    else { return nil }
    let unused = names(before: place, in: text, behind: head).filter { counts[$0] == 1 }
    return unused.count == 1 ? unused[0] : nil
  }

  /// The names that are made above a place, and those that the function around it is given.
  private static func names(before place: Int, in text: CellText, behind start: Int = 0) -> [String] {
    let made = text.tokens.indices.filter { index in
      index >= start && index < place && text.tokens[index].kind == .word
        && ["let", "var", "for"].contains(text[at: index - 1]?.text)
    }
    let heads = text.tokens.indices.filter {
      text.sees("func", at: $0) && $0 >= start && $0 < place && text.sees("(", at: $0 + 2)
    }
    let given = heads.flatMap { head in
      text.closing(head + 2).map { text.parameters(from: head + 2, to: $0) } ?? []
    }
    return (made + given).map { text.tokens[$0].text }
  }

  /// Whether a piece is a label, or begins what makes a name.
  private static func isMade(_ place: Int, in text: CellText) -> Bool {
    text.sees("=", at: place + 1) || text.sees(":", at: place + 1) || text.sees("(", at: place + 1)
      || text.sees(".", at: place - 1)
  }
}
