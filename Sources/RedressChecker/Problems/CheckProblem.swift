package import RedressDiagnostics
package import RedressSyntax

/// What is wrong with a policy whose text can be read: facts only, the words are beside it.
package enum CheckProblem: Hashable, Sendable {
  /// Names that lead nowhere, twice, or in circles.
  case naming(NamingProblem)
  /// Values of a type that their place does not take.
  case typing(TypeProblem)
  /// Headers and declarations that contradict themselves.
  case declaring(DeclarationProblem)
  /// Days that do not go together.
  case dating(DatingProblem)
  /// Tables and tiers.
  case tabling(TableProblem)
  /// Limits, lifts, recourse and shared amounts.
  case limiting(LimitProblem)
  /// A policy that could be computed, and would not do what its author means.
  case sense(SenseProblem)
}

/// What a name must lead to at its place.
package enum ExpectedSort: Hashable, Sendable {
  case value, callable, type, record, fact, list, party, item, split, source, target, remedy, itemClass, option
  case exception, policy, calendar, limit
  /// A definition that `accrued` adds up.
  case rate
  /// A value of a type that its surroundings tell, as a declaration says it: `time`, `money from 0`.
  case valueOf(type: String)

  func accepts(_ sort: DeclarationSort) -> Bool {
    switch self {
    case .callable: sort == .definition || sort == .table || sort == .tiers
    case .rate: sort == .definition
    case .calendar: sort == .calendar
    case .limit: sort == .limit
    case .fact, .list: sort == .fact
    case .party: sort == .party
    case .item, .target: sort == .item
    case .split: sort == .split
    case .source: sort == .source
    case .record: sort == .record
    case .value, .valueOf, .type, .remedy, .itemClass, .option, .exception, .policy: false
    }
  }
}

/// Names that lead nowhere, twice, or in circles.
package indirect enum NamingProblem: Hashable, Sendable {
  case unknown(Name, ExpectedSort, suggestion: String?)
  case doubled(Name, first: Span)
  /// A name that stands twice in a list of names.
  case listedTwice(Name, first: Span)
  /// The language has the name for itself.
  case builtIn(Name, DeclarationSort)
  /// `known` are the names of the sort that is expected.
  case wrongSort(Name, found: DeclarationSort, expected: ExpectedSort, declared: Span?, known: [String] = [])
  case unknownWord(Name, of: TypeWords, words: [String], suggestion: String?)
  /// A word of a kind where no kind is expected; with a fact of that kind, if there is one.
  case wordWithoutKind(Name, kind: String, fact: String?)
  case unknownField(Name, record: String, fields: [String], suggestion: String?)
  case unknownUnit(Name, suggestion: String?)
  /// Each needs the next one, and the last the first.
  case circle([Name], of: DeclarationSort?)
  case chainTooLong(Name, limit: Int)
  /// One mistake that shows in several places, of which this is the first.
  case repeated(NamingProblem, more: Int)
}

/// A type in the words of the language.
package enum TypeWords: Hashable, Sendable {
  case yesOrNo
  case wordOf(String)
  case oneOf([String])
  case optionOf(String)
  case weekday
  /// A unit, `number` or `percent`.
  case quantity(String)
  case date, time, text
  case element(String)
  case list(String)
  // What a place wants, where several types would do.
  case amount, factor, duration, dateOrTime, value
}

/// Why two units meet.
package enum UnitRole: Hashable, Sendable {
  case linesOfPolicy, otherSide, statedType, base, period, parameter, bound, share, column, recourse
}

/// What would make units fit.
package enum UnitMend: Hashable, Sendable {
  /// Any of these amounts.
  case amounts([String])
  case rate(name: String, unit: String)
  case multiply(by: String)
  case divide(by: String)
  case percentOf
  /// Each case says its currency, so that no bound but 0 can be written.
  case onlyZero
  /// A sum in the currency of the case comes from one in a fixed currency and a rate.
  case ratedAmount
}

/// A value in one unit where another is wanted.
package struct UnitMismatch: Hashable, Sendable {
  package let place: Span
  package let unit: String
  package let expected: String
  package let otherPlace: Span?
  package let role: UnitRole
  package let mend: UnitMend?
}

/// An operation of arithmetic, as people say it.
package enum ArithmeticWord: Hashable, Sendable {
  case add, subtract, multiply, divide, of, reduce, increase, negate
}

/// What only some places may read.
package enum Misplaced: Hashable, Sendable {
  case it, otherwise
  case total(String)
  case payable(String)
  case detail(String)
  case optional(String)
  case optionalOfParameter(String)
  /// `is stated` of what is not optional.
  case statedAlways(String)
  case list(String)
  case fieldOfList(String, field: String)
  case listOfParameter(String)
  case choiceAlone(String, options: [String])
  case notConstant(String)
  case notConstantCell(String)
  case position(String)
  case notInDefault(String)
  case elementInText(String)
}

/// What dates are moved by wholes of.
package enum WholePart: Hashable, Sendable { case minute, day, month }

/// A type that cannot be stated at its place.
package enum UnusableType: Hashable, Sendable {
  case recordAlone(String)
  case recordAsResult(String)
  case listHere(String)
}

