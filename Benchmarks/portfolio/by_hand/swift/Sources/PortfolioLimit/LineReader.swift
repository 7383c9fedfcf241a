import Glibc

struct FileError: Error {
  let path: String
}

/// A file in pieces that end with a line.
struct LineReader: ~Copyable {
  private let file: Int32
  private let path: String
  private var buffer: UnsafeMutableRawBufferPointer
  private var filled = 0
  private var taken = 0

  init(path: String) throws(FileError) {
    file = open(path, O_RDONLY)
    self.path = path
    buffer = .allocate(byteCount: 1 << 18, alignment: 16)
    guard file >= 0 else { throw FileError(path: path) }
  }

  deinit {
    buffer.deallocate()
    close(file)
  }

  /// Some whole lines, valid until it is asked again; nil at the end. A last line needs no line break.
  mutating func next() throws(FileError) -> UnsafeBufferPointer<UInt8>? {
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[taken..<filled]))
    filled -= taken
    taken = 0
    while true {
      if filled == buffer.count { grow() }
      let more = read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      guard more >= 0 else { throw FileError(path: path) }
      filled += more
      let bytes = UnsafeBufferPointer(buffer.bindMemory(to: UInt8.self))
      if more == 0 {
        taken = filled
        return filled == 0 ? nil : UnsafeBufferPointer(rebasing: bytes[..<filled])
      }
      if let end = bytes[..<filled].lastIndex(of: 0x0A) {
        taken = end + 1
        return UnsafeBufferPointer(rebasing: bytes[..<taken])
      }
    }
  }

  private mutating func grow() {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
    buffer.deallocate()
    buffer = larger
  }
}
