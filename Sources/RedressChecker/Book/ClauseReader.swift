/// Cuts Markdown into clauses, line by line.
struct ClauseReader {
  private var clauses: [SourceDocument.Clause] = []
  private var place: String?
  private var words: [Substring] = []
  /// What a heading says behind the number of its clause.
  private var title: Substring = ""
  /// The last clause that is not a bracketed part of another.
  private var parent: String?
  private var isAtParagraph = true

  mutating func read(_ line: Substring) {
    let trimmed = line.trimmingSpaces()
    guard !trimmed.isEmpty else {
      isAtParagraph = true
      return
    }
    if trimmed.first == "#" {
      readHeading(trimmed.drop { $0 == "#" }.trimmingSpaces())
    } else {
      readText(trimmed)
    }
  }

  mutating func finished() -> [SourceDocument.Clause] {
    close()
    return clauses
  }

  private mutating func readHeading(_ heading: Substring) {
    let found = numbered(heading, allowsWhole: true)
    close()
    if let found {
      open(found.place, with: "")
      title = found.rest
    } else {
      parent = nil
    }
    isAtParagraph = true
  }

  private mutating func readText(_ line: Substring) {
    let unlisted = line.hasPrefix("- ") || line.hasPrefix("* ") ? line.dropFirst(2).trimmingSpaces() : line
    let startsParagraph = isAtParagraph || unlisted.startIndex != line.startIndex || line.hasPrefix("**")
    isAtParagraph = false
    if let found = numbered(unlisted, allowsWhole: false), startsParagraph || isNext(found.place) {
      close()
      open(found.place, with: found.rest)
    } else if let found = bracketed(unlisted), startsParagraph {
      close()
      place = found.place
      words = found.rest.isEmpty ? [] : [found.rest]
    } else if place != nil {
      words.append(line)
    }
  }

  private mutating func open(_ place: String, with rest: Substring) {
    self.place = place
    parent = place
    words = rest.isEmpty ? [] : [rest]
  }

  private mutating func close() {
    if let place {
      let text = words.joined(separator: " ")
      let sign = title.isEmpty || text.isEmpty ? "" : title.last?.isPunctuation == true ? " " : ": "
      clauses.append(SourceDocument.Clause(place: place, text: title + sign + text))
    }
    place = nil
    words = []
    title = ""
  }

  /// `7.1 The carrier`, `**7.1** The carrier`, `Art. 23(3) The carrier`; a bare whole number only where it is marked as
  /// one, so that a paragraph may begin with a figure.
  private func numbered(_ text: Substring, allowsWhole: Bool) -> (place: String, rest: Substring)? {
    var text = text
    var isMarked = allowsWhole
    if text.hasPrefix("**") || text.hasPrefix("__") {
      text = text.dropFirst(2).trimmingSpaces()
      isMarked = true
    }
    if text.first == "§" {
      text = text.dropFirst().trimmingSpaces()
      isMarked = true
    } else if let gap = text.firstIndex(of: " "), ClausePlace.isOpening(text[..<gap]) {
      text = text[gap...].trimmingSpaces()
      isMarked = true
    }
    guard let (place, rest) = ClausePlace.opening(of: text) else { return nil }
    let isTerminated = text.dropFirst(place.count).first.map { ".):".contains($0) } ?? false
    guard isMarked || isTerminated || place.contains(".") || place.contains("(") else { return nil }
    guard rest.first.map({ $0 == " " || "*_:,\u{2013}\u{2014}-\u{3000}".contains($0) }) ?? isMarked else { return nil }
    let cleaned = rest.drop { " *_:.\u{2013}\u{2014}-\u{3000}".contains($0) }
    return (place, cleaned)
  }

  /// `(3) …` below `Art. 23`.
  private func bracketed(_ text: Substring) -> (place: String, rest: Substring)? {
    guard let parent, text.first == "(", let end = text.firstIndex(of: ")") else { return nil }
    let inside = text[text.index(after: text.startIndex)..<end]
    guard !inside.isEmpty, inside.count <= 3, inside.allSatisfy({ $0.isNumber || $0.isLetter }) else { return nil }
    return ("\(parent)(\(inside.lowercased()))", text[end...].dropFirst().trimmingSpaces())
  }

  /// Whether a place follows the one just read (7.2 behind 7.1), so that it need not begin a paragraph.
  private func isNext(_ place: String) -> Bool {
    guard let parent else { return false }
    let before = parent.split(separator: ".")
    let after = place.split(separator: ".")
    guard before.count == after.count, before.dropLast() == after.dropLast(),
      let last = before.last.flatMap({ Int($0) }),
      let next = after.last.flatMap({ Int($0) }), last < 1_000_000
    else { return false }
    return next == last + 1
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> Substring {
    var result = drop(while: \.isWhitespace)
    while result.last?.isWhitespace == true { result.removeLast() }
    return result
  }
}
