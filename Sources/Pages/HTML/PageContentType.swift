internal import Markup
internal import Mustache

/// How values are escaped in templates: by ``InertText``, because the template engine's own way looks at whole characters.
struct PageContentType: MustacheContentType {
  /// Stands in front of every template that a theme loads, so that none can be without.
  static let pragma = "{{% CONTENT_TYPE:SEGLAB_PAGE}}"

  /// `text` as it may stand in HTML.
  func escapeText(_ text: String) -> String { InertText.html(text) }

  /// Makes the name in ``pragma`` known to the template engine; any number of times.
  static func register() {
    MustacheContentTypes.register(PageContentType(), named: "SEGLAB_PAGE")
  }
}
