import Markup
import Testing

@testable import Pages

@Suite struct FormulaTests {
  static func inside(_ tex: String, display: Bool = false) -> String {
    let html = Formula.html(tex, display: display)
    guard let start = html.firstRange(of: "<mrow>"), html.hasSuffix("</mrow></math>") else { return html }
    return String(html[start.upperBound...].dropLast("</mrow></math>".count))
  }

  @Test(
    "what labs write becomes MathML",
    arguments: [
      ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
      ("\\frac{1}{N}", "<mfrac><mrow><mn>1</mn></mrow><mrow><mi>N</mi></mrow></mfrac>"),
      ("\\frac12", "<code class=\"tex\">\\frac12</code>"),
      ("\\eta \\cdot 0.75", "<mi>η</mi><mo>⋅</mo><mn>0.75</mn>"),
      ("\\sqrt{2}", "<msqrt><mrow><mn>2</mn></mrow></msqrt>"),
      ("\\sqrt[3]{x}", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>"),
      ("\\hat{y}", "<mover accent=\"true\"><mrow><mi>y</mi></mrow><mo stretchy=\"false\">^</mo></mover>"),
      ("\\text{two words}", "<mtext>two\u{A0}words</mtext>"),
      ("\\log p", "<mi>log</mi><mo>\u{2061}</mo><mspace width=\"0.167em\"></mspace><mi>p</mi>"),
      ("\\log(p)", "<mi>log</mi><mo>\u{2061}</mo><mo stretchy=\"false\">(</mo><mi>p</mi><mo stretchy=\"false\">)</mo>"),
      ("a \\leq b \\in \\mathbb{R}", "<mi>a</mi><mo>≤</mo><mi>b</mi><mo>∈</mo><mi mathvariant=\"normal\">ℝ</mi>"),
      ("65{,}536", "<mn>65</mn><mo lspace=\"0\" rspace=\"0\">,</mo><mn>536</mn>"),
      (
        "\\lfloor s \\rfloor",
        "<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">⌊</mo><mi>s</mi>"
          + "<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">⌋</mo>"
      ),
      ("f'", "<msup><mi>f</mi><mrow><mo>′</mo></mrow></msup>"),
      ("\\left( x \\right]", "<mrow><mo fence=\"true\">(</mo><mi>x</mi><mo fence=\"true\">]</mo></mrow>"),
      ("98\\,\\%", "<mn>98</mn><mspace width=\"0.167em\"></mspace><mo>%</mo>"),
      ("손실", "<mi>손</mi><mi>실</mi>"),
    ])
  func known(_ tex: String, _ expected: String) {
    #expect(Self.inside(tex) == expected)
  }

  @Test("limits stand below and above where the formula has a line of its own, and beside where it has not")
  func limits() {
    let parts = "<mo>∑</mo><mrow><mi>i</mi></mrow><mi>N</mi>"
    #expect(Self.inside("\\sum_{i}^N", display: true) == "<munderover>\(parts)</munderover>")
    #expect(Self.inside("\\sum_{i}^N") == "<msubsup>\(parts)</msubsup>")
    #expect(Self.inside("\\max_c", display: true).hasPrefix("<munder><mi>max</mi><mi>c</mi></munder>"))
  }

  @Test(
    "what is not known, or does not close, stays as it was written",
    arguments: [
      "\\begin{matrix} a \\end{matrix}", "{", "}", "x^", "x_{", "\\frac{1}", "\\left( x", "a & b", "x^2^3", "\\", "",
      "\\sqrt[3", "\\hat", String(repeating: "{", count: 5000), String(repeating: "{", count: 50) + "x",
      "<script>\\unknown",
    ])
  func unknown(_ tex: String) {
    #expect(Formula.html(tex, display: true) == "<code class=\"tex\">\(InertText.html(tex))</code>")
  }

  @Test("markup in a formula is only shown")
  func hostile() {
    let html = Formula.html("a < b \\text{<script>} \"x\"", display: false)
    #expect(!html.contains("<script>") && html.contains("<mtext>&lt;script&gt;</mtext>"))
    #expect(html.hasPrefix("<math alttext=\"a &lt; b \\text{&lt;script&gt;} &quot;x&quot;\">"))
  }
}
