import Glibc

/// What answering the portfolio costs at least.
///
///     PortfolioLimit answer FACTS COUNT    answers the first COUNT claims, NDJSON on standard output
///     PortfolioLimit time FACTS COUNT      one JSON object: microseconds of processor time a claim, evaluating only
@main
enum PortfolioLimit {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let count = Int(arguments[3]) else {
      print("PortfolioLimit answer|time FACTS COUNT")
      exit(64)
    }
    if arguments[1] == "time" {
      try time(arguments[2], count: count)
    } else {
      try answer(arguments[2], count: count)
    }
  }

  /// One claim after the other, in buffers that are used again.
  private static func answer(_ path: String, count: Int) throws {
    var reader = try LineReader(path: path)
    var writer = ProposalWriter()
    var losses: [Loss] = []
    var awards = [Award](repeating: Award(), count: 64)
    var left = count
    while left > 0, let bytes = try reader.next() {
      var scanner = FactsScanner(bytes)
      while left > 0, !scanner.isAtEnd() {
        left -= 1
        losses.removeAll(keepingCapacity: true)
        let claim = try scanner.claim(&losses)
        if losses.count > awards.count { awards += [Award](repeating: Award(), count: losses.count) }
        losses.withUnsafeBufferPointer { losses in
          awards.withUnsafeMutableBufferPointer { awards in
            writer.write(claim, losses, awards, Rules.settle(losses, of: claim, into: awards))
          }
        }
        if writer.bytes.count > 1 << 16 { try flush(&writer) }
      }
    }
    try flush(&writer)
  }

  private static func flush(_ writer: inout ProposalWriter) throws {
    var left = writer.bytes
    while !left.isEmpty {
      let written = Glibc.write(1, left.baseAddress, left.count)
      guard written > 0 else { throw FileError(path: "standard output") }
      left = UnsafeRawBufferPointer(rebasing: left[written...])
    }
    writer.clear()
  }

  private static func time(_ path: String, count: Int) throws {
    var reader = try LineReader(path: path)
    var claims: [Claim] = []
    var losses: [Loss] = []
    while claims.count < count, let bytes = try reader.next() {
      var scanner = FactsScanner(bytes)
      while claims.count < count, !scanner.isAtEnd() { claims.append(try scanner.claim(&losses)) }
    }
    var awards = [Award](repeating: Award(), count: losses.count)
    var totals = [Totals](repeating: Totals(), count: claims.count)
    evaluate(claims, losses, &awards, &totals)
    // The clock is coarser than one pass of a small number of claims.
    let passes = max(1, 2_000_000 / max(1, claims.count))
    let started = processorNanoseconds()
    for _ in 0..<passes { evaluate(claims, losses, &awards, &totals) }
    let picoseconds = (processorNanoseconds() - started) * 1_000 / Int64(max(1, passes * claims.count))
    print(#"{"evaluate_us":\#(picoseconds / 1_000_000).\#(String(1_000_000 + picoseconds % 1_000_000).dropFirst())}"#)
  }

  @inline(never)
  private static func evaluate(
    _ claims: [Claim], _ losses: [Loss], _ awards: inout [Award], _ totals: inout [Totals]
  ) {
    losses.withUnsafeBufferPointer { losses in
      awards.withUnsafeMutableBufferPointer { awards in
        for (position, claim) in claims.enumerated() {
          totals[position] = Rules.settle(
            UnsafeBufferPointer(rebasing: losses[claim.losses]), of: claim,
            into: UnsafeMutableBufferPointer(rebasing: awards[claim.losses]))
        }
      }
    }
  }

  /// Of this process, all threads.
  private static func processorNanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
