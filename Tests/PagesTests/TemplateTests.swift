import Testing

@testable import Pages

/// What a theme's templates say, and what they are refused for.
@Suite struct TemplateTests {
  private struct View {
    var name = "a <b> & c"
    var html = "<i>so</i>"
    var isSo = true
    var isNot = false
    var number = 3
    var none: String?
    var some: String? = "some"
    var list = ["x", "y"]
    var empty: [String] = []
    var words = ["next": "Next"]
    var inner: [Inner] = [Inner(name: "one", words: "own"), Inner(name: "two", words: "own")]
  }

  private struct Inner {
    let name: String
    let words: String
  }

  private func rendered(_ text: String, partials: [String: String] = [:]) throws -> String? {
    var library = TemplateLibrary()
    library.templates["page"] = try Template(text)
    for (name, text) in partials { library.templates[name] = try Template(text) }
    return library.render("page", with: View())
  }

  @Test(arguments: [
    ("{{name}} {{{html}}} {{number}}", "a &lt;b&gt; &amp; c <i>so</i> 3"),
    ("{{ name }}|{{none}}|{{nothing}}|{{some}}", "a &lt;b&gt; &amp; c|||some"),
    ("{{#isSo}}yes{{/isSo}}{{#isNot}}no{{/isNot}}{{^isNot}}not{{/isNot}}", "yesnot"),
    ("{{#list}}[{{.}}]{{/list}}{{^list}}none{{/list}}{{^empty}}none{{/empty}}", "[x][y]none"),
    ("{{#some}}{{.}}{{/some}}{{#none}}{{.}}{{/none}}{{^none}}-{{/none}}", "some-"),
    ("{{words.next}}{{words.other}}{{name.more}}", "Next"),
    ("{{#inner}}{{name}} {{number}} {{words}}{{words.next}};{{/inner}}", "one 3 own;two 3 own;"),
    ("a\n{{#list}}\n- {{.}}\n{{/list}}\nb\n", "a\n- x\n- y\nb\n"),
    ("a\n  {{#isSo}}\n  b\n  {{/isSo}}\nc", "a\n  b\nc"),
    ("a {{#isSo}} b\n{{/isSo}} c", "a  b\n c"), ("", ""), ("{ {x} } }}", "{ {x} } }}"),
    ("한\n{{#isSo}}\r\n글\r\n{{/isSo}}\r\n", "한\n글\r\n"),
  ]) func `a template shows the values of a view`(template: String, page: String) throws {
    #expect(try rendered(template) == page)
  }

  @Test func `a template shows another one, line for line behind what stands before it`() throws {
    let partials = ["row": "<li>\n{{.}}\n</li>\n", "self": "x{{> self}}"]
    #expect(try rendered("{{#list}}{{> row}}{{/list}}", partials: partials) == "<li>\nx\n</li>\n<li>\ny\n</li>\n")
    #expect(try rendered("a\n  {{> row}}\nb{{> gone}}", partials: ["row": "1\n2\n"]) == "a\n  1\n  2\nb")
    // One that shows itself comes to an end.
    #expect(try rendered("{{> self}}", partials: partials)?.contains("xxx") == true)
  }

  @Test(arguments: [
    ("a\n {{#open}}\n", Template.Fault.Reason.expectedSectionEnd, 2, 2),
    ("{{#a}}{{/b}}", .sectionCloseNameIncorrect, 1, 7), ("{{/b}}", .sectionCloseNameIncorrect, 1, 1),
    ("x {{name", .unfinishedName, 1, 3), ("{{{name}}", .unfinishedName, 1, 1), ("{{}}", .unfinishedName, 1, 1),
    ("{{a b}}", .unfinishedName, 1, 1), ("{{", .unfinishedName, 1, 1), ("{{=<% %>=}}", .unknownTag, 1, 1),
    (String(repeating: "{{#a}}", count: 100), .nestedTooDeep, 1, 385),
  ]) func `a text that is no template is refused at its place`(
    text: String, reason: Template.Fault.Reason, line: Int, column: Int
  ) throws {
    do {
      _ = try Template(text)
      Issue.record("\(text)")
    } catch {
      #expect((error.reason, error.line, error.column) == (reason, line, column), "\(text)")
    }
  }
}
