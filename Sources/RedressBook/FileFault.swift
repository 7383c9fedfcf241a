/// Why a file or a folder could not be read.
package enum FileFault: Error, Hashable, Sendable {
  case missing
  case isFolder
  case isNoFolder
  /// More than `Files.largest` bytes.
  case tooLarge
  /// What the system says: `Permission denied`.
  case unreadable(String)
}

extension FileFault {
  /// The fault behind a colon.
  package var words: String {
    switch self {
    case .missing: "it is not there"
    case .isFolder: "it is a folder"
    case .isNoFolder: "it is no folder"
    case .tooLarge: "it is larger than \(Files.largest >> 20) MB"
    case .unreadable(let reason): reason
    }
  }
}
