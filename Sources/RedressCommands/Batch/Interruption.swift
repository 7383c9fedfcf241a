import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether somebody asked the process to stop (Ctrl-C, or an orderly end), so that what is under way can be finished.
enum Interruption {
  private static let signal = Atomic<Int32>(0)

  static var isRequested: Bool { signal.load(ordering: .relaxed) != 0 }

  /// The status a process ends with that a signal stopped; nil where none did.
  static var status: Int32? {
    let number = signal.load(ordering: .relaxed)
    return number == 0 ? nil : 128 + number
  }

  /// From here on the first of these signals only sets the mark; a second one ends the process at once.
  static func watch() {
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      #if canImport(Darwin)
        action.__sigaction_u.__sa_handler = mark
      #else
        action.__sigaction_handler.sa_handler = mark
      #endif
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
  }

  private static let mark: @convention(c) (Int32) -> Void = { signal.store($0, ordering: .relaxed) }
}
