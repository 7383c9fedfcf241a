#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Some lines of the input, read together.
struct LineBlock: Sendable {
  /// Counts the blocks from 0.
  let sequence: Int
  /// The number of its first line, counted from 1.
  let firstLine: Int
  /// Whole lines; the last may lack its line break at the end of the input.
  let bytes: [UInt8]
  /// A line that was too long to be kept stands here by its length alone: then `bytes` is empty.
  let droppedLength: Int?
}

/// Cuts what comes from a descriptor into blocks of whole lines. Only one block is held, whatever the length of the
/// input; a line that is longer than a block makes the block longer.
struct LineBlocks {
  /// Large enough that handing a block over costs nothing beside the work on it.
  static let size = 128 << 10
  /// A longer line is passed over and reported.
  static let longestLine = 64 << 20

  private let descriptor: Int32
  private var rest: [UInt8] = []
  private var nextLine = 1
  private var sequence = 0
  private var isAtEnd = false
  /// Bytes taken from the input so far.
  private(set) var bytesRead = 0
  /// What the system said when reading failed.
  private(set) var failure: String?

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The next block; nil at the end of the input, after a failure and once `isStopped` says so.
  mutating func next(isStopped: () -> Bool) -> LineBlock? {
    var block = rest
    rest = []
    // Where the search for a line break goes on.
    var searched = 0
    while !isStopped() {
      if block.count >= Self.size || isAtEnd {
        if let end = lastLineBreak(in: block, from: searched) {
          rest = Array(block[(end + 1)...])
          block.removeSubrange((end + 1)...)
          return finished(block)
        }
        searched = block.count
        if isAtEnd { return block.isEmpty ? nil : finished(block) }
        if block.count > Self.longestLine { return dropLine(startingWith: block.count) }
      }
      guard let piece = readPiece() else { return nil }
      if piece.isEmpty { isAtEnd = true }
      block += piece
    }
    return nil
  }

  private func lastLineBreak(in block: [UInt8], from start: Int) -> Int? {
    var index = block.count
    while index > start {
      index -= 1
      if block[index] == UInt8(ascii: "\n") { return index }
    }
    return nil
  }

  private mutating func finished(_ block: [UInt8], droppedLength: Int? = nil) -> LineBlock {
    defer {
      sequence += 1
      nextLine += droppedLength == nil ? block.lineBreakCount : 1
    }
    return LineBlock(sequence: sequence, firstLine: nextLine, bytes: block, droppedLength: droppedLength)
  }

  /// Passes over the rest of a line that is too long.
  private mutating func dropLine(startingWith length: Int) -> LineBlock? {
    var length = length
    while let piece = readPiece() {
      if piece.isEmpty {
        isAtEnd = true
        break
      }
      if let end = piece.lineBreak(from: 0) {
        length += end
        rest = Array(piece[(end + 1)...])
        break
      }
      length += piece.count
    }
    return finished([], droppedLength: length)
  }

  /// Some bytes; none at the end, nil after a failure or an interruption.
  private mutating func readPiece() -> [UInt8]? {
    guard waitForInput() else { return nil }
    var got = 0
    let piece = [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
      got = read(descriptor, buffer.baseAddress, Self.size)
      count = max(got, 0)
    }
    if got < 0 {
      // An interruption is looked at by the caller.
      if errno == EINTR { return Interruption.isRequested ? nil : readPiece() }
      failure = String(cString: strerror(errno))
      return nil
    }
    bytesRead += got
    return piece
  }

  /// Waits until there is something to read; false once somebody asked the process to stop. A signal is taken by
  /// whatever thread is free, so the wait looks up from time to time.
  private func waitForInput() -> Bool {
    var input = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while !Interruption.isRequested {
      // Whatever came, and a failure too, is for reading to find out.
      let found = poll(&input, 1, Self.patience)
      if found > 0 || (found < 0 && errno != EINTR) { return true }
    }
    return false
  }

  /// In milliseconds.
  private static let patience: Int32 = 100
}
