import RedressDiagnostics

extension JSONReader {
  /// Reads the value that begins at the place reached; `depth` counts the brackets around it.
  mutating func readValue(depth: Int) throws(Stop) -> JSONValue {
    try skipBlanks()
    guard let byte = current else { throw try unexpected(.value) }
    switch byte {
    case UInt8(ascii: "\""): return try readText()
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      return try readNumber()
    case UInt8(ascii: "'"): return try readForeignText()
    default: break
    }
    switch try punctuation() {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    default: break
    }
    if beginsForeignText { return try readForeignText() }
    guard wordCharacterLength(at: position) != nil else { throw try unexpected(.value) }
    return try readWord()
  }

  private mutating func readArray(depth: Int) throws(Stop) -> JSONValue {
    let opening = try open(depth: depth)
    var elements: [JSONValue] = []
    var comma: Span?
    while true {
      try skipBlanks()
      guard !isAtEnd else { throw try stop(.unclosed(bracket: .array, opening: opening)) }
      if try punctuation() == UInt8(ascii: "]") {
        if let comma { try report(.foreign(.trailingComma, comma)) }
        let closing = takePunctuation()
        return JSONValue(.array(elements), opening.through(closing))
      }
      elements.append(try readValue(depth: depth + 1))
      comma = try readSeparator(of: .array, opening: opening)
    }
  }

  private mutating func readObject(depth: Int) throws(Stop) -> JSONValue {
    let opening = try open(depth: depth)
    var members: [JSONMember] = []
    var names: Set<String> = []
    var comma: Span?
    while true {
      try skipBlanks()
      guard !isAtEnd else { throw try stop(.unclosed(bracket: .object, opening: opening)) }
      if try punctuation() == UInt8(ascii: "}") {
        if let comma { try report(.foreign(.trailingComma, comma)) }
        let closing = takePunctuation()
        return JSONValue(.object(members), opening.through(closing))
      }
      let before = problems.count
      let (name, nameSpan) = try readName()
      try skipBlanks()
      let mark = try punctuation()
      guard mark == UInt8(ascii: ":") else {
        // A word without quotes that nothing follows need not have been meant as a name; it is one mistake.
        let isAlone = isAtEnd || mark == UInt8(ascii: "}") || mark == UInt8(ascii: ",")
        throw isAlone && problems.count > before ? Stop() : try unexpected(.colon)
      }
      _ = takePunctuation()
      let value = try readValue(depth: depth + 1)
      if let first = Self.member(name, of: members, &names) {
        try report(.duplicateName(name, first: first.nameSpan, second: nameSpan))
      } else {
        members.append(JSONMember(name: name, nameSpan: nameSpan, value: value))
      }
      comma = try readSeparator(of: .object, opening: opening)
      if comma != nil, case .number = value.content, let end = try refuseThousands(of: value.span) {
        position = end
        comma = try readSeparator(of: .object, opening: opening)
      }
    }
  }

  /// The member that has this name already. The set of names is kept only for objects with more than a few members:
  /// most have so few that comparing is quicker than hashing.
  private static func member(_ name: String, of members: [JSONMember], _ names: inout Set<String>) -> JSONMember? {
    if members.count > 12 {
      if names.isEmpty { names = Set(members.map(\.name)) }
      if names.insert(name).inserted { return nil }
    }
    return members.first { $0.name == name }
  }

  private mutating func open(depth: Int) throws(Stop) -> Span {
    let opening = takePunctuation()
    guard depth < Self.deepest else { throw try stop(.tooDeep(limit: Self.deepest, opening)) }
    return opening
  }

  private mutating func readName() throws(Stop) -> (String, Span) {
    let value: JSONValue
    if current == UInt8(ascii: "\"") {
      value = try readText()
    } else if beginsForeignText {
      value = try readForeignText()
    } else if wordCharacterLength(at: position) != nil, !isDigit(current) {
      let start = position
      position = wordEnd(from: start)
      let name = String(decoding: bytes[start..<position], as: UTF8.self)
      let place = span(from: start, to: position)
      try report(habit: "bare word", .bareWord(name), place)
      value = JSONValue(.string(name), place)
    } else {
      throw try unexpected(.name)
    }
    guard case .string(let name) = value.content else { throw try unexpected(.name) }
    return (name, value.span)
  }

  /// Reads the comma after a member or an element, if there is one. The closing bracket stays, to be read by the loop.
  private mutating func readSeparator(of bracket: JSONBracket, opening: Span) throws(Stop) -> Span? {
    try skipBlanks()
    guard !isAtEnd else { throw try stop(.unclosed(bracket: bracket, opening: opening)) }
    switch (try punctuation(), bracket) {
    case (UInt8(ascii: ","), _): return takePunctuation()
    case (UInt8(ascii: "}"), .object), (UInt8(ascii: "]"), .array): return nil
    default: break
    }
    let problem = try unexpected(.end(of: bracket, opening: opening))
    // A forgotten comma; anything else would only lead to more problems with the same cause.
    guard bracket == .object ? beginsMember : current == UInt8(ascii: "{") else { throw problem }
    return nil
  }

  /// Whether a name in quotes and its colon stand here.
  private var beginsMember: Bool {
    guard current == UInt8(ascii: "\"") else { return false }
    var end = position + 1
    while let byte = byte(at: end), byte >= 0x20, byte != UInt8(ascii: "\"") { end += 1 }
    guard byte(at: end) == UInt8(ascii: "\"") else { return false }
    repeat { end += 1 } while byte(at: end) == 0x20
    return byte(at: end) == UInt8(ascii: ":")
  }

  /// In an object a digit right after the comma that follows a number can only be meant as `300,000`; gives the end of
  /// that number.
  private mutating func refuseThousands(of number: Span) throws(Stop) -> Int? {
    guard isDigit(current), bytes[position - 1] == UInt8(ascii: ",") else { return nil }
    var end = position
    while isDigit(byte(at: end)) || (byte(at: end) == UInt8(ascii: ",") && isDigit(byte(at: end + 1))) { end += 1 }
    let start = Int(number.start)
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    try report(.number(.separators, text: text, span(from: start, to: end)))
    return end
  }

  // MARK: Punctuation

  /// The mark at the place reached; a full-width one is reported and taken for its narrow twin.
  private mutating func punctuation() throws(Stop) -> UInt8? {
    guard let byte = current else { return nil }
    guard byte >= 0x80 else { return byte }
    guard let scalar = currentScalar, let narrow = Self.narrow(scalar) else { return nil }
    let place = span(from: position, to: position + UTF8.width(scalar))
    let write = String(Unicode.Scalar(narrow))
    try report(habit: "full width", .fullWidthMark(String(scalar), write: write), place)
    return narrow
  }

  /// Goes past the mark that `punctuation` saw.
  private mutating func takePunctuation() -> Span {
    let start = position
    position += decodeScalar(in: bytes, at: position, before: bytes.count).length
    return span(from: start, to: position)
  }

  private static func narrow(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "：": UInt8(ascii: ":")
    case "，", "、": UInt8(ascii: ",")
    case "｛": UInt8(ascii: "{")
    case "｝": UInt8(ascii: "}")
    case "［", "【": UInt8(ascii: "[")
    case "］", "】": UInt8(ascii: "]")
    default: nil
    }
  }
}
