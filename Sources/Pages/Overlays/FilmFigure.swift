internal import Checking
internal import Experiments
internal import Imaging
internal import Messages
internal import Networks

/// What a network made of a few images while it trained: a strip of pictures an image, which a script shows one at a time.
struct FilmFigure {
  /// The pictures are small and many: an area with more corners is thinned.
  private static let mostCorners = 250

  private let film: RunFilm
  private let pictures: DrawnPictures
  private let language: Language

  /// - Parameters:
  ///   - film: what was kept.
  ///   - pictures: where the images go.
  ///   - language: the language of the words.
  init(_ film: RunFilm, pictures: DrawnPictures, in language: Language) {
    (self.film, self.pictures, self.language) = (film, pictures, language)
  }

  /// The figure as templates show it.
  var view: FilmView {
    FilmView(
      strips: film.images.filter { !$0.frames.isEmpty }.map(strip),
      sheets: film.firstLayer.map { layer in
        let image = film.images.first?.name ?? ""
        return [
          sheet(layer.filters, .filtersShown(layer: layer.name, shown: layer.filters.pictures.count, all: layer.count)),
          sheet(layer.maps, .mapsShown(layer: layer.name, image: image, count: layer.maps.pictures.count)),
        ]
      } ?? [])
  }

  /// Pictures side by side: orange what is above zero, blue what is below, as dark as they are far from it.
  private func sheet(_ sheet: FirstLayer.Sheet, _ words: PagePhrase) -> FilmView.Sheet {
    let words = InlineWords.html(words.text(in: language))
    return FilmView.Sheet(
      caption: words,
      pictures: sheet.pictures.enumerated().map { number, pixels in
        let file = IndexedPicture(
          width: sheet.width, height: sheet.height, indices: [UInt8](pixels), palette: Self.palette
        ).file
        return """
          <svg class="weights" viewBox="0 0 \(sheet.width) \(sheet.height)" role="img" aria-label="\(number + 1)">\
          \(pictures.image(file, width: sheet.width, height: sheet.height))</svg>
          """
      })
  }

  /// From blue over near-white at 128 to orange.
  private static let palette: [UInt8] = (0..<256).flatMap { value -> [UInt8] in
    let share = Double(value - 128) / 128
    let (from, to) = ((247.0, 245.0, 240.0), share < 0 ? (20.0, 96.0, 160.0) : (196.0, 92.0, 0.0))
    let part = share.magnitude.squareRoot()
    return [(from.0, to.0), (from.1, to.1), (from.2, to.2)].map { UInt8($0 + ($1 - $0) * part) }
  }

  private func strip(_ image: RunFilm.Image) -> FilmView.Strip {
    let (intensities, label) = ([UInt8](image.intensities), [UInt8](image.label))
    func picture(_ classes: [UInt8], dice: Double) -> OverlayPicture {
      OverlayPicture(
        Overlay(
          name: image.name, width: image.width, height: image.height, image: intensities, label: label,
          prediction: classes, dice: dice
        ).ofClass1)
    }
    // The image and its label are the same in all.
    let still = picture(label, dice: 1)
    let (file, wanted) = (still.backdrop.file, still.outline(of: .label, mostCorners: Self.mostCorners))
    return FilmView.Strip(
      title: image.name,
      frames: image.frames.map { frame in
        let picture = picture(frame.classes, dice: frame.dice)
        let caption = PagePhrase.filmFrame(epochs: frame.epochs, steps: frame.steps, dice: frame.dice)
        let found = picture.outline(of: .prediction, mostCorners: Self.mostCorners)
        return FilmView.Frame(
          caption: caption.text(in: language),
          svg: picture.svg(
            file,
            PagePhrase.predictionShown(name: image.name, share: picture.counts.predictionShare).text(in: language),
            in: pictures,
            OverlayPicture.drawn(found, "prediction")
              + (wanted.isEmpty ? "" : pictures.outline(wanted, class: "wanted"))))
      })
  }
}

/// What a network made of a few images while it trained, as templates show it.
struct FilmView {
  /// A strip an image.
  let strips: [Strip]
  /// What the first layer looks for, and what it finds.
  let sheets: [Sheet]

  /// Pictures side by side.
  struct Sheet {
    let caption: String
    let pictures: [String]
  }

  /// One image.
  struct Strip {
    let title: String
    let frames: [Frame]
  }

  /// One prediction.
  struct Frame {
    /// When it was made, and how good it is.
    let caption: String
    /// The picture.
    let svg: String
  }
}
