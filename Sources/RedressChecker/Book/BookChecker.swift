import RedressDiagnostics
import RedressSyntax
import RedressValues

/// The policies of a rule book with what each uses.
struct BookChecker {
  let book: RuleBookSyntax
  private let editions: Editions
  /// By policy: the policies it uses directly.
  private let uses: Graph
  /// By policy: what is wrong with its `use` clauses.
  private let useProblems: [[CheckProblem]]
  private let circles: [[Int]]
  private let order: [Int]

  init(_ book: RuleBookSyntax) {
    self.book = book
    let editions = Editions(book)
    self.editions = editions
    var edges: [[Int]] = []
    var problems: [[CheckProblem]] = []
    for (index, policy) in book.policies.enumerated() {
      var targets: [Int] = []
      var found: [CheckProblem] = []
      for case .use(let name) in policy.headers {
        guard let (target, isClear) = editions.used(name.text, by: index) else {
          let names = book.policies.map(\.name.text).filter { $0 != policy.name.text }
          found.append(.naming(.unknown(name, .policy, suggestion: nearest(to: name.text, among: names))))
          continue
        }
        if let item = book.policies[target].firstItem, book.policies[target].name != policy.name {
          found.append(.declaring(.usedHasItems(name, item: item)))
        } else if !isClear {
          let places = editions.positions(of: name.text).map { book.policies[$0].name.span }
          found.append(.dating(.editionUnclear(name, editions: places)))
        } else {
          targets.append(target)
        }
      }
      edges.append(targets)
      problems.append(found)
    }
    uses = Graph(edges: edges)
    useProblems = problems
    circles = uses.circles()
    order = uses.postOrder()
  }

  /// The policies that one uses, directly or through others, each behind those it uses itself.
  private func used(by index: Int) -> [Int] {
    let reached = uses.reachable(from: [index])
    return order.filter { reached[$0] && $0 != index }
  }

  /// Every policy by itself, and then the book as a whole.
  func problems() -> [CheckProblem] {
    var all: [CheckProblem] = []
    var usedPlaces: Set<Span> = []
    var isUsed = Array(repeating: false, count: book.policies.count)
    var shared: [(PolicyChecker, Int)] = []
    var isWhole = true
    for index in book.policies.indices {
      let used = used(by: index)
      for other in used { isUsed[other] = true }
      guard let checker = checked(index) else { continue }
      let reached = checker.reachedNodes()
      let problems = problems(of: checker, index, reached)
      isWhole = isWhole && problems.isEmpty
      all.append(contentsOf: problems)
      if book.policies[index].firstItem == nil {
        shared.append((checker, index))
      } else {
        for (node, isReached) in zip(checker.outline.nodes, reached) where isReached { usedPlaces.insert(node.place) }
      }
    }
    // A policy that nobody uses may be the one that a `use` was to name.
    let isUseClear = useProblems.allSatisfy(\.isEmpty) && !circles.contains { $0.count == 1 }
    for (checker, index) in shared {
      if !isUsed[index] {
        if isUseClear { all.append(.sense(.unusedPolicy(book.policies[index].name))) }
      } else if isWhole {
        all.append(contentsOf: unused(of: checker, usedPlaces))
      }
    }
    all.append(contentsOf: editions.problems())
    return Self.sorted(all)
  }

  /// The declarations of a shared policy that no policy of the book reads.
  private func unused(of checker: PolicyChecker, _ usedPlaces: Set<Span>) -> [CheckProblem] {
    let own = checker.reachedNodes()
    let reached = zip(checker.outline.nodes, own).map { node, isReached in isReached || usedPlaces.contains(node.place)
    }
    return checker.unused(reached) { $0.isOwn } + checker.unusedInside(reached)
  }

  /// One policy with everything it uses.
  func result(for index: Int) -> CheckResult {
    guard let checker = checked(index) else { return CheckResult(policy: nil, problems: []) }
    let reached = checker.reachedNodes()
    let problems = Self.sorted(problems(of: checker, index, reached))
    guard problems.isEmpty else { return CheckResult(policy: nil, problems: problems) }
    let omitted = zip(checker.outline.nodes, reached).filter { !$0.isOwn && !$1 }.map(\.0.place)
    guard !omitted.isEmpty, !checker.outline.items.isEmpty else {
      return CheckResult(policy: checker.policy, problems: [])
    }
    // What a used policy declares and this one does not read is left out of a second reading.
    let lean = Outline(policy: checker.outline.policy, used: checker.outline.used, omitting: Set(omitted))
    guard var second = PolicyChecker(outline: lean, book: book) else {
      return CheckResult(policy: nil, problems: [])
    }
    second.run()
    return second.problems.isEmpty
      ? CheckResult(policy: second.policy, problems: [])
      : CheckResult(policy: nil, problems: Self.sorted(second.problems))
  }

