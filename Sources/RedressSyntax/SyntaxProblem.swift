package import RedressDiagnostics

/// What is wrong with a text as a text of the language, before anything is known of its names and types.
package enum SyntaxProblem: Hashable, Sendable {
  /// A character that no text may have.
  case unreadable(UnreadableCharacter, Span)
  /// A character that means nothing here, with what was probably meant.
  case strayCharacter(String, instead: String?, Span)
  /// The signs with which other languages begin a comment.
  case foreignComment(String, Span)
  /// A text, or a brace in it, that does not end on its line.
  case unterminatedText(isBrace: Bool, Span)
  /// A quotation mark that closes a text nobody opened.
  case unopenedText(Span)
  case textContent(TextFault, Span)
  case commaInNumber(String, suggestion: String, Span)
  case malformedNumber(String, suggestion: String?, Span)
  /// `1e9`: a number with an exponent.
  case exponent(String, Span)
  case malformedDate(String, suggestion: String?, isTime: Bool, Span)
  /// `2-5`, which does not say whether 5 belongs to it.
  case unclearEdge(from: String, to: String, in: EdgePlace, Span)
  case limit(SizeLimit, Span)
  /// A file that does not begin with a policy, or with a case.
  case heading(Heading, Span)
  /// A word that opens nothing here, with the word that was probably meant.
  case unknownWord(String, near: String?, isDeclaration: Bool, expected: [String], Span)
  case unexpected(Found, Expectation, Span)
  /// Something is missing behind the place.
  case missing(Expectation, after: Span)
  case reservedName(String, suggestion: String, Span)
  case missingReason(Reasoned, Span)
  /// `for every` without its `part` ending; the span is the period's.
  case missingPart(period: String, example: PartExample?, Span)
  /// `is` where `=` is meant, with the question as it would be right.
  case isInCondition(suggestion: String, Span)
  /// `and` beside `or`, with the two ways to read it.
  case mixedLogic(readings: [String], Span, Span)
  /// `20% of value + freight`, with the two ways to read it.
  case ofInSum(readings: [String], Span)
  case needsBrackets(Bracketed, suggestion: String?, Span)
  /// `x / 5 CNY per kg`, which may be read in two ways.
  case perAfterDivision(suggestion: String?, Span)
  case chainedComparison(Span)
  /// An exception without its name and colon, with how it would be right where only the colon is missing.
  case unnamedException(lacksName: Bool, suggestion: String?, Span)
  case unconditionalException(name: String, Span)
  case repeatedClause(String, first: Span, Span)
  /// A clause that exists, and cannot stand here.
  case misplacedClause(String, Misplacement, Span)
  case incomplete(Incomplete, Span)
  case unitOnNextLine(number: String, unit: String, Span, numberSpan: Span)
  case unknownClass(String, near: String?, Span)
  /// `waived` where a value is wanted, or a value where only `waived` makes sense.
  case waiving(Waiving, Span)
  /// A row that has not the cells of its columns; tiers and authorities have no header.
  case rowLength(cells: Int, columns: Int, in: RowPlace, Span, header: Span?)
  case table(TableFault, Span)
  /// More than one entry of a case on a line, or an entry that its line does not end.
  case entryLine(Found, Span)

  /// Where the edges of something are written: in a cell, as the bounds of a fact, or of a discretion.
  package enum EdgePlace: Hashable, Sendable { case cell, bounds, discretion }

  package enum UnreadableCharacter: Hashable, Sendable {
    /// The file is not text in UTF-8; this is the first of the places that show it.
    case wrongEncoding(looksLike: Encoding, more: Int)
    case control(UInt32)
    /// A character that cannot be seen, or turns the direction of what is.
    case invisible(UInt32)
  }

  /// `within 7 days`, which may mean a comparison or a time for paying.
  case within(Span)

  /// What a file that is not UTF-8 probably is.
  package enum Encoding: Hashable, Sendable { case utf16, gbk, oldLineEnds, noText, unknown }

  package enum TextFault: Hashable, Sendable {
    case unknownEscape(String)
    case emptyBraces
    /// A `}` that closes nothing.
    case loneBrace
    case textInBraces
    /// Braces where nothing is filled in.
    case fixedText
  }

  package enum SizeLimit: Hashable, Sendable {
    case file(bytes: Int)
    case nesting
    case chain
    case problems(shown: Int, of: Int)
  }

  package enum Heading: Hashable, Sendable {
    case noPolicy(Found)
    case noCase(Found)
    case secondPolicy(String)
    case policyAmongCases
    case caseAmongPolicies
  }

  /// What stands at a place.
  package enum Found: Hashable, Sendable {
    case end
    case text
    case piece(String)
  }

  /// What should stand at a place.
  package enum Expectation: Hashable, Sendable {
    case value, text, type, unit, anyNumber, date, amount, constant, caseValue
    case name(NameRole)
    /// One of these words or marks.
    case oneOf([String])
    /// A clause, or the next declaration.
    case clause([String])
    /// An operator, a clause, or the next declaration.
    case operatorOrClause([String])
  }

  package enum NameRole: String, Hashable, Sendable {
    case policy = "name for the policy"
    case usedPolicy = "name of a policy"
    case currency = "code of a currency, such as `CNY`"
    case fact = "name for the fact"
    case detail = "name for the detail"
    case field = "name for the field"
    case fieldOf = "name of a field"
    case key = "name of a fact"
    case source = "name for the source"
    case cited = "name of a source"
    case party = "name for the party"
    case partyOf = "name of a party"
    case kind = "name for the kind"
    case kindWord = "word of the kind"
    case record = "name for the record"
    case recordOf = "name of a record"
    case unit = "name for the unit"
    case definition = "name for the definition"
    case parameter = "name for the parameter"
    case split = "name for the split"
    case splitOf = "name of a split"
    case item = "name for the item"
    case itemOf = "name of an item"
    case bar = "name for the bar"
    case target = "class or the name of an item"
    case choice = "name for the choice"
    case choiceOf = "name of a choice"
    case option = "word for the option"
    case optionOf = "word of an option"
    case conditional = "name"
    case figure = "name for the figure"
    case limit = "name for the limit"
    case limitOf = "name of a limit"
    case lift = "name for the lift"
    case lifted = "name of a limit, or an item with its step such as `delay.at_most`"
    case stepOf = "name of a step, such as `at_most`"
    case recourse = "name for the recourse"
    case level = "word for the level"
    case levelOf = "word of a level"
    case table = "name for the table"
    case tiers = "name for the tiers"
    case column = "name of a column"
    case calendar = "name for the calendar"
    case calendarOf = "name of a calendar"
    case weekdayOf = "weekday, such as `saturday`"
    case rateOf = "name of a definition that is a rate"
    case variableOf = "name of an element of a list"
    case deadline = "name for the deadline"
    case deadlineOf = "name of a deadline"
    case exception = "name for the exception"
    case exceptionOf = "name of an exception"
    case remedy = "remedy, such as `cash` or `reshipment`"
    case variable = "name for one element of the list"
    case list = "name of a list"
    case dating = "name of the fact that has the date"
    case payee = "name of the party that is paid"
    case classWord = "class, such as `compensation` or `penalty`"
    case caseName = "name for the case"
    case branch = "name of a branch"
  }

  /// What must give a reason.
  package enum Reasoned: Hashable, Sendable {
    /// A payment right behind which a step begins, perhaps meant as a calculation.
    case paymentBeforeStep(String)
    case payment, split, exception(String), step(String), ground, require, always, recourse, apply
  }

  /// What a quantity in between would count: 5 days with a period of 2 days.
  package struct PartExample: Hashable, Sendable {
    package let quantity: String
    package let inProportion: String
    package let countsAsFull: String
    package let ignored: String
  }

  package enum Bracketed: Hashable, Sendable {
    /// An aggregate over a list, followed by an operator.
    case aggregate(followedBy: String)
    /// `for every` beside an operator.
    case forEvery
    /// `accrued … to b of loss`.
    case interest
    /// `2 * 3 days after a`.
    case duration(String)
  }

  package enum Misplacement: Hashable, Sendable {
    /// It stands before the payment of its item.
    case beforePayment
    /// It stands behind the payment.
    case behindPayment
    /// A condition stands behind the step or the share that it is for.
    case behindStep
    /// It stands before the first declaration.
    case beforeDeclarations
    /// It stands before the reasons.
    case beforeReasons
    /// A case has its parts in an order, each once.
    case orderOfCase
    /// Only items have it.
    case onlyInItems
    /// Only limits have it.
    case onlyInLimits
    /// Only the loop that makes the lines of an item has it.
    case onlyInLoopsOfItems
    /// The loop of a limit takes every element.
    case limitTakesAll
    /// A calendar goes with business days only.
    case onlyBusinessDays
    /// It stands behind branches with dates, and there are none.
    case withoutDates
    /// It stands behind the branches.
    case behindBranches
    /// It belongs on the line of a row.
    case onLineOfRow
    /// A discretion needs an amount.
    case notWithGive
    /// It stands behind `pay` or `share` only.
    case onlyWithPay
    /// This declaration has no such clause; it has these.
    case notHere([String])
  }

  package enum Incomplete: Hashable, Sendable {
    case itemWithoutPayment(String)
    case barWithoutGround(String)
    /// A bar, a limit or a recourse without `on`.
    case withoutTargets(String, String)
    case limitWithoutStep(String)
    case liftWithoutBranches(String)
    case applyWithOne(String)
    case recourseWithoutParty(String)
    case authorityWithoutLevels
    case tableWithoutParameters(String)
    case tableWithoutResult(String)
    case tableWithoutRows(String)
    case tiersWithoutEnd(String)
    /// The header as it would be right.
    case headerWithoutGives(example: String)
    case choiceWithoutOptions(String, count: Int)
    case rulingWithoutBase(String)
    case conditionalWithoutCondition(String)
  }

  /// What a row stands in: a list of a case, a table of a policy, or a CSV file.
  package enum RowPlace: Hashable, Sendable { case list, table, file }

  /// What is wrong with the rows of a table, or with a file of them.
  package enum TableFault: Hashable, Sendable {
    case blankCell
    /// A row that goes on below its line.
    case severalLines
    /// A line of dashes below the header.
    case dashes
    case givesNotLast
    case rowsBehindOtherwise
    case rowsBesideFile
    /// Rows with a date behind rows without one.
    case undatedRowsBefore
    case tiersOfSeveral
    /// A row `above` with others behind it.
    case aboveNotLast
    /// `above 100_000`, where the row begins by itself.
    case bandWithBeginning
    /// `0 to 10_000`, with the upper end if there is one.
    case bandFromTo(end: String?)
    // In CSV files.
    case emptyFile
    /// Semicolons or tabs where commas separate the columns.
    case separators(String)
    /// A line that begins with `#`.
    case commentInFile
    case unclosedCell
    case behindQuotedCell
    case bareReasonWithBraces
    /// `otherwise` as the cell of a row.
    case otherwiseInRow
    /// Names of columns, where the rows have none.
    case headerRow
  }

  package enum Waiving: Hashable, Sendable {
    /// The exception of a bar can only waive it.
    case barHasNoValue
    /// What an item pays, or a definition says, cannot be waived.
    case nothingToWaive
    /// `nothing`, `pay` or `give` in the exception of a step: it belongs to the payment.
    case stepHasNoPayment(String)
  }
}
