/// What became of the cases that were put to the reference.
struct Tally {
  var answered = 0
  var refused = 0
  /// Something is read that is not stated, or a number is too large, so that the reference has no answer.
  var unknown = 0
  var notCovered: [String: Int] = [:]
  var settledStraight = 0
  var differing = 0

  var text: String {
    let left = notCovered.sorted { $0.key < $1.key }.map { "\($0.value) not covered (\($0.key))" }
    let all = [
      "\(answered) answered", "\(refused) refused", "\(unknown) with something unknown",
      "\(settledStraight) straight through",
    ]
    return (all + left).joined(separator: ", ")
  }
}
