import Foundation

extension Mistake {
  /// A lab that is shipped, solved but for the cell that the mistake is in.
  struct Shipped {
    /// The lab's file.
    let file: String
    /// The lab as it is shipped.
    let original: String
    /// The lab with the mistake.
    let text: String
  }

  /// The shipped lab that has a cell of the same name as the one that the mistake is in; nil where the mistake is in none.
  func shipped() throws -> Shipped? {
    let (right, wrong) = (Self.cells(of: lab.text), Self.cells(of: text))
    guard right.map(\.name) == wrong.map(\.name),
      let changed = zip(right, wrong).first(where: { $0.body != $1.body })?.1,
      let file = lab.shippedFile(of: changed.name)
    else { return nil }
    let original = try String(
      contentsOf: CourseFixture.root.appending(path: "labs/\(file)"), encoding: .utf8)
    let solution = try String(
      contentsOf: CourseFixture.root.appending(path: "solutions/\(file)"), encoding: .utf8)
    var bodies = Dictionary(uniqueKeysWithValues: Self.cells(of: solution).map { ($0.name, $0.body) })
    bodies[changed.name] = changed.body
    // There the U-Net and its training stand in two cells.
    if lab == .unet, let split = changed.body.range(of: "let faster") {
      bodies["unet"] = String(changed.body[..<split.lowerBound])
      bodies["faster"] = String(changed.body[split.lowerBound...])
    }
    let solved = original.replacing(Self.cell) { cell in
      "```\(cell.output.1)=\(cell.output.2)\n\(bodies[String(cell.output.2)] ?? String(cell.output.3))```"
    }
    return Shipped(file: file, original: original, text: solved)
  }

  private static var cell: Regex<(Substring, Substring, Substring, Substring)> {
    /(?m)^```(swift exercise|text answer)=([\w-]+)\n((?:(?!```).*\n)*)```/
  }

  private static func cells(of text: String) -> [(name: String, body: String)] {
    text.matches(of: cell).map { (String($0.output.2), String($0.output.3)) }
  }
}

extension MistakenLab {
  /// The shipped lab with the cell of that name; nil where there is none.
  fileprivate func shippedFile(of cell: String) -> String? {
    switch self {
    case .dense: "01-fully-connected.md"
    case .convolutional: "02-fcn.md"
    case .unet: "04-knee-unet.md"
    case .functions: cell == "dice" ? "03-dice-and-parameters.md" : "04-knee-unet.md"
    case .trained: nil
    }
  }
}
