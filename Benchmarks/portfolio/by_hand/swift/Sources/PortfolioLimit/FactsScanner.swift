struct ScanError: Error {
  let offset: Int
}

/// Reads claims from bytes: keys in any order, numbers straight into whole cents, no text made. Refuses what the facts of
/// the workload do not have, such as escapes and signs.
struct FactsScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func isAtEnd() -> Bool {
    skipSpace()
    return position >= bytes.count
  }

  /// The next claim; its losses come after those in `losses`.
  mutating func claim(_ losses: inout [Loss]) throws(ScanError) -> Claim {
    var claim = Claim()
    try expect("{")
    repeat {
      let key = try text()
      try expect(":")
      if isSame(key, "id") {
        claim.id = try number(places: 0)
      } else if isSame(key, "share") {
        claim.share = try number(places: 0)
      } else if isSame(key, "freight") {
        claim.freight = try number(places: 2)
      } else if isSame(key, "lines") {
        let first = losses.count
        try expect("[")
        if !accepts("]") {
          repeat { losses.append(try loss()) } while accepts(",")
          try expect("]")
        }
        claim.losses = first..<losses.count
      } else {
        throw ScanError(offset: position)
      }
    } while accepts(",")
    try expect("}")
    return claim
  }

  private mutating func loss() throws(ScanError) -> Loss {
    var loss = Loss()
    try expect("{")
    repeat {
      let key = try text()
      try expect(":")
      if isSame(key, "type") {
        loss.kind = try kind()
      } else if isSame(key, "value") {
        loss.value = try number(places: 2)
      } else if isSame(key, "repair_cost") {
        loss.repairCost = try number(places: 2)
      } else if isSame(key, "reship") || isSame(key, "purpose_stated") {
        loss.flag = try boolean()
      } else if isSame(key, "penalty_percent") || isSame(key, "days") {
        loss.count = Int32(truncatingIfNeeded: try number(places: 0))
      } else {
        throw ScanError(offset: position)
      }
    } while accepts(",")
    try expect("}")
    return loss
  }

  private mutating func kind() throws(ScanError) -> Loss.Kind {
    let name = try text()
    if isSame(name, "damage-repairable") { return .repairable }
    if isSame(name, "damage-destroyed") { return .destroyed }
    if isSame(name, "wrong-item") { return .wrongItem }
    if isSame(name, "delay") { return .delay }
    if isSame(name, "consequential") { return .consequential }
    throw ScanError(offset: position)
  }

  @inline(__always)
  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) { position += 1 }
  }

  @inline(__always)
  private mutating func accepts(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(truncatingIfNeeded: character.value) else { return false }
    position += 1
    return true
  }

  @inline(__always)
  private mutating func expect(_ character: Unicode.Scalar) throws(ScanError) {
    guard accepts(character) else { throw ScanError(offset: position) }
  }

  /// The bytes between quotes.
  @inline(__always)
  private mutating func text() throws(ScanError) -> UnsafeBufferPointer<UInt8> {
    try expect("\"")
    let start = position
    while position < bytes.count, bytes[position] != 0x22 {
      if bytes[position] == 0x5C { throw ScanError(offset: position) }
      position += 1
    }
    guard position < bytes.count else { throw ScanError(offset: position) }
    position += 1
    return UnsafeBufferPointer(rebasing: bytes[start..<position - 1])
  }

  /// A number with at most so many decimals, as a whole number of the smallest of them.
  @inline(__always)
  private mutating func number(places: Int) throws(ScanError) -> Int64 {
    skipSpace()
    var value: Int64 = 0
    var digits = 0
    var decimals: Int?
    while position < bytes.count {
      let byte = bytes[position]
      if (0x30...0x39).contains(byte) {
        guard decimals ?? -1 < places, digits < 17 else { throw ScanError(offset: position) }
        value = value &* 10 &+ Int64(byte &- 0x30)
        digits += 1
        if let found = decimals { decimals = found + 1 }
      } else if byte == 0x2E, decimals == nil {
        decimals = 0
      } else {
        break
      }
      position += 1
    }
    guard digits > 0 else { throw ScanError(offset: position) }
    for _ in (decimals ?? 0)..<places { value &*= 10 }
    return value
  }

  @inline(__always)
  private mutating func boolean() throws(ScanError) -> Bool {
    skipSpace()
    guard position + 4 < bytes.count else { throw ScanError(offset: position) }
    switch bytes[position] {
    case 0x74:
      position += 4
      return true
    case 0x66:
      position += 5
      return false
    default: throw ScanError(offset: position)
    }
  }

  @inline(__always)
  private func isSame(_ text: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    guard text.count == name.utf8CodeUnitCount else { return false }
    for position in text.indices where text[position] != name.utf8Start[position] { return false }
    return true
  }
}
