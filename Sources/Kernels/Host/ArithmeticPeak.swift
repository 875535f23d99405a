internal import Tensors

/// How many products this machine multiplies and adds where nothing else holds it up: the roof over every kernel that computes.
public enum ArithmeticPeak {
  /// How many products each of the sums in registers takes up in one pass.
  private static let products = 200_000

  /// Measures with numbers in registers alone, a few hundredths of a second, and takes the best of several passes.
  ///
  /// - Parameter pool: the threads to use.
  /// - Returns: floating-point operations a second, all threads together.
  public static func measured(on pool: WorkerPool) -> Double {
    let results = AlignedBuffer(count: pool.threads * Lanes.width)
    let shortest = pool.shortest(of: 12, items: pool.threads) { item in
      FullLanes().store(sums(seed: Float(item)), to: results.pointer + item * Lanes.width)
    }
    let operations = 2 * Lanes.width * products * chains * pool.threads
    return Double(operations) / shortest
  }

  /// As many sums as a processor's registers hold: the next product of one need not wait for its last.
  private static var chains: Int { TileShape.blocks > 1 ? 24 : 6 }

  private static func sums(seed: Float) -> Lanes {
    TileShape.blocks > 1 ? Chains<24>.run(products, seed: seed) : Chains<6>.run(products, seed: seed)
  }

  private enum Chains<let N: Int> {
    @inline(never)
    static func run(_ products: Int, seed: Float) -> Lanes {
      // Numbers whose products stay in range however often they are added.
      let (a, b) = (Lanes.numbered + seed, Lanes(repeating: 1e-9))
      var sums = InlineArray<N, Lanes>(repeating: a)
      for _ in 0..<products {
        var index = 0
        while index < N {
          sums[unchecked: index] = sums[unchecked: index].adding(a, times: b)
          index &+= 1
        }
      }
      var total = Lanes.zero
      for index in 0..<N { total += sums[index] }
      return total
    }
  }
}

extension WorkerPool {
  /// The shortest of several passes over `items`, in seconds.
  func shortest(of passes: Int, items: Int, _ body: (_ item: Int) -> Void) -> Double {
    let clock = ContinuousClock()
    var shortest = Duration.seconds(3600)
    for _ in 0..<passes { shortest = min(shortest, clock.measure { forEach(items, body) }) }
    return shortest / .seconds(1)
  }
}
