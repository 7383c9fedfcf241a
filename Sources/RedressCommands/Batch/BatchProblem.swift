/// Why a line of a batch is no case of it, whatever the case says: facts only; the wording stands in
/// `BatchProblem+Diagnostic.swift`.
enum BatchProblem: Sendable {
  /// So many bytes, more than are read.
  case lineTooLong(length: Int, longest: Int)
}
