// The words for what is wrong with clauses and rows; the words for smaller pieces are beside this.

extension SyntaxProblem.Reasoned {
  var message: String {
    switch self {
    case .payment: "this payment gives no reason"
    case .paymentBeforeStep(let step): "`\(step)` begins a step, and the payment before it gives no reason"
    case .split: "this split gives no reason"
    case .exception(let name): "the exception `\(name)` changes the outcome and gives no reason"
    case .step(let words): "`\(words)` changes what is paid and gives no reason"
    case .ground: "this ground of refusal gives no reason"
    case .require: "this requirement can refuse a case and gives no reason"
    case .always: "what must always hold gives no reason"
    case .recourse: "this recourse gives no reason"
    case .apply: "this order of limits gives no reason"
    }
  }

  var help: String {
    switch self {
    case .paymentBeforeStep(let step): Self.help(before: step)
    case .payment, .split, .exception, .step, .ground: "add `because \"…\"`: the customer will read it"
    case .require, .always, .recourse, .apply: "add `because \"…\"`"
    }
  }
}

extension SyntaxProblem.Reasoned {
  /// What was probably meant by a step right behind a payment.
  private static func help(before step: String) -> String {
    let calculation: String? =
      switch step {
      case "plus": "to add write `+`"
      case "less": "to subtract write `-`"
      case "times": "to multiply write `*`"
      case "at most": "for the lesser of two amounts write `smallest of (a, b)`"
      case "at least": "for the greater of two amounts write `largest of (a, b)`"
      default: nil
      }
    let reason = "put `because \"…\"` before `\(step)`: the customer will read it"
    return calculation.map { "\($0); for a step \(reason)" } ?? reason
  }
}

extension SyntaxProblem.Bracketed {
  var message: String {
    switch self {
    case .aggregate(let operation): "what goes over a list stands in brackets before `\(operation)`"
    case .interest: "interest stands in brackets before `of`"
    case .forEvery: "`for every` stands in brackets beside other operations"
    case .duration(let word): "what is reckoned before `\(word)` stands in brackets"
    }
  }
}

extension SyntaxProblem.Misplacement {
  var label: String {
    switch self {
    case .beforePayment: "it stands before `pay`"
    case .behindPayment: "it stands behind `pay`"
    case .behindStep: "a condition stands behind what it is for"
    case .beforeDeclarations: "it stands before the first declaration"
    case .beforeReasons: "it stands before `because` and `citing`"
    case .orderOfCase: "the parts of a case have their order, and each stands once"
    case .onlyInItems: "only items are borne by somebody"
    case .onlyInLimits: "only limits keep one line of several"
    case .onlyInLoopsOfItems: "only the lines of an item have an order"
    case .limitTakesAll: "a limit over a list goes over every element"
    case .onlyBusinessDays: "a calendar goes with business days only"
    case .withoutDates: "no branch before it begins with `from` and a date"
    case .behindBranches: "it stands behind the branches"
    case .onLineOfRow: "a row is one line, with its reasons"
    case .notWithGive: "only an amount leaves a person something to decide"
    case .onlyWithPay: "it stands behind `pay` or `share`"
    case .notHere: "not at this place"
    }
  }

  var helps: [String] {
    switch self {
    case .beforePayment: ["move it up, to between the label of the item and `pay`"]
    case .behindPayment: ["move it down, to behind the payment"]
    case .behindStep: ["move it down: `at most … when …`, or `from PARTY 30% when …`"]
    case .beforeDeclarations: ["move it up, to below the name of the policy"]
    case .beforeReasons: ["move it to before the reason"]
    case .orderOfCase: ["write `policy`, then `claimed`, then `given`, then each `expect`"]
    case .onlyInItems: ["write it in the items that use this"]
    case .onlyInLimits: ["declare a limit: `limit NAME \"…\" on … only the largest because \"…\"`"]
    case .onlyInLoopsOfItems: ["take it out: in a sum or a count the order changes nothing"]
    case .limitTakesAll: ["take it out; for some elements only put the condition into the step: `at most … when …`"]
    case .onlyBusinessDays: ["write `business days` for `days`, or take the calendar out"]
    case .withoutDates: ["take it out, or write `from DATE is VALUE` for each value"]
    case .behindBranches: ["move it down, to behind the last branch"]
    case .onLineOfRow: ["put it on the line of its row, behind the last `|`"]
    case .notWithGive: ["take it out, or pay an amount: `pay 200 CNY discretion 0 to 500 CNY`"]
    case .onlyWithPay: ["write `pay` before the amount: `except NAME: pay … discretion …`"]
    case .notHere(let words):
      words.isEmpty ? [] : ["here may stand \(SyntaxProblem.Expectation.list(words)), or the next declaration"]
    }
  }
}

