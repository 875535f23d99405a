/// The memory that judges and trainings may take.
public enum MachineMemory {
  /// Bytes that a new program can have without others being pushed out, of the machine's and of this process's share of it; 0 where the system
  /// does not tell.
  public static var available: Int { MachineShare.current.memory }

  /// What a process that trains may take of its address space: more than it is told to use, because much of it is never touched.
  static var addressSpace: Int {
    let free = available
    return free > 0 ? free + (8 << 30) : 0
  }
}

extension MachineMemory {
  /// What a judge takes besides what the networks of its training may: a program, a set, a compiler.
  private static let judgeBytes = 600 << 20
  /// The most bytes that any training of other people's may take: the same on every machine that has them.
  public static let trainingBytes = 2 << 30

  /// How many judges have room side by side.
  ///
  /// - Parameter most: as many as there may be.
  /// - Returns: at least one.
  public static func judges(most: Int) -> Int {
    let free = available
    return free > 0 ? max(1, min(most, free / (trainingBytes + judgeBytes))) : max(1, most)
  }

  /// The most bytes that a training may take beside others.
  ///
  /// - Parameter judges: how many judges there are.
  /// - Returns: nil where the system does not tell what is free.
  public static func training(beside judges: Int) -> Int? {
    let free = available
    return free > 0 ? min(trainingBytes, max(256 << 20, free / judges - judgeBytes)) : nil
  }
}
