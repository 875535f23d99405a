internal import Labs

/// Where the links of a lab's page lead: `#masks` to the heading or cell of that name, `02-fcn.md#masks` to one on another lab's page.
struct PageLinks {
  /// The places of the page itself; nil where links to them stay as they are.
  var own: LabAnchors?
  /// The places of the labs whose pages stand beside this one, by file name without its ending.
  var labs: [String: LabAnchors] = [:]
  /// What stands before the address of a lab's page.
  var folder = ""

  /// An author's address as it leads from the page; one that leads nowhere stays as it is.
  func address(of written: String) -> String {
    switch LabLink(written) {
    case .place(let place): return "#" + (own?.id(of: place) ?? place)
    case .lab(let name, let place):
      guard let anchors = labs[name] else { return written }
      let page = folder + name + ".html"
      guard let place else { return page }
      let id = anchors.id(of: place) ?? place
      return id.isEmpty ? page : page + "#" + id
    case .away, .file: return written
    }
  }
}
