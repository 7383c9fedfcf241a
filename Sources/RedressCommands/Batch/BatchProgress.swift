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
    // Whole seconds would show nearly twice the speed before the second one is over.
    let elapsed = (clock.now - start).components
    let milliseconds = elapsed.seconds * 1_000 + elapsed.attoseconds / 1_000_000_000_000_000
    let text = Self.text(done: done, of: size, cases: cases, milliseconds: milliseconds)
    console.errors.write("\r\u{1B}[K" + text)
  }

  /// How far it is after so many milliseconds: `46% · 86241 cases, 57494 a second · 2 s left`.
  static func text(done: Int, of size: Int?, cases: Int, milliseconds: Int64) -> String {
    let milliseconds = max(milliseconds, 1)
    let text = "\(cases) cases, \(Int64(cases) * 1_000 / milliseconds) a second"
    guard let size, size > 0, done > 0 else { return text }
    let left = Int64(size - min(done, size)) / 1_000 * milliseconds / Int64(done)
    return "\(min(done, size) * 100 / size)% · \(text) · \(left) s left"
  }

  /// Takes the line away again.
  mutating func clear(on console: inout Console) {
    if hasShown { console.errors.write("\r\u{1B}[K") }
  }
}
