import RedressDiagnostics
import RedressSyntax
import RedressValues

/// The checking of one policy with everything it uses: its state, and the order of the work.
struct PolicyChecker {
  let outline: Outline
  let documents: [RuleBookSyntax.DocumentReference: SourceDocument]
  let tableFiles: [RuleBookSyntax.DocumentReference: TableSyntax.Rows]
  let reportedTableFiles: Set<RuleBookSyntax.DocumentReference>
  /// The currency to take where neither the policy nor one it uses states any.
  let fallbackCurrency: Currency?

  var policy: CheckedPolicy
  var problems: [CheckProblem]
  /// False where no currency is known: then `money` is poison, once reported.
  var money: Unit?
  var isCurrencyMissed = false

  /// By node: the nodes it reads, anywhere; and those its value needs.
  var reads: [[Int]]
  var needs: [[Int]]
  /// The node that is being checked; a file's headers have none.
  var owner: Int?
  /// False in texts, and in whatever else changes no value.
  var recordsNeeds = true
  /// Nodes that are read by the headers or by their own position: they need no other reader.
  var roots: [Int] = []

  var declaredUnits: [Unit?] = []
  var unitCache: [String: Unit] = [:]
  /// By kind: the positions of its words, and where it comes from.
  var wordPositions: [[String: Int]] = []
  var kindOrigins: [KindOrigin] = []
  var inPlaceKinds: [[String]: Int] = [:]
  var weekdayKind: Int?
  /// By choice: its kind, and the options that something compares with.
  var choiceKinds: [Int] = []
  var mentionedOptions: [Set<Int>] = []
  /// By kind word: the first named kind that has it.
  var kindsByWord: [String: Int] = [:]

  /// Poison where nil.
  var factTypes: [ValueType?] = []
  var fieldTypes: [[ValueType?]] = []
  var definitionTypes: [ValueType?] = []
  var definitionStates: [DefinitionState] = []
  /// By node.
  var parameterReads: [Int: Set<Int>] = [:]
  /// By definition and parameter.
  var checkedParameterTypes: [[ValueType?]] = []
  /// By table, and by parameter.
  var tableTypes: [ValueType?] = []
  var tableParameterTypes: [[ValueType?]] = []
  var tiersParameterTypes: [ValueType?] = []
  var tiersTypes: [ValueType?] = []
  var tiersStates: [DefinitionState] = []
  var lifts: [CheckedLift] = []
  /// Where a share could not be read, so that the sum says nothing.
  var hasPoisonedShare: Set<Span> = []
  /// By loop variable: the record, and the name.
  var variableRecords: [Int] = []
  var variableNames: [String] = []
  var sourceDocuments: [SourceDocument?] = []
  /// Whether values need themselves, so that they cannot be followed.
  var hasEndlessValues = false
  /// How deep checking has gone into an expression, and from there into the definitions it reads.
  var depth = 0
  /// Whether reasons are left for later, because not every definition's type is known yet.
  var defersReasons = false
  /// How many expressions came to nothing, because of a mistake in them or in what they read.
  var unresolvedCount = 0
  /// Where something did not resolve, so that nothing is built on it: exceptions by the place of their name.
  var unresolvedExceptions: Set<Span> = []
  var unresolvedDefinitions: Set<Int> = []
  /// Rows of tables of which not every cell could be read.
  var unresolvedRows: Set<Span> = []
  /// Days behind which an earlier one stands: which is the first is not known.
  var misorderedAfter: Set<Span> = []

  enum DefinitionState { case untouched, inProgress, done }

  enum KindOrigin {
    case named
    case inPlace
    case choice(Int)
    case weekdays
  }

  /// Nil only if ISO 4217 has lost the currency that stands in until the policy's own is read.
  init?(
    outline: Outline, book: RuleBookSyntax, fallbackCurrency: Currency? = nil
  ) {
    guard let standIn = Currency.named("EUR") else { return nil }
    self.outline = outline
    documents = book.documents
    tableFiles = book.tables
    reportedTableFiles = book.reportedTables
    self.fallbackCurrency = fallbackCurrency
    policy = CheckedPolicy(name: outline.policy.name.text, currency: standIn)
    problems = outline.problems.filter { !$0.isAboutNothing }
    reads = Array(repeating: [], count: outline.nodes.count)
    needs = reads
  }

  /// Everything, in an order in which each part finds what it builds on.
  mutating func run() {
    checkHeaders()
    declareUnits()
    declareKinds()
    declareSources()
    declareParties()
    declareRecordsAndFacts()
    declareDetails()
    declareCalendars()
    declareChoiceKinds()
    declareTables()
    checkDefinitions()
    checkTables()
    checkTiers()
    checkDates()
    checkRequirements()
    checkSplits()
    checkLifts()
    checkItems()
    checkBars()
    checkLimits()
    checkRecourses()
    checkChoices()
    checkConditionals()
    checkAuthorities()
    checkDeadlines()
    policy.units = declaredUnits.compactMap { $0 }
    policy.variableCount = variableRecords.count
    checkCircles()
  }

  mutating func report(_ problem: CheckProblem) {
    unresolvedCount += 1
    if !problem.isAboutNothing { problems.append(problem) }
  }

  /// Notes that the declaration being checked reads another.
  mutating func noteRead(of node: Int, isNeeded: Bool = true) {
    guard let owner else {
      roots.append(node)
      return
    }
    reads[owner].append(node)
    if isNeeded, recordsNeeds { needs[owner].append(node) }
  }
}

extension CheckedExpression {
  /// What stands where a problem was reported, so that the positions of the rest stay right.
  static func placeholder(_ type: ValueType, _ span: Span) -> CheckedExpression {
    switch type {
    case .quantity: CheckedExpression(.number(.zero), type, span)
    case .date: CheckedExpression(.date(CivilDate(dayNumber: 0)), type, span)
    case .time: CheckedExpression(.time(CivilTime(minuteNumber: 0)), type, span)
    case .text: CheckedExpression(.text(""), type, span)
    case .yesOrNo, .kind, .record, .list: CheckedExpression(.ordinal(0), type, span)
    }
  }
}
