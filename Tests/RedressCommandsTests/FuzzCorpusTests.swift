import Foundation
import RedressFuzzEntries
import Testing

/// What a fuzzer does for hours, in seconds: the corpus once, and a few thousand mutants of it that are always the
/// same.
@Suite struct FuzzCorpusTests {
  private static let book: Result<FuzzBook, any Error> = Result {
    try FuzzBook { path in Array(try Data(contentsOf: Repository.root.appending(path: "rules").appending(path: path))) }
  }

  struct Input {
    let name: String
    let bytes: [UInt8]
  }

  /// The inputs of an entry, those that lie in its corpus and those that are the rules and fixtures themselves.
  private static func corpus(of entry: FuzzEntry) throws -> [Input] {
    var folders = ["Fuzzing/corpus/\(entry.rawValue)"]
    if entry == .rules { folders.append("rules") }
    if entry == .case { folders.append("fixtures") }
    var inputs: [Input] = []
    for folder in folders {
      let place = Repository.root.appending(path: folder)
      for path in try FileManager.default.subpathsOfDirectory(atPath: place.path).sorted() {
        let file = place.appending(path: path)
        let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
        if isFolder || path.hasSuffix(".md") { continue }
        inputs.append(Input(name: "\(folder)/\(path)", bytes: Array(try Data(contentsOf: file))))
      }
    }
    return inputs
  }

  @Test(arguments: FuzzEntry.allCases)
  func `no input of the corpus breaks a promise`(entry: FuzzEntry) throws {
    let book = try Self.book.get()
    let inputs = try Self.corpus(of: entry)
    #expect(inputs.count > 10)
    for input in inputs {
      let broken = entry.brokenPromises(of: input.bytes, in: book)
      #expect(broken.isEmpty, "\(input.name)")
    }
  }

  @Test(arguments: [(FuzzEntry.rules, 500), (.case, 500), (.json, 1_500), (.facts, 300)])
  func `no mutant of the corpus breaks a promise`(entry: FuzzEntry, count: Int) throws {
    let book = try Self.book.get()
    let seed: UInt64 = 20_260_305
    var mutation = Mutation(of: try Self.corpus(of: entry).map(\.bytes), seed: seed)
    for number in 1...count {
      let mutant = mutation.next()
      let broken = entry.brokenPromises(of: mutant, in: book)
      #expect(broken.isEmpty, "mutant \(number) of seed \(seed): \(Data(mutant).base64EncodedString())")
    }
  }
}
