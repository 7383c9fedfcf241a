/// Decisions drawn from bytes, so that a fuzzer which changes the bytes changes the decisions. When the bytes are used
/// up, every decision is the first one.
struct ByteSource {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  mutating func byte() -> UInt8 { bytes.popFirst() ?? 0 }

  /// One of so many, counted from 0.
  mutating func choice(of count: Int) -> Int {
    guard count > 1 else { return 0 }
    if count <= 256 { return Int(byte()) % count }
    return Int(UInt64(truncatingIfNeeded: word()) % UInt64(count))
  }

  /// Yes, so many times out of 256.
  mutating func happens(_ times: UInt8) -> Bool { byte() < times }

  /// Eight bytes as one number.
  mutating func word() -> Int64 {
    var word: UInt64 = 0
    for _ in 0..<8 { word = word << 8 | UInt64(byte()) }
    return Int64(truncatingIfNeeded: word)
  }
}