/// Values of a type that their place does not take.
package indirect enum TypeProblem: Hashable, Sendable {
  case notYesOrNo(Span, found: TypeWords)
  case wordsJoinedByOr(Span, words: [String], suggestion: String)
  case wrongType(Span, found: TypeWords, expected: TypeWords, Span?)
  case unitsDoNotFit(UnitMismatch)
  case percentAndAmount(
    Span, percent: String, amount: String, isDifference: Bool, amountUnit: String, amountPlace: Span)
  case percentOfWhat(Span, percent: String, step: String)
  case changedByAmount(Span, found: TypeWords, suggestion: String)
  case noArithmetic(Span, ArithmeticWord, left: TypeWords, right: TypeWords?)
  case dateArithmetic(Span, suggestion: String)
  case dateAndTime(Span, date: String, time: String)
  case partOfDay(Span, String, WholePart)
  case unordered(Span, TypeWords, words: [String])
  case missingArguments(Name, parameters: [String])
  case wrongArgumentCount(Name, parameters: [String], found: Int, Span)
  case fieldOfValue(Name, TypeWords)
  case notAList(Name, TypeWords?)
  case impossibleDate(Span, String)
  case numberTooLarge(Span)
  case misplaced(Span, Misplaced)
  case typeUnusable(Span, UnusableType)
}

/// What must be above zero.
package enum AboveZero: Hashable, Sendable { case divisor, period, step }

/// A clause between the policy's name and its first declaration.
package enum HeaderWord: Hashable, Sendable { case currency, rounding, datedBy }

/// Headers and declarations that contradict themselves.
package indirect enum DeclarationProblem: Hashable, Sendable {
  case currencyMissing(Name)
  case unknownCurrency(Name, suggestion: String?)
  case headersDiffer(HeaderWord, Span, Span)
  case inForceReversed(Span, from: String, until: String)
  case unitSize(Name, Span)
  case boundsOnType(Span, TypeWords)
  case boundsReversed(Span)
  case defaultOutsideBounds(Name, Span, bounds: Span)
  case defaultOfList(Name, Span)
  case defaultNone(Name, Span)
  case optionalList(Name, Span)
  case optionalWithDefault(Name, Span, Span)
  case notAboveZero(Span, AboveZero)
  case stepsWithoutAmount(Span, TypeWords?)
  case valueForSplit(Span)
  case remedyWords(Name, found: TypeWords, strange: [String])
  case filledInText(Span)
  case secondReason(Span, first: Span)
  case usedHasItems(Name, item: Name)
  case useCircle([Name])
  case policyTwice(Name, first: Span)
}

/// A citation of a clause that the document does not have.
package struct MissingClause: Hashable, Sendable {
  package let place: String
  package let source: String
  package let span: Span
  /// Some of the clauses it has, those nearby first.
  package let known: [String]
  package let isPart: Bool
  package let suggestion: String?
}

/// Two exceptions that can hold together and disagree.
package struct Conflict: Hashable, Sendable {
  package let ruling: String
  package let first: Name
  package let second: Name
  /// Facts that show it: a name and a value each.
  package let witness: [String]
  /// Conditions that nobody looked into: whether they can hold with the others is not known.
  package let hasFreeConditions: Bool
  /// The same as a case file has it, where facts can show it.
  package let example: String?
}

/// What would show that an amount cannot be below zero, or a divisor not zero.
package enum SignMend: Hashable, Sendable {
  /// A fact or a field, with its type and the bound it lacks.
  /// `changesDefault` where the default it has would lie outside the bound.
  case bound(String, type: String, bound: String, changesDefault: Bool)
  /// `require smaller <= larger`.
  case require(smaller: String, larger: String)
}

/// A policy that could be computed, and would not do what its author means.
package indirect enum SenseProblem: Hashable, Sendable {
  case conflict(Conflict)
  case unused(Name, DeclarationSort)
  case unusedParameter(Name, definition: String)
  case unreadOptions(choice: Name, options: [String])
  case unusedPolicy(Name)
  /// `mend` is what to write where a part is missing.
  case sharesDoNotAddUp(Span, shares: [String], total: String, missing: String?, mend: String)
  case partyTwice(Name, first: Span)
  case restTwice(Span, first: Span)
  case restInProportion(Span)
  case roleMissing(PartySyntax.Role, policy: Name, parties: [String])
  case roleTwice(PartySyntax.Role, Name, first: Name)
  case clauseNotFound(MissingClause)
  case documentMissing(Name, path: String, Span)
  case emptyClass(Name, bar: Name)
  case barOnOneItem(Name, item: Name, ground: String)
  case loopVariableInWhen(Name, loop: Name, list: String)
  /// A divisor, or a step of rounding.
  case mayBeZero(Span, AboveZero, mends: [SignMend])
  case paymentMayBeNegative(Span, mends: [SignMend])
  case argumentMayBeOutside(Span, parameter: String, bound: String, Span, mends: [SignMend])
  /// What would never change anything.
  case idle(IdleProblem)
  /// Rows and bands that leave something out, or fit twice.
  case lookup(LookupProblem)
  case shareMayBeNegative(Span, ShareWord, mends: [SignMend])
}
