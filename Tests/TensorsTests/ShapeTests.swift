import Tensors
import Testing

@Suite struct ShapeTests {
  @Test func countsItsElements() {
    #expect(Shape([256, 256, 1]).count == 65_536)
    #expect(Shape([]).count == 1)
    #expect(Shape([4, 0]).count == 0)
  }

  @Test func hasNoCountWhereTheNumberDoesNotFit() {
    #expect(Shape([1 << 40, 1 << 40]).count == nil)
  }

  @Test func readsAsItIsWritten() {
    #expect(Shape([256, 256, 2]).description == "[256, 256, 2]")
    #expect(Shape([256, 256, 2]).rank == 3)
  }
}
