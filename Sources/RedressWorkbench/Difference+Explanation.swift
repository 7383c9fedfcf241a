import RedressEngine

extension Difference {
  /// Takes over what some lines rest on: the branches that decided them and the facts they read.
  mutating func rest(on lines: [Line]) {
    for line in lines {
      if let branch = line.branch { add(Ground(name: branch, value: nil, reason: line.reason)) }
      for bar in line.bars { add(Ground(name: bar.branch, value: nil, reason: bar.reason)) }
      for step in line.steps { add(Ground(name: step.branch, value: nil, reason: step.reason)) }
      for explanation in line.because { add(explanation) }
    }
  }

  private mutating func add(_ explanation: Explanation) {
    // A side that did not count decided nothing.
    if explanation.isLost { return }
    switch explanation.origin {
    case .ruling:
      add(Ground(name: explanation.branch ?? explanation.name, value: explanation.value, reason: explanation.reason))
    case .stated: add(Reading(fact: explanation.name, value: explanation.value, origin: .stated))
    case .assumed: add(Reading(fact: explanation.name, value: explanation.value, origin: .assumed))
    case .unknown:
      // A ruling that is unknown rests on facts that are; they tell more.
      if explanation.because.isEmpty {
        add(Reading(fact: explanation.name, value: explanation.value, origin: .unknown))
      }
    }
    for deeper in explanation.because { add(deeper) }
  }

  /// One branch is named once, with its value where that is known.
  private mutating func add(_ ground: Ground) {
    guard let position = grounds.firstIndex(where: { $0.name == ground.name }) else {
      grounds.append(ground)
      return
    }
    let known = grounds[position]
    grounds[position] = Ground(
      name: known.name, value: known.value ?? ground.value, reason: known.reason ?? ground.reason)
  }

  private mutating func add(_ reading: Reading) {
    if !readings.contains(where: { $0.fact == reading.fact }) { readings.append(reading) }
  }
}
