import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// Each choice with its options as a kind, before anything compares with them.
  mutating func declareChoiceKinds() {
    for (position, entry) in outline.choices.enumerated() {
      var seen: [String: Span] = [:]
      var words: [String] = []
      var labels: [String?] = []
      for option in entry.syntax.options where !option.name.text.isEmpty {
        if let first = seen[option.name.text] {
          report(.naming(.doubled(option.name, first: first)))
          continue
        }
        seen[option.name.text] = option.name.span
        words.append(option.name.text)
        labels.append(option.label?.plain)
      }
      choiceKinds.append(addKind(words, labels: labels, origin: .choice(position)))
      mentionedOptions.append([])
    }
  }

  mutating func checkChoices() {
    for (position, entry) in outline.choices.enumerated() {
      owner = entry.node
      let syntax = entry.syntax
      var scope = Scope()
      scope.allowsOptional = true
      let condition = syntax.condition.map {
        self.condition($0, &scope) ?? .placeholder(.yesOrNo, $0.span)
      }
      let words = policy.kinds[choiceKinds[position]].words
      var preference: CheckedPolicy.Choice.Preference?
      switch syntax.preference {
      case nil: break
      case .cheapest: preference = .cheapest
      case .option(let name):
        if let option = words.firstIndex(of: name.text) {
          preference = .option(option)
        } else if !words.isEmpty {
          report(.naming(.unknown(name, .option, suggestion: nearest(to: name.text, among: words))))
        }
      }
      // A doubled option is reported already and left out.
      var seen: Set<String> = []
      let options = syntax.options.filter { !$0.name.text.isEmpty && seen.insert($0.name.text).inserted }
      policy.choices.append(
        .init(
          name: syntax.name.text, label: text(syntax.label, Scope()), chooser: party(syntax.chooser) ?? 0,
          condition: condition, optionalReads: scope.optionalReads, options: words,
          optionLabels: options.map { text($0.label, Scope()) }, preference: preference,
          preferenceReasons: reasons(syntax.preferenceReasons, Scope()), span: syntax.name.span))
    }
    owner = nil
  }
}
