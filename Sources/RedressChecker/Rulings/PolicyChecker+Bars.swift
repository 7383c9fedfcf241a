import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  mutating func checkBars() {
    for (position, entry) in outline.bars.enumerated() {
      owner = entry.node
      let bar = entry.syntax.name
      let items = targets(entry.syntax.targets, isOwn: entry.isOwn) { .sense(.emptyClass($0, bar: bar)) }
      checkBreadth(entry.syntax, items)
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

  /// A bar on one item alone should stand in the item.
  private mutating func checkBreadth(_ syntax: BarSyntax, _ items: [Int]) {
    guard syntax.targets.count == 1, case .name(let name)? = syntax.targets.first, items.count == 1,
      ItemClass(rawValue: name.text) == nil
    else { return }
    let ground = syntax.grounds.first?.condition.written
    report(.sense(.barOnOneItem(syntax.name, item: name, ground: ground ?? "…")))
  }

  /// The items that a bar, a limit or a recourse is on, in the order of the file. `emptyClass` makes the problem of a
  /// class that no item has.
  mutating func targets(
    _ list: [TargetSyntax], isOwn: Bool, emptyClass: (Name) -> CheckProblem
  ) -> [Int] {
    var items: Set<Int> = []
    var seen: [String: Span] = [:]
    for target in list {
      switch target {
      case .all: items.formUnion(outline.items.indices)
      case .name(let name):
        if let first = seen[name.text] {
          report(.naming(.listedTwice(name, first: first)))
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
        if found.isEmpty, isOwn, !outline.items.isEmpty, outline.unread.isEmpty { report(emptyClass(name)) }
        items.formUnion(found)
      }
    }
    return items.sorted()
  }
}
