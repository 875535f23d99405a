internal import Checking
internal import Experiments
internal import Imaging
internal import Messages
internal import Networks

/// What a network made of a few images while it trained: a strip of pictures an image, which a script shows one at a time.
struct FilmFigure {
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
  ///
  /// All are one file, one below the other, of which each shows its part: a file's palette takes more bytes than a filter.
  private func sheet(_ sheet: FirstLayer.Sheet, _ words: PagePhrase) -> FilmView.Sheet {
    let words = InlineWords.html(words.text(in: language))
    guard !sheet.pictures.isEmpty else { return FilmView.Sheet(caption: words, pictures: []) }
    let height = sheet.height * sheet.pictures.count
    let file = IndexedPicture(
      width: sheet.width, height: height, indices: sheet.pictures.joined().map { Self.shade[Int($0)] },
      palette: Self.palette
    ).file
    return FilmView.Sheet(
      caption: words,
      pictures: sheet.pictures.indices.map { number in
        """
        <svg class="weights" viewBox="0 \(number * sheet.height) \(sheet.width) \(sheet.height)" role="img" \
        aria-label="\(number + 1)">\(pictures.image(file, width: sheet.width, height: height))</svg>
        """
      })
  }

  /// How many shades there are of each colour, beside near-white.
  private static let shades = 16
  /// The place in the palette of each value: 128 is zero, and shades are as far apart as they look.
  private static let shade: [UInt8] = (0..<256).map { value in
    let step = (Double((value - 128).magnitude) / 128).squareRoot() * Double(shades)
    return UInt8(shades + (value < 128 ? -1 : 1) * Int(step.rounded()))
  }
  /// From blue over near-white to orange.
  private static let palette: [UInt8] = (-shades...shades).flatMap { shade -> [UInt8] in
    let (from, to) = ((247.0, 245.0, 240.0), shade < 0 ? (20.0, 96.0, 160.0) : (196.0, 92.0, 0.0))
    let part = Double(shade.magnitude) / Double(shades)
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
    let (file, wanted) = (still.backdrop.file, still.outline(of: .label))
    return FilmView.Strip(
      title: image.name,
      frames: image.frames.map { frame in
        let picture = picture(frame.classes, dice: frame.dice)
        let caption = PagePhrase.filmFrame(epochs: frame.epochs, steps: frame.steps, dice: frame.dice)
        return FilmView.Frame(
          caption: caption.text(in: language),
          svg: picture.svg(
            file,
            PagePhrase.predictionShown(name: image.name, share: picture.counts.predictionShare).text(in: language),
            in: pictures,
            picture.drawn(.prediction, "prediction", in: pictures, isSmall: true)
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
