import RedressDiagnostics

extension Parser {
  /// All blocks `expect` of a case.
  mutating func parseExpectations() -> [ExpectationSyntax] {
    var expectations: [ExpectationSyntax] = []
    var progress = Progress()
    while at(.expect), progress.goesOn(at: position) {
      if let expectation = parseExpectation() { expectations.append(expectation) }
    }
    return expectations
  }

  private mutating func parseExpectation() -> ExpectationSyntax? {
    noteOpening(.part)
    let keyword = span(of: advance())
    if accept(.refused) != nil {
      let text = expectFixedText()
      let isBroken = isRecovering
      parseEntries { $0.fail(expected: .oneOf(["expect", "case"])) }
      return isBroken ? nil : ExpectationSyntax(.refused(text.plain ?? ""), keyword: keyword)
    }
    let settings = accept(.with) != nil ? parseSettings() : []
    synchronizeToLine()
    var entries: [ExpectationSyntax.Entry] = []
    parseEntries { parser in
      let start = parser.currentSpan
      if let form = parser.parseEntry(), !parser.isRecovering {
        entries.append(ExpectationSyntax.Entry(form, parser.span(from: start)))
      }
    }
    return ExpectationSyntax(.proposal(with: settings, entries), keyword: keyword)
  }

  /// `wrong_goods = credit, notice = yes` behind `expect with`.
  private mutating func parseSettings() -> [ExpectationSyntax.Setting] {
    var settings: [ExpectationSyntax.Setting] = []
    repeat {
      let choice = expectName(.choiceOf)
      expect(.equal, "=")
      let option = expectWord(.optionOf)
      if !isRecovering { settings.append(ExpectationSyntax.Setting(choice: choice, option: option)) }
    } while accept(.comma) != nil
    return settings
  }

  private mutating func parseEntry() -> ExpectationSyntax.Entry.Form? {
    switch current.keyword {
    case .nothing?:
      advance()
      expect(.elseWord)
      return .nothingElse
    case .approval?:
      advance()
      return .approval(expectName(.conditional), isAbsent: accept(.absent) != nil)
    case .note?:
      advance()
      return .note(expectName(.conditional), isAbsent: accept(.absent) != nil)
    case .authority?:
      advance()
      return .authority(expectWord(.levelOf))
    case .deadline?:
      advance()
      let name = expectName(.deadlineOf)
      guard at(.dateValue) || at(.timeValue) else {
        fail(expected: .date)
        return nil
      }
      noteOpening(.value)
      return .deadline(name, parseCaseValue())
    default:
      let item = expectName(.itemOf)
      var line: Name?
      if at(.line), token(ahead: 1).kind == .number {
        advance()
        line = name(of: advance())
      }
      return parseOutcome().map { .item(item, line: line, $0) }
    }
  }

  private mutating func parseOutcome() -> ExpectationSyntax.Outcome? {
    let outcomes = ["denied", "reduced", "granted", "proposed", "pending", "absent"]
    if at(.word), current.keyword == nil, !current.followsLineBreak,
      let near = nearest(to: string(of: current), among: outcomes), let keyword = Keyword(rawValue: near)
    {
      reportMisspelling(of: keyword)
    }
    noteOpening(.value)
    if at(.assessed) || at(.minusSign) || at(.number) || at(.percentage) {
      let isAssessed = accept(.assessed) != nil
      let amount = parseCaseValue()
      let remedy = accept(.by) != nil ? expectName(.remedy) : nil
      return .amount(amount, isAssessed: isAssessed, remedy: remedy)
    }
    let isSameLine = !current.followsLineBreak
    if isSameLine, accept(.absent) != nil { return .absent }
    if isSameLine, accept(.pending) != nil {
      var keys: [Name] = []
      if accept(.for) != nil {
        repeat { keys.append(parseKeyText()) } while accept(.comma) != nil
      }
      return .pending(for: keys)
    }
    if isSameLine, let status = current.keyword.flatMap({ ExpectationSyntax.Status(rawValue: $0.rawValue) }) {
      advance()
      var branches: [ExpectationSyntax.Branch] = []
      if accept(.because) != nil {
        repeat { branches.append(parseBranch()) } while accept(.comma) != nil
      }
      return .status(status, because: branches)
    }
    fail(expected: .oneOf(["3_000 CNY", "assessed 3_000 CNY"] + outcomes))
    return nil
  }

  /// The key of a fact, as one name.
  private mutating func parseKeyText() -> Name {
    let start = currentSpan
    let text = parseGivenKey().map { step in
      step.name.text + (step.index.map { "[\($0.text)]" } ?? "")
    }.joined(separator: ".")
    return Name(text, span(from: start))
  }

  /// `own_crew`, `damage_liability.own_crew`, `limit_rate@2024-12-28`, or the second ground of a bar: `late_notice.2`.
  private mutating func parseBranch() -> ExpectationSyntax.Branch {
    let start = currentSpan
    var text = expectWord(.branch).text
    if accept(.period) != nil {
      text += "." + (accept(.number).map { string(of: $0) } ?? expectWord(.branch).text)
    }
    if accept(.atSign) != nil, let date = expectDate() { text += "@" + date.text }
    return ExpectationSyntax.Branch(text: text, span: span(from: start))
  }
}
