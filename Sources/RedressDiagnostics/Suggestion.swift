/// The candidate that was probably meant by a word nobody knows, or nothing where none is near enough.
///
/// Letters left out, added, mistaken or swapped count one each (the optimal string alignment distance); upper and lower
/// case do not count. Of several equally near the first wins, but before it one with the same letters in another order; a
/// candidate that is the word itself is passed over.
/// Words over 64 characters get no suggestion.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  guard var search = NearestWord(word) else { return nil }
  var best: (candidate: String, distance: Int, hasSameLetters: Bool)?
  for candidate in candidates where candidate != word {
    guard let distance = search.distance(to: candidate) else { continue }
    let hasSameLetters = search.hasSameLetters(as: candidate)
    if let best, distance == best.distance, !hasSameLetters { continue }
    best = (candidate, distance, hasSameLetters)
    if distance == 0 { break }
    // One that is as near is of interest as long as its letters may tell it apart.
    search.limit = hasSameLetters ? distance - 1 : distance
  }
  return best?.candidate
}

/// The measuring of one word against many, with the rows of the table kept between them.
private struct NearestWord {
  private static let longest = 64
  private let word: [Unicode.Scalar]
  private let sortedLetters: [Unicode.Scalar]
  /// The greatest distance of interest.
  var limit: Int
  private var beforePrevious: [Int] = []
  private var previous: [Int] = []
  private var current: [Int] = []

  init?(_ word: String) {
    // A scalar takes at most four bytes; the bytes are counted without walking through the word.
    guard word.utf8.count <= Self.longest * 4 else { return nil }
    self.word = Array(word.lowercased().unicodeScalars)
    sortedLetters = self.word.sorted()
    guard !self.word.isEmpty, self.word.count <= Self.longest else { return nil }
    limit = self.word.count == 1 ? 0 : min(max(1, self.word.count / 3), 4)
  }

  /// Whether a candidate is made of the same letters.
  func hasSameLetters(as candidate: String) -> Bool {
    candidate.lowercased().unicodeScalars.sorted() == sortedLetters
  }

  /// How far a candidate is from the word, or nothing where it is farther than the limit.
  mutating func distance(to candidate: String) -> Int? {
    guard candidate.utf8.count <= (word.count + limit) * 4 else { return nil }
    let other = Array(candidate.lowercased().unicodeScalars)
    guard abs(other.count - word.count) <= limit else { return nil }
    if other == word { return 0 }
    guard limit > 0 else { return nil }

    let far = limit + 1
    previous = Array(0...other.count)
    beforePrevious = Array(repeating: far, count: other.count + 1)
    current = beforePrevious
    for row in 1...word.count {
      let least = fill(row, against: other, far: far)
      guard least <= limit else { return nil }
      swap(&beforePrevious, &previous)
      swap(&previous, &current)
    }
    let distance = previous[other.count]
    return distance <= limit ? distance : nil
  }

  /// Fills a row of the table within the band that can still lead to a distance within the limit; gives its least entry.
  private mutating func fill(_ row: Int, against other: [Unicode.Scalar], far: Int) -> Int {
    for column in current.indices { current[column] = far }
    if row <= limit { current[0] = row }
    var least = current[0]
    let first = max(1, row - limit)
    let last = min(other.count, row + limit)
    guard first <= last else { return least }
    for column in first...last {
      let letter = word[row - 1]
      var cost = previous[column - 1] + (letter == other[column - 1] ? 0 : 1)
      cost = min(cost, previous[column] + 1, current[column - 1] + 1)
      if row > 1, column > 1, letter == other[column - 2], word[row - 2] == other[column - 1] {
        cost = min(cost, beforePrevious[column - 2] + 1)
      }
      current[column] = min(cost, far)
      least = min(least, current[column])
    }
    return least
  }
}
