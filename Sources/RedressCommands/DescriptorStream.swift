#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes text to an open descriptor as it comes. Whoever stops reading is not written to any more.
struct DescriptorStream: TextOutputStream {
  private let descriptor: Int32
  /// Nobody reads any more, or nothing can be written.
  private var isClosed = false
  /// What the system said when writing failed; a reader that went away is no failure.
  private(set) var failure: String?

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  mutating func write(_ string: String) {
    guard !isClosed else { return }
    var text = string
    text.withUTF8 { bytes in _ = write(UnsafeRawBufferPointer(bytes)) }
  }

  /// Writes whole lines; false once nothing more can be written. What was written of a line that could not be ended is
  /// cut off again, where the descriptor is a file.
  mutating func write(records: [UInt8]) -> Bool {
    guard !isClosed else { return false }
    let written = records.withUnsafeBytes { write($0) }
    if written < records.count {
      let whole = records[..<written].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let end = lseek(descriptor, 0, SEEK_CUR)
      if end >= off_t(written - whole) { _ = ftruncate(descriptor, end - off_t(written - whole)) }
    }
    return !isClosed
  }

  /// How many bytes were written: fewer than there are only if nothing more can be.
  private mutating func write(_ bytes: UnsafeRawBufferPointer) -> Int {
    var rest = bytes[...]
    while !rest.isEmpty {
      let start = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Darwin)
        let written = Darwin.write(descriptor, start.baseAddress, start.count)
      #elseif canImport(Musl)
        let written = Musl.write(descriptor, start.baseAddress, start.count)
      #else
        let written = Glibc.write(descriptor, start.baseAddress, start.count)
      #endif
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        isClosed = true
        if errno != EPIPE { failure = String(cString: strerror(errno)) }
        break
      }
    }
    return bytes.count - rest.count
  }
}
