import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  mutating func checkBars() {
    for (position, entry) in outline.bars.enumerated() {
      owner = entry.node
      let items = targets(entry)
      // A bar of a used policy on classes that this one does not have asks for nothing.
      if entry.isOwn || !items.isEmpty || outline.items.isEmpty { roots.append(entry.node) }
      for item in items {
        needs[outline.items[item].node].append(entry.node)
      }
      checkBar(entry.syntax, items: items, position)
    }
    owner = nil
  }

  private mutating func checkBar(_ syntax: BarSyntax, items: [Int], _ position: Int) {
    let grounds = syntax.grounds.map { ground in
      var scope = Scope()
      scope.allowsOptional = true
      let condition = condition(ground.condition, &scope) ?? .placeholder(.yesOrNo, ground.condition.span)
      return CheckedPolicy.Bar.Ground(
        condition: condition, optionalReads: scope.optionalReads, reasons: reasons(ground.reasons, Scope()),
        span: ground.keyword)
    }
    var names = BranchNames()
    let exceptions = exceptions(
      syntax.exceptions, Scope(), &names, isWaived: { _ in true },
      value: { checker, exception, scope -> CheckedPolicy.StepOverride in
        // The parser reports a value where only `waived` makes sense.
        if case .value(let value) = exception.value { _ = checker.check(value, &scope) }
        return .waived
      })
    policy.bars.append(
      .init(
        name: syntax.name.text, label: text(syntax.label, Scope()) ?? CheckedText([], syntax.label.span), items: items,
        grounds: grounds, exceptions: exceptions))
  }

  /// The items a bar is on, in the order of the file.
  private mutating func targets(_ entry: Entry<BarSyntax>) -> [Int] {
    var items: Set<Int> = []
    var seen: [String: Span] = [:]
    for target in entry.syntax.targets {
      switch target {
      case .all: items.formUnion(outline.items.indices)
      case .name(let name):
        if let first = seen[name.text] {
          report(.naming(.doubled(name, first: first)))
          continue
        }
        seen[name.text] = name.span
        guard let itemClass = ItemClass(rawValue: name.text) else {
          if case .item(let item)? = entity(name, .target) { items.insert(item) }
          continue
        }
        let found = outline.items.indices.filter {
          ItemClass(rawValue: outline.items[$0].syntax.classWord?.text ?? "") ?? .compensation == itemClass
        }
        if found.isEmpty, entry.isOwn, !outline.items.isEmpty {
          report(.sense(.emptyClass(name, bar: entry.syntax.name)))
        }
        items.formUnion(found)
      }
    }
    if entry.syntax.targets.count == 1, case .name(let name)? = entry.syntax.targets.first, items.count == 1,
      ItemClass(rawValue: name.text) == nil
    {
      let ground = entry.syntax.grounds.first?.condition.written
      report(.sense(.barOnOneItem(entry.syntax.name, item: name, ground: ground ?? "…")))
    }
    return items.sorted()
  }
}
