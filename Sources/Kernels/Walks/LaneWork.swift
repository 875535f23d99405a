/// What a kernel does with sixteen neighbouring numbers of its maps; written once, run over all the ways in which maps lie in memory.
protocol LaneWork {
  /// Works on the sixteen numbers of `vector` in `group`, of which `access` reaches those that are there.
  mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess)
}