extension SyntaxProblem.Incomplete {
  var message: String {
    switch self {
    case .itemWithoutPayment(let name): "the item `\(name)` does not say what it pays"
    case .barWithoutGround(let name): "the bar `\(name)` does not say when it holds"
    case .withoutTargets(let what, let name): "the \(what) `\(name)` does not say what it is on"
    case .limitWithoutStep(let name): "the limit `\(name)` does not say what it does"
    case .liftWithoutBranches(let name): "the lift `\(name)` does not say what it lifts"
    case .applyWithOne: "an order needs two limits at least"
    case .recourseWithoutParty(let name): "the recourse `\(name)` does not say from whom, and how much"
    case .authorityWithoutLevels: "this authority has no rows"
    case .tableWithoutParameters(let name): "`\(name)` does not say what it goes by"
    case .tableWithoutResult(let name): "the table `\(name)` does not say what it gives"
    case .tableWithoutRows(let name): "`\(name)` has no rows"
    case .tiersWithoutEnd(let name): "the tiers `\(name)` end, and nothing is said of what lies above"
    case .headerWithoutGives: "the header row does not say which column is the result"
    case .choiceWithoutOptions(let name, let count):
      "the choice `\(name)` has \(count == 0 ? "no options" : "one option only")"
    case .rulingWithoutBase(let name): "`\(name)` does not say what it is"
    case .conditionalWithoutCondition(let name): "`\(name)` does not say when it holds"
    }
  }

  var label: String {
    switch self {
    case .itemWithoutPayment: "no `pay` and no `give`"
    case .barWithoutGround, .conditionalWithoutCondition: "no `when`"
    case .withoutTargets, .liftWithoutBranches: "no `on`"
    case .limitWithoutStep: "no step"
    case .applyWithOne: "one limit only"
    case .recourseWithoutParty: "no `from`"
    case .authorityWithoutLevels, .tableWithoutRows: "no rows"
    case .tableWithoutParameters: "no `of`"
    case .tableWithoutResult, .headerWithoutGives: "no `gives`"
    case .tiersWithoutEnd: "the last row"
    case .choiceWithoutOptions: "a choice has two options at least"
    case .rulingWithoutBase: "no `is`"
    }
  }

  var help: String {
    switch self {
    case .itemWithoutPayment: "add `pay AMOUNT because \"…\"`, or `give apology` or `give right \"…\"` with its reason"
    case .barWithoutGround: "add `when CONDITION because \"…\"`"
    case .withoutTargets: "add `on` with classes, items or `all`: `on compensation, costs`"
    case .limitWithoutStep: "add a step, such as `at most AMOUNT because \"…\"`, or `only the largest because \"…\"`"
    case .liftWithoutBranches: "add `on` with limits, or items with their steps: `on mass_limit, delay.at_most`"
    case .applyWithOne(let name): "write `apply \(name.isEmpty ? "FIRST" : name) then SECOND because \"…\"`"
    case .recourseWithoutParty: "add `from PARTY 30% because \"…\"`"
    case .authorityWithoutLevels: "add a row for each level: `| manager \"the manager\" | up to 10_000 CNY |`"
    case .tableWithoutParameters: "add `of NAME : TYPE` behind the name: `of late : whole days`"
    case .tableWithoutResult: "add `gives TYPE` before the rows: `gives percent`"
    case .tableWithoutRows: "add rows, such as `| up to 5 | 10% |`"
    case .tiersWithoutEnd: "add a last row `| above | … |`"
    case .headerWithoutGives(let example): "the last column is `gives`: `\(example)`"
    case .choiceWithoutOptions: "add `option NAME \"…\"`"
    case .rulingWithoutBase: "add `is VALUE`"
    case .conditionalWithoutCondition: "add `when CONDITION`"
    }
  }
}

extension SyntaxProblem.Waiving {
  var message: String {
    switch self {
    case .barHasNoValue: "a bar can only be waived; it has no value"
    case .nothingToWaive: "a payment cannot be waived; an exception of an item says what is paid instead"
    case .stepHasNoPayment(let word): "`\(word)` belongs to the payment, and this exception to the step above it"
    }
  }

