import Datasets
import Imaging
import SegLab
import Testing

/// A resized image as a product of matrices, held against what the step does.
@Suite struct ResizeMatricesTests {
  @Test(arguments: Resize.Fit.allCases, [(9, 7), (7, 9), (5, 3), (20, 4), (9, 6), (1, 1), (30, 31)])
  func `two matrices make of an image what the step makes of it`(fit: Resize.Fit, target: (width: Int, height: Int))
    throws
  {
    let size = PixelSize(width: 9, height: 7)
    let samples = (0..<size.count).map { UInt16($0 * $0 * 37 % 251) }
    let set = ImageMaskSet(
      name: "one",
      samples: [
        LabelledImage(
          id: "a", patient: "a",
          image: GreyImage(width: size.width, height: size.height, samples: samples, maximum: 255),
          label: Mask(width: size.width, height: size.height, classes: samples.map { $0 > 99 ? 1 : 0 }))
      ])
    let resize = Resize(width: target.width, height: target.height, fit: fit)
    let expected = try Preparer(Preprocessing { resize }, for: set, training: [0]).pixels(0).image
    let (down, across) = resize.matrices(from: size)
    #expect(down.count == target.height * size.height && across.count == size.width * target.width)
    let image = set.image(0)
    for row in 0..<target.height {
      for column in 0..<target.width {
        var sum: Float = 0
        for y in 0..<size.height {
          for x in 0..<size.width {
            let weight = down[row * size.height + y] * across[x * target.width + column]
            sum += weight * image[y * size.width + x]
          }
        }
        #expect(abs(sum - expected[row * target.width + column]) < 1e-5, "\(row), \(column)")
      }
    }
  }
}
