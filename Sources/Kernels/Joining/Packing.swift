/// Turns maps into rows of numbers with nothing between, and back: what flattening and reshaping need.
public enum Packing {
  /// Writes the channels of all pixels one after the other.
  ///
  /// - Parameters:
  ///   - map: the map.
  ///   - rows: `[batch, H · W · C]`; overwritten.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func pack(
    _ map: FeatureMap, to rows: UnsafeMutablePointer<Float>, batch: Int, on pool: WorkerPool
  ) {
    Joining.copy(CroppedMap(map), to: close(rows, like: map), channel: 0, batch: batch, on: pool)
  }

  /// Lays rows of numbers out as a map.
  ///
  /// - Parameters:
  ///   - rows: `[batch, H · W · C]`.
  ///   - map: the map; overwritten.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func unpack(
    _ rows: UnsafePointer<Float>, to map: FeatureMap, batch: Int, on pool: WorkerPool
  ) {
    let rows = close(UnsafeMutablePointer(mutating: rows), like: map)
    Joining.copy(CroppedMap(rows), to: map, channel: 0, batch: batch, on: pool)
  }

  /// Hands the gradient of packed rows over to the map.
  ///
  /// - Parameters:
  ///   - gradient: `[batch, H · W · C]`.
  ///   - map: the gradient of the map.
  ///   - finish: how to hand it over.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func backward(
    packed gradient: UnsafePointer<Float>, to map: FeatureMap, finish: GradientFinish, batch: Int, on pool: WorkerPool
  ) {
    let rows = close(UnsafeMutablePointer(mutating: gradient), like: map)
    Joining.backward(rows, to: CroppedMap(map), finish: finish, batch: batch, on: pool)
  }

  /// Hands the gradient of an unpacked map over to the rows.
  ///
  /// - Parameters:
  ///   - gradient: the gradient of the map.
  ///   - rows: the gradient of the rows, `[batch, H · W · C]`.
  ///   - finish: how to hand it over; `activated` is a map of the same extents, as close as the rows are.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func backward(
    unpacked gradient: FeatureMap, to rows: UnsafeMutablePointer<Float>, finish: GradientFinish, batch: Int,
    on pool: WorkerPool
  ) {
    Joining.backward(
      gradient, to: CroppedMap(close(rows, like: gradient)), finish: finish, batch: batch, on: pool)
  }

  private static func close(_ pointer: UnsafeMutablePointer<Float>, like map: FeatureMap) -> FeatureMap {
    FeatureMap(pointer, height: map.height, width: map.width, channels: map.channels, stride: map.channels)
  }
}
