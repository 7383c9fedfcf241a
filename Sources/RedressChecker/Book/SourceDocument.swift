/// The text of a document that policies cite, cut into its clauses.
///
/// A clause begins at a numbered heading (`## 7 Liability`), at a numbered paragraph (`7.1 The carrier …`, `**7.1** …`,
/// `Art. 23(3) …`) or at a bracketed paragraph below one (`(3) …` below `Art. 23` is `23(3)`), and ends where the next
/// one begins.
package struct SourceDocument: Sendable {
  /// A clause with its own words, without those of the clauses below it.
  package struct Clause: Hashable, Sendable {
    /// As citations name it: `7.1`, `23(3)`.
    package let place: String
    package let text: String

    package init(place: String, text: String) {
      self.place = place
      self.text = text
    }
  }

  /// In the order of the document.
  package let clauses: [Clause]
  private let positions: [String: Int]

  package init(clauses: [Clause]) {
    self.clauses = clauses
    var positions: [String: Int] = [:]
    for (index, clause) in clauses.enumerated() where positions[clause.place.lowercased()] == nil {
      positions[clause.place.lowercased()] = index
    }
    self.positions = positions
  }

  /// Reads a document in Markdown.
  package static func reading(_ markdown: String) -> SourceDocument {
    var reader = ClauseReader()
    // By bytes: looking for line breaks among characters would cost more than checking the policy.
    for line in markdown.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      reader.read(Substring(line))
    }
    return SourceDocument(clauses: reader.finished())
  }

  /// The clause a citation means: `7.1`, `Art. 23(3)`, `22(3), revision of 2019`.
  package func clause(citedAs citation: String) -> Clause? {
    positions[ClausePlace.normalized(citation)].map { clauses[$0] }
  }
}

/// The places of clauses as people write them.
enum ClausePlace {
  private static let openings: Set<String> = [
    "art", "article", "articles", "clause", "section", "sec", "paragraph", "para", "no", "nr", "§", "rule", "item",
    "chapter", "part", "annex", "schedule", "appendix",
  ]

  /// `Art. 23 (3), as amended` as `23(3)`, in lower case.
  static func normalized(_ citation: String) -> String {
    var words = citation.prefix { $0 != "," }.split(separator: " ").map { $0.lowercased() }
    if words.count > 1, let first = words.first, isOpening(first[...]) { words.removeFirst() }
    var joined = words.joined()
    if joined.hasPrefix("§") { joined.removeFirst() }
    if let place = opening(of: joined[...]), place.rest.isEmpty { return place.place }
    return joined
  }

  /// Whether a word such as `Art.` or `Clause` announces the number of a clause.
  static func isOpening(_ word: Substring) -> Bool {
    var bare = word.lowercased()
    while bare.last == "." { bare.removeLast() }
    return openings.contains(bare)
  }

  /// A number such as `7.1`, `23(3)` or `12a` at the beginning, with what follows it.
  static func opening(of text: Substring) -> (place: String, rest: Substring)? {
    guard text.first?.isNumber == true else { return nil }
    let end = text.firstIndex { !($0.isLetter || $0.isNumber || ".()".contains($0)) } ?? text.endIndex
    var token = text[..<end]
    while let last = token.last {
      let isLoose = last == "." || last == "(" || last == ")" && !token.contains("(")
      guard isLoose else { break }
      token.removeLast()
    }
    let letters = token.reduce(into: (run: 0, most: 0)) { count, character in
      count.run = character.isLetter ? count.run + 1 : 0
      count.most = max(count.most, count.run)
    }
    guard letters.most <= 2 else { return nil }
    return (token.lowercased(), text[end...])
  }
}
