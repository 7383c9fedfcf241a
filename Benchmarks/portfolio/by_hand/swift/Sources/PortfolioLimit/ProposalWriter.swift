/// Proposals as JSON in one buffer that is used again and again.
struct ProposalWriter: ~Copyable {
  private var buffer: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  init() {
    buffer = .allocate(capacity: 1 << 18)
  }

  deinit {
    buffer.deallocate()
  }

  /// What has been written since it was last cleared.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count])
  }

  mutating func clear() {
    count = 0
  }

  mutating func write(
    _ claim: Claim, _ losses: UnsafeBufferPointer<Loss>, _ awards: UnsafeMutableBufferPointer<Award>, _ totals: Totals
  ) {
    write(#"{"id":"#)
    write(claim.id)
    write(#","lines":["#)
    for position in losses.indices {
      let award = awards[position]
      write(position == 0 ? #"{"type":""# : #",{"type":""#)
      write(Loss.names[Int(losses[position].kind.rawValue)])
      write(#"","decision":""#)
      write(Award.decisions[Int(award.decision.rawValue)])
      write(#"","cash":"#)
      write(cents: award.cash)
      write(#","in_kind":"#)
      write(cents: award.inKind)
      write(#","reason":""#)
      write(Award.reasons[Int(award.reason.rawValue)])
      write(#""}"#)
    }
    write(totals.isCapped ? #"],"capped":true,"deductible":"# : #"],"capped":false,"deductible":"#)
    write(cents: totals.deductible)
    write(#","cash_total":"#)
    write(cents: totals.cash)
    write(#","in_kind_total":"#)
    write(cents: totals.inKind)
    write("}\n")
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > buffer.count { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(buffer.count * 2, count + more))
    _ = larger.update(fromContentsOf: buffer[..<count])
    buffer.deallocate()
    buffer = larger
  }

  @inline(__always)
  private mutating func write(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length)
    let source = UnsafeBufferPointer(start: text.utf8Start, count: length)
    _ = UnsafeMutableBufferPointer(rebasing: buffer[count...]).update(fromContentsOf: source)
    count += length
  }

  /// A number that is not below zero.
  @inline(__always)
  private mutating func write(_ number: Int64) {
    reserve(20)
    var length = 1
    var bound: Int64 = 10
    while number >= bound {
      length += 1
      bound *= 10
    }
    var left = number
    for place in stride(from: count + length - 1, through: count, by: -1) {
      buffer[place] = 0x30 + UInt8(truncatingIfNeeded: left % 10)
      left /= 10
    }
    count += length
  }

  /// As units with two decimals.
  @inline(__always)
  private mutating func write(cents: Int64) {
    write(cents / 100)
    reserve(3)
    let rest = UInt8(truncatingIfNeeded: cents % 100)
    buffer[count] = 0x2E
    buffer[count + 1] = 0x30 + rest / 10
    buffer[count + 2] = 0x30 + rest % 10
    count += 3
  }
}
