/// A lab for classes of tests: a network of 20 parameters, trained for a few seconds at most.
enum ClassLab {
  /// The lab as an author writes it.
  static func text(epochs: Int) -> String {
    """
    ---
    title: A lab
    id: a-lab
    dataset: hearts
    ---

    ```swift exercise=network
    let net = .FIXME
    ```

    ```yaml check=network
    - parameters: 20
    ```

    ```yaml experiment=trained
    network: net
    training: {epochs: \(epochs), batch_size: 4, learning_rate: 0.01}
    ```

    ```yaml check=trained
    - dice: ">= 0"
    ```
    """
  }

  /// The cell that answers its exercise.
  static let network =
    "let net = Network(\"net\") {\n  Input(shape: [32, 32, 1])\n  Conv2D(\"score\", filter: [3, 3, 1, 2])\n}"
}
