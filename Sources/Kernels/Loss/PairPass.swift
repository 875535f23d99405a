/// One pass of the softmax cross-entropy of two classes whose logits lie close: all in registers, an exponential a pixel.
struct PairPass {
  private let pass: PixelPass
  private let start: UnsafeMutablePointer<Float>

  /// Takes over from `pass` where it has two classes and nothing lies between the pixels; nil elsewhere.
  init?(_ pass: PixelPass) {
    guard pass.logits.isPairs, pass.gradient?.isPairs != false else { return nil }
    self.pass = pass
    start = pass.logits.start
  }

  /// Works through `pixels`, sixteen at a time; the last ones, fewer than that, are left to the pass that this one took over from.
  func run(over pixels: Range<Int>) -> LossTiles.Part {
    let weight0 = Lanes(repeating: pass.weights?[0] ?? 1)
    let weight1 = Lanes(repeating: pass.weights?[1] ?? 1)
    let one = Lanes(repeating: 1)
    let scale = Lanes(repeating: pass.scale)
    var losses = SIMD16<Double>.zero
    var hits = Lanes.zero
    var pixel = pixels.lowerBound
    while pixel &+ Lanes.width <= pixels.upperBound {
      let pairs = UnsafeRawPointer(start + 2 &* pixel).loadUnaligned(as: SIMD32<Float>.self)
      let (zero, first) = (pairs.evenHalf, pairs.oddHalf)
      let right = ClassPlanes.labels(pass.labels, at: pixel, count: Lanes.width)
      let isOne = right .== one
      let isLarger = first .> zero
      let largest = zero.replacing(with: first, where: isLarger)
      let smaller = first.replacing(with: zero, where: isLarger)
      // The larger logit's exponential is 1.
      let power = Lanes.exponential(smaller - largest)
      let sum = one + power
      let rightLogit = zero.replacing(with: first, where: isOne)
      let loss = (Lanes.logarithm(sum) + (largest - rightLogit)).replacing(with: sum, where: sum .!= sum)
      let weight = weight0.replacing(with: weight1, where: isOne)
      losses += SIMD16<Double>(loss * weight)
      let best = Lanes.zero.replacing(with: one, where: isLarger)
      hits = hits.replacing(with: hits + 1, where: best .== right)
      if let predictions = pass.predictions {
        ClassPlanes.write(best, at: pixel, count: Lanes.width, to: predictions)
      }
      if let gradient = pass.gradient {
        let own = scale * weight
        let factor = own / sum
        let less = power * factor
        let zeroShare = factor.replacing(with: less, where: isLarger)
        let oneShare = less.replacing(with: factor, where: isLarger)
        var result = SIMD32<Float>.zero
        result.evenHalf = zeroShare.replacing(with: zeroShare - own, where: right .== Lanes.zero)
        result.oddHalf = oneShare.replacing(with: oneShare - own, where: isOne)
        let target = gradient.start + 2 &* pixel
        if pass.adding { result += UnsafeRawPointer(target).loadUnaligned(as: SIMD32<Float>.self) }
        UnsafeMutableRawPointer(target).storeBytes(of: result, as: SIMD32<Float>.self)
      }
      pixel &+= Lanes.width
    }
    var part = pass.measure(pixel..<pixels.upperBound)
    for lane in 0..<Lanes.width {
      part.loss += losses[lane]
      part.correct += Int(hits[lane])
    }
    return part
  }
}