  var label: String {
    switch self {
    case .barHasNoValue: "`waived` should stand here"
    case .nothingToWaive: "only steps and bars are waived"
    case .stepHasNoPayment: "a step is waived, or has another value"
    }
  }

  var help: String {
    switch self {
    case .barHasNoValue: "write `except NAME: waived when …`"
    case .nothingToWaive: "to refuse the payment write `nothing`"
    case .stepHasNoPayment: "move the exception up, to before the first step; or write `waived` to lift the step"
    }
  }
}

extension SyntaxProblem.RowPlace {
  var help: String {
    switch self {
    case .list: "give each row one cell a column; a blank cell means that the value is not stated"
    case .table: "give each row one cell a column, with `|` before and behind each; `any` covers everything"
    case .file: "give each row one cell a column, with commas between them; a comma inside a cell needs quotation marks"
    }
  }
}

extension SyntaxProblem.TableFault {
  var message: String {
    switch self {
    case .blankCell: "this cell is blank"
    case .severalLines: "this row goes on below its line"
    case .dashes: "a table has no line of dashes"
    case .givesNotLast: "`gives` is not the last column"
    case .rowsBehindOtherwise: "rows stand before `otherwise`"
    case .rowsBesideFile: "rows stand here, and the table has a file of them"
    case .undatedRowsBefore: "some rows of this table have a date, and some have none"
    case .tiersOfSeveral: "tiers go by one value"
    case .aboveNotLast: "rows stand behind the row `above`"
    case .bandWithBeginning: "the last row says where it begins"
    case .bandFromTo: "a row of tiers says only where it ends"
    case .emptyFile: "this file has no rows"
    case .separators(let found): "the columns of this file are separated by \(found)"
    case .commentInFile: "a CSV file has no comments"
    case .unclosedCell: "this cell does not end"
    case .behindQuotedCell: "something stands behind this cell"
    case .bareReasonWithBraces: "a reason with something filled in stands in quotation marks"
    case .otherwiseInRow: "`otherwise` is no row"
    case .headerRow: "these rows have no header"
    }
  }

  var label: String {
    switch self {
    case .blankCell: "nothing stands behind this"
    case .severalLines: "a row is one line, with its reasons"
    case .dashes: "here"
    case .givesNotLast: "this column"
    case .rowsBehindOtherwise, .rowsBesideFile: "these rows"
    case .undatedRowsBefore: "the rows before this have no date"
    case .tiersOfSeveral: "this is one too many"
    case .aboveNotLast: "nothing lies behind this"
    case .bandWithBeginning, .bandFromTo: "each row begins where the one before it ended"
    case .emptyFile, .separators, .commentInFile: "here"
    case .unclosedCell: "its opening quotation mark"
    case .behindQuotedCell: "this is too much"
    case .bareReasonWithBraces: "filled in here"
    case .otherwiseInRow: "it stands below the rows"
    case .headerRow: "names of columns"
    }
  }

  var help: String {
    switch self {
    case .severalLines: "write it on one line; a long value can be a `define` of its own"
    case .blankCell: "write `any` where everything fits, and a value or `refused` as the result"
    case .dashes: "take the line out: rows follow right below the header"
    case .givesNotLast: "make `gives` the last column, and the results with it"
    case .rowsBehindOtherwise: "move them up, to before `otherwise`"
    case .rowsBesideFile: "keep either the rows or `in \"…\"`"
    case .undatedRowsBefore: "write `from DATE` before each header row, before the first one too"
    case .tiersOfSeveral: "keep one; a rate that hangs on several values is a `table`"
    case .aboveNotLast: "make `| above | … |` the last row"
    case .bandWithBeginning: "write `above` alone"
    case .bandFromTo(let end): "write `up to \(end ?? "…")`"
    case .emptyFile: "the first line has the names of the parameters and `gives`: `late,tier,gives`"
    case .separators: "save the file with commas between the columns"
    case .commentInFile: "take the line out; what it says can stand beside the table in the policy"
    case .unclosedCell: "put `\"` behind the cell; a quotation mark inside it is written twice: `\"\"`"
    case .behindQuotedCell:
      "put a comma behind the closing quotation mark, or write a mark inside the cell twice: `\"\"`"
    case .otherwiseInRow: "write it below the last row, without bars: `otherwise VALUE`"
    case .headerRow: "take the line out: the first row is the lowest already"
    case .bareReasonWithBraces: "write the cell as `\"… {name} …\"`"
    }
  }
}