  private func checked(_ index: Int) -> PolicyChecker? {
    let policy = book.policies[index]
    let outline = Outline(policy: policy, used: used(by: index).map { book.policies[$0] })
    let fallback = policy.firstItem == nil ? currency(ofUsersOf: index) : nil
    guard var checker = PolicyChecker(outline: outline, book: book, fallbackCurrency: fallback) else { return nil }
    checker.run()
    checker.checkSense()
    return checker
  }

  /// A policy without a currency of its own is read with that of the first policy that uses it.
  private func currency(ofUsersOf index: Int) -> Currency? {
    for (other, policy) in book.policies.enumerated() where other != index && uses.reachable(from: [other])[index] {
      for header in policy.headers {
        switch header {
        case .currency(let code):
          if let currency = Currency.named(code.text) { return currency }
        case .currencyOfCase: return .ofTheCase
        default: continue
        }
      }
    }
    return nil
  }

  private func problems(of checker: PolicyChecker, _ index: Int, _ reached: [Bool]) -> [CheckProblem] {
    let near = uses.reachable(from: [index])
    let lacksUsed =
      book.policies.indices.contains { near[$0] && !useProblems[$0].isEmpty }
      || circles.contains { $0.count == 1 && near[$0[0]] }
    // What a policy that could not be used would have brought is not missed.
    var problems = lacksUsed ? checker.problems.filter { !$0.missesDeclarations } : checker.problems
    for policy in book.policies.indices where near[policy] { problems.append(contentsOf: useProblems[policy]) }
    for circle in circles where circle.contains(where: { near[$0] }) {
      problems.append(.declaring(.useCircle(circle.map { book.policies[$0].name })))
    }
    if !checker.outline.items.isEmpty { problems.append(contentsOf: checker.daysWithoutValue(reached)) }
    // A declaration that could not be read may have read anything.
    guard !lacksUsed, checker.outline.unread.isEmpty, !checker.outline.items.isEmpty,
      !problems.contains(where: \.hidesReads)
    else { return problems }
    // Where something could not be read, a name that stands in it may well be used.
    let mentioned = problems.isEmpty ? [] : checker.outline.mentionedNames()
    problems.append(
      contentsOf: checker.unused(reached) { node in
        node.isOwn && !(node.name.map { mentioned.contains($0.text) } ?? false)
      })
    if problems.isEmpty || mentioned.isEmpty { problems.append(contentsOf: checker.unusedInside(reached)) }
    return problems
  }

  /// Each problem once, in the order of the text; of one unknown name only the first place.
  static func sorted(_ problems: [CheckProblem]) -> [CheckProblem] {
    var seen: Set<CheckProblem> = []
    let once = problems.filter { seen.insert($0).inserted }
    let ordered = once.enumerated().map { ($0.element.place, $0.offset, $0.element) }
      .sorted { ($0.0.source.index, $0.0.start, $0.1) < ($1.0.source.index, $1.0.start, $1.1) }.map(\.2)
    return CheckProblem.joiningRepetitions(in: ordered)
  }
}

extension PolicySyntax {
  /// The name of its first item, if it has any.
  var firstItem: Name? {
    for case .item(let item) in declarations { return item.name }
    return nil
  }
}

extension CheckProblem {
  /// Whether declarations of another policy would mend it.
  fileprivate var missesDeclarations: Bool {
    switch self {
    case .naming(.unknown), .naming(.unknownWord), .naming(.unknownUnit), .naming(.wordWithoutKind),
      .declaring(.currencyMissing), .sense(.roleMissing), .sense(.emptyClass),
      .limiting(.emptyClass):
      true
    default: false
    }
  }

  /// Whether names may have been meant that were not read: then nothing is said about unused things.
  fileprivate var hidesReads: Bool {
    switch self {
    case .naming(.unknown), .naming(.unknownWord), .naming(.unknownField), .naming(.unknownUnit),
      .naming(.wordWithoutKind),
      .naming(.doubled), .naming(.builtIn), .naming(.wrongSort), .declaring(.useCircle), .declaring(.usedHasItems),
      .dating(.editionUnclear), .dating(.notDated), .tabling(.unknownColumn), .limiting(.nothingToLift),
      .limiting(.shareWithoutLoop),
      .typing(.missingArguments), .typing(.wrongArgumentCount):
      true
    case .typing(.unitsDoNotFit(let mismatch)):
      switch mismatch.mend {
      case .rate?, .multiply?: true
      default: false
      }
    default: false
    }
  }
}
