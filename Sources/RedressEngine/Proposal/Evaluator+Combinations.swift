import RedressValues

/// The most combinations of open choices that are put side by side.
private let proposalLimit = 64

extension Evaluator {
  /// The options of every combination of choices that arise and are not settled, in the order they are preferred.
  mutating func combinations() throws(Refusal) -> [Combination] {
    let none = Combination(
      options: Array(repeating: -1, count: program.choices.count),
      isOpen: Array(repeating: false, count: program.choices.count))
    var partial = [none]
    for index in program.choiceOrder {
      let choice = program.choices[index]
      var next: [Combination] = []
      for combination in partial {
        take(combination)
        let isOpen: Bool
        switch holding(choice.condition, choice.optionalReads) {
        case .fault(let fault): throw refusal(fault)
        case .no:
          next.append(combination)
          continue
        case .yes: isOpen = false
        case .maybe: isOpen = true
        }
        for option in facts.choices[index].map({ [$0] }) ?? Array(choice.options.indices) {
          var taken = combination
          taken.options[index] = option
          taken.isOpen[index] = isOpen
          next.append(taken)
        }
      }
      guard next.count <= proposalLimit else {
        let open = program.choices.indices.filter { facts.choices[$0] == nil }.map { program.choices[$0].name }
        throw .tooManyProposals(choices: open, limit: proposalLimit)
      }
      partial = next
    }
    return partial.map { ($0, ranks($0.options)) }.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
  }

  /// By choice in the order of the file: 0 for the preferred option, then the file's order.
  func ranks(_ options: [Int], steadyOnly: Bool = false) -> [Int] {
    options.enumerated().map { index, option in
      switch program.choices[index].preference {
      case .option(let preferred): option == preferred ? 0 : option + 1
      case .cheapest: steadyOnly ? 0 : option + 1
      case nil: option + 1
      }
    }
  }

  /// What is taken of each choice that arises.
  mutating func choicesTaken(_ options: [Int], _ detail: QuoteDetail) -> [Proposal.ChoiceTaken] {
    var result: [Proposal.ChoiceTaken] = []
    for (index, option) in options.enumerated() where option >= 0 {
      let choice = program.choices[index]
      let hasWords = detail != .codes
      var isPreferred = false
      if case .option(option) = choice.preference { isPreferred = true }
      result.append(
        Proposal.ChoiceTaken(
          choice: Quote.Labelled(name: choice.name, label: hasWords ? filled(choice.label) : nil),
          option: Quote.Labelled(
            name: choice.options[option], label: hasWords ? filled(choice.optionLabels[option]) : nil),
          chooser: labelled(party: choice.chooser), isSettled: facts.choices[index] != nil, isPreferred: isPreferred,
          reason: isPreferred && hasWords ? filled(choice.preferenceReasons.because) : nil))
    }
    return result
  }
}
