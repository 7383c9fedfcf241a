import RedressEngine

/// Bytes that decide which policy a case is of, what it states, and which of that is then forgotten.
struct FactsEntry {
  let book: FuzzBook

  func run(_ bytes: [UInt8]) -> [String] {
    var source = ByteSource(bytes)
    let program = book.programs[source.choice(of: book.programs.count)]
    let facts = source.facts(of: program)
    var trial = Trial(program: program, texts: book.texts)
    return trial.run(facts) + Forgetting(program: program).run(facts, &source)
  }
}
