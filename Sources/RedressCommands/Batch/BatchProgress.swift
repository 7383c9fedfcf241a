/// How far a batch is, on the last line of a terminal, once it takes longer than a second.
struct BatchProgress {
  /// Of the input, in bytes; nil where it is not known.
  private let size: Int?
  private let isShown: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shownAt: ContinuousClock.Instant
  private var hasShown = false

  init(size: Int?, isShown: Bool) {
    self.size = size
    self.isShown = isShown
    start = clock.now
    shownAt = start
  }

  /// Shows the state at most four times a second.
  mutating func show(done: Int, cases: Int, on console: inout Console) {
    guard isShown, clock.now - start > .seconds(1), clock.now - shownAt > .milliseconds(250) else { return }
    shownAt = clock.now
    hasShown = true
    let seconds = max((clock.now - start).components.seconds, 1)
    var text = "\(cases) cases, \(Int64(cases) / seconds) a second"
    if let size, size > 0, done > 0 {
      let (percent, left) = (done * 100 / size, Int64(size - min(done, size)) * seconds / Int64(done))
      text = "\(percent)% · \(text) · \(left) s left"
    }
    console.errors.write("\r\u{1B}[K" + text)
  }

  /// Takes the line away again.
  mutating func clear(on console: inout Console) {
    if hasShown { console.errors.write("\r\u{1B}[K") }
  }
}
