import Digests
import Foundation
import Testing

@testable import Workbench

@Suite struct CompilerTests {
  private func compiler(_ kind: Sandbox.Kind, in folder: String) async throws -> Compiler {
    Compiler(
      toolchain: try Bench.toolchain.get(), sandbox: await Bench.sandbox(kind), limits: WorkbenchLimits().compiling,
      cache: try ProgramCache(folder: folder, key: .ofThisProcess))
  }

  private func program(_ text: String) throws -> Program {
    Program(
      cells: Cell.all(in: try Bench.lab(Bench.exercise(text))).enumerated().map { ($0.offset, $0.element) },
      constants: [])
  }

  private func isProgram(_ compilation: Compilation) -> Bool {
    if case .program = compilation { true } else { false }
  }

  @Test(.enabled(if: Bench.hasCompiler, "needs swiftc"), arguments: Bench.roomKinds)
  func `what Swift needs of C is read once, and what of it is no use any more is read anew`(
    _ kind: Sandbox.Kind
  ) async throws {
    let folder = Bench.folder("modules")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let compiler = try await compiler(kind, in: folder)
    let archive = try #require(await compiler.readModules())
    let entries = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".program") }
    #expect(entries.count == 1)
    let again = try #require(await compiler.readModules())
    #expect(FileManager.default.contents(atPath: again) == FileManager.default.contents(atPath: archive))
    let listing = try await compiler.run("", knowing: archive) { "cd \($0)/modules && ls */*.pcm" }
    #expect(String(decoding: listing.output, as: UTF8.self).contains("SwiftShims"))
    // Under the names that the compiler looks for, something that is none of its modules.
    let spoilt = try await compiler.run("", knowing: archive) { folder in
      "cd \(folder)/modules && for f in */*.pcm; do echo no >\"$f\"; done && tar -cf - -C .. modules"
    }
    let name = String(try #require(entries.first).dropLast(".program".count))
    _ = try compiler.cache.keep(spoilt.output, messages: [], under: name)
    #expect(isProgram(try await compiler.compile(program("let a = 1"))))
    _ = try compiler.cache.keep([1, 2, 3], messages: [], under: name)
    #expect(isProgram(try await compiler.compile(program("let a = 2"))))
  }

  @Test(.enabled(if: Bench.hasCompiler, "needs swiftc"), arguments: Bench.sandboxKinds)
  func `what the linker alone does not find, its driver does`(_ kind: Sandbox.Kind) async throws {
    let folder = Bench.folder("linking")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let compiler = try await compiler(kind, in: folder)
    // Divisions of 128 bits are functions of the C compiler's own library.
    let wide = "func quotient(_ a: Int, _ b: Int) -> Int { Int(Int128(a) / Int128(b)) }"
    #expect(isProgram(try await compiler.compile(program(wide))))
  }

  #if arch(x86_64)
    @Test(.enabled(if: Bench.hasCompiler, "needs swiftc"), arguments: Bench.sandboxKinds)
    func `LLVM's linker makes a plain program by itself, and no other`(_ kind: Sandbox.Kind) async throws {
      let folder = Bench.folder("direct")
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let compiler = try await compiler(kind, in: folder)
      let toolchain = compiler.toolchain
      func links(_ text: String) async throws -> Bool {
        let ending = try await compiler.run(try program(text).text) { folder in
          let object = "\(folder)/main.o"
          let compiling = compiler.frontEnd(
            in: folder, ["-c", "-Onone", "-o", object, "-swift-module-file=SegLab=\(toolchain.module)"])
          let linking = toolchain.linking.commands(
            of: [toolchain.startObject, object] + toolchain.linked,
            libraries: ["swiftSwiftOnoneSupport", "swift_StringProcessing", "swift_Concurrency", "swiftCore", "m"],
            in: toolchain.runtime, making: "\(folder)/program")
          return "\(compiling) && \(linking[0].joined(separator: " ")) 2>/dev/null"
        }
        return ending.cause == .exited(0)
      }
      #expect(try await links("let a = 1"))
      #expect(try await !links("func quotient(_ a: Int, _ b: Int) -> Int { Int(Int128(a) / Int128(b)) }"))
    }
  #endif
}
