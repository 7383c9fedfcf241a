/// Changes bytes the way a fuzzer without guidance does, the same way for the same seed: for the ordinary tests, which
/// run without a fuzzer.
package struct Mutation {
  private var random: SeededGenerator
  /// Words of the corpus, to be put in where they do not belong.
  private let words: [[UInt8]]
  private let inputs: [[UInt8]]

  /// - Parameter inputs: what mutants are made from; not empty.
  package init(of inputs: [[UInt8]], seed: UInt64) {
    random = SeededGenerator(seed: seed)
    self.inputs = inputs
    var words: Set<[UInt8]> = []
    for input in inputs {
      for word in input.split(whereSeparator: { $0 <= 0x20 }) where word.count <= 24 { words.insert(Array(word)) }
    }
    self.words = words.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Another mutant: an input with one to six changes.
  package mutating func next() -> [UInt8] {
    var bytes = inputs.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &random) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...24, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 2: bytes.insert(contentsOf: [0x20] + (words.randomElement(using: &random) ?? []) + [0x20], at: place)
    case 3: replaceWord(in: &bytes, near: place)
    case 4 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 5 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 6: splice(into: &bytes, at: place)
    default: swapLines(in: &bytes)
    }
  }

  private mutating func replaceWord(in bytes: inout [UInt8], near place: Int) {
    let start = bytes[..<place].lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex { $0 <= 0x20 } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: words.randomElement(using: &random) ?? [])
  }

  private mutating func splice(into bytes: inout [UInt8], at place: Int) {
    let other = inputs.randomElement(using: &random) ?? []
    let start = Int.random(in: 0...other.count, using: &random)
    let piece = other[start..<min(other.count, start + Int.random(in: 0...200, using: &random))]
    bytes.insert(contentsOf: piece, at: place)
  }

  private mutating func swapLines(in bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let first = Int.random(in: 0..<lines.count, using: &random)
    let second = Int.random(in: 0..<lines.count, using: &random)
    lines.swapAt(first, second)
    bytes = Array(lines.joined(separator: [0x0A]))
  }
}
