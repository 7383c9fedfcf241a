#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension [UInt8] {
  /// Where the first line break from a place on stands; nil if none does. The system's search looks at many bytes at
  /// once, which no loop over single bytes that may end early does.
  func lineBreak(from start: Int) -> Int? {
    guard indices.contains(start) else { return nil }
    return withUnsafeBytes { bytes in
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      guard let first = rest.baseAddress, let found = memchr(first, Int32(UInt8(ascii: "\n")), rest.count) else {
        return nil
      }
      return start + (UnsafeRawPointer(found) - first)
    }
  }

  /// How many line breaks there are.
  var lineBreakCount: Int {
    var count = 0
    var start = 0
    while let found = lineBreak(from: start) {
      count += 1
      start = found + 1
    }
    return count
  }
}
