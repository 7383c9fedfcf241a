import RedressDiagnostics

/// The problem of a text that cannot be read at all: too large, or in another encoding than UTF-8. Nothing else is said
/// of such a text, because nothing else about it would be true.
func wholeFileProblem(_ text: SourceText, _ source: SourceID) -> SyntaxProblem? {
  guard text.bytes.count <= greatestTextSize else {
    return .limit(.file(bytes: text.bytes.count), Span(source, 0, 0))
  }
  guard let found = EncodingSurvey(text.bytes).finding else { return nil }
  return .unreadable(
    .wrongEncoding(looksLike: found.looksLike, more: found.count - 1), Span(source, found.first.0, found.first.1))
}

/// What the bytes of a text say about the encoding it was written in.
private struct EncodingSurvey {
  private let bytes: [UInt8]
  private var firstBroken: (Int, Int)?
  private var brokenCount = 0
  private var zeroCount = 0
  private var firstZero = 0
  private var loneReturns = 0
  private var firstReturn = 0
  /// Whether each run of bytes beyond ASCII is made of pairs such as GBK has them.
  private var isMadeOfPairs = true

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0:
        if zeroCount == 0 { firstZero = index }
        zeroCount += 1
        index += 1
      case UInt8(ascii: "\r"):
        if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
          if loneReturns == 0 { firstReturn = index }
          loneReturns += 1
        }
        index += 1
      case 0x80...: index = surveyBeyondASCII(from: index)
      default: index += 1
      }
    }
  }

  /// Looks at the bytes beyond ASCII that stand together; gives where they end.
  private mutating func surveyBeyondASCII(from start: Int) -> Int {
    var index = start
    var broken: Int?
    while index < bytes.count, bytes[index] >= 0x80 {
      let decoded = decodeScalar(in: bytes, at: index, before: bytes.count)
      if decoded.scalar == nil, broken == nil { broken = index }
      index += max(1, decoded.length)
    }
    if !(index - start).isMultiple(of: 2) || bytes[start..<min(index, bytes.count)].contains(where: { $0 < 0xA1 }) {
      isMadeOfPairs = false
    }
    if let broken {
      brokenCount += 1
      if firstBroken == nil { firstBroken = (broken, min(index, bytes.count)) }
    }
    return index
  }

  /// What is wrong with the encoding, where it is first seen, and at how many places.
  var finding: (looksLike: SyntaxProblem.Encoding, first: (Int, Int), count: Int)? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return (.utf16, (0, 2), 1) }
    if zeroCount > 1, zeroCount * 3 > bytes.count { return (.utf16, (firstZero, firstZero + 1), 1) }
    if zeroCount > 1 { return (.noText, (firstZero, firstZero + 1), zeroCount) }
    if let first = firstBroken {
      return (isMadeOfPairs ? .gbk : .unknown, first, brokenCount)
    }
    guard loneReturns > 1 else { return nil }
    return (.oldLineEnds, (firstReturn, firstReturn + 1), loneReturns)
  }
}
