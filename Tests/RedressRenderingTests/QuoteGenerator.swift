@testable import RedressEngine
@testable import RedressValues

/// Makes quotes of every shape, the same from the same seed.
struct QuoteGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func quote() -> Quote {
    let shapes = (0..<number(1...3)).map { _ in proposal() }
    var quote = RedressRenderingTests.quote(text(), label: maybe { $0.text() }, policy: text(), shapes)
    if flip() { quote.date = nil }
    quote.assumed = (0..<number(0...2)).map { _ in
      Quote.Assumption(fact: text(), label: maybe { $0.text() }, value: text())
    }
    quote.unknown = needs().map {
      Quote.Unknown(fact: $0.fact, label: $0.label, provedBy: $0.provedBy, affects: [text()])
    }
    return quote
  }

  private mutating func proposal() -> Proposal {
    var lines: [Line] = []
    for _ in 0..<number(0...5) { lines.append(line()) }
    let choice = Proposal.ChoiceTaken(
      choice: labelled(), option: labelled(), chooser: labelled(), isSettled: flip(), isPreferred: flip(),
      reason: maybe { $0.text() })
    let sum = amount()
    let totals = Proposal.Totals(
      isComplete: flip(), claimed: amount(), cash: sum, credit: amount(), inKind: amount(), payable: sum,
      recovered: amount(), net: sum)
    let remark = Proposal.Remark(
      name: text(), label: maybe { $0.text() }, reason: maybe { $0.text() }, citations: citations(),
      isUncertain: flip())
    let deadline = Proposal.Deadline(
      name: text(), label: maybe { $0.text() }, at: flip() ? "2026-03-05T09:00" : nil, needs: needs(),
      reason: maybe { $0.text() }, citations: citations())
    return Proposal(
      choices: flip() ? [choice] : [], isPreferred: flip(), lines: lines,
      adjustments: (0..<number(0...2)).map { _ in adjustment(of: lines) },
      waived: (0..<number(0...2)).map { _ in
        Proposal.LimitWaiver(limit: labelled(), element: maybe { $0.text() }, waiver: waiver())
      },
      recourse: (0..<number(0...1)).map { _ in recourse() }, figures: (0..<number(0...2)).map { _ in figure() },
      totals: totals, authorities: flip() ? [remark] : [],
      approvals: flip() ? [remark] : [], deadlines: flip() ? [deadline] : [], notes: flip() ? [remark, remark] : [])
  }

  private mutating func adjustment(of lines: [Line]) -> Proposal.Adjustment {
    let words = ["at most", "less", "times", "only the largest"]
    var spread: [Proposal.Adjustment.Part] = []
    for (position, line) in lines.enumerated() where flip() {
      let isFirst = !lines[..<position].contains { $0.item == line.item && $0.index == line.index }
      if isFirst { spread.append(Proposal.Adjustment.Part(item: line.item, index: line.index, amount: amount())) }
    }
    return Proposal.Adjustment(
      limit: labelled(), element: maybe { $0.text() }, step: words[number(0...3)], name: text(), branch: text(),
      amount: amount(), reason: maybe { $0.text() }, citations: citations(), spread: spread, cutsInKind: flip(),
      because: (0..<number(0...2)).map { _ in explanation(depth: 0) })
  }

  private mutating func recourse() -> Proposal.Recourse {
    let isKnown = flip()
    return Proposal.Recourse(
      name: text(), label: text(), from: labelled(), amount: isKnown ? amount() : nil,
      range: isKnown ? nil : Line.Span(low: maybe { $0.amount() }, high: maybe { $0.amount() }),
      branch: maybe { $0.text() }, reason: maybe { $0.text() }, citations: citations(),
      steps: (0..<number(0...1)).map { _ in step() }, waived: flip() ? [waiver()] : [], needs: isKnown ? [] : needs(),
      because: (0..<number(0...2)).map { _ in explanation(depth: 0) })
  }

  private mutating func figure() -> Proposal.Figure {
    Proposal.Figure(
      name: text(), label: maybe { $0.text() }, number: maybe { $0.amount() },
      type: flip() ? .yesOrNo : .quantity(Unit.currency("CNY") ?? .number), value: text(),
      branch: maybe { $0.text() }, reason: maybe { $0.text() }, citations: citations(), needs: needs(),
      because: (0..<number(0...2)).map { _ in explanation(depth: 0) })
  }

  private mutating func line() -> Line {
    let statuses: [Line.Status] = [.granted, .reduced, .denied, .proposed, .pending]
    let status = statuses[number(0...4)]
    let isPending = status == .pending
    return Line(
      item: text(), index: number(1...3), element: maybe { $0.number(1...9) }, label: text(),
      itemClass: ItemClass.allCases[number(0...5)], remedy: maybe { Remedy.allCases[$0.number(0...5)] },
      payee: labelled(), status: status, claimed: maybe { $0.amount() }, assessed: maybe { $0.amount() },
      payable: isPending ? nil : amount(),
      range: isPending ? Line.Span(low: maybe { $0.amount() }, high: maybe { $0.amount() }) : nil,
      discretion: status == .proposed ? Line.Span(low: maybe { $0.amount() }, high: maybe { $0.amount() }) : nil,
      branches: maybe { $0.text() }.map { [$0] } ?? [], reason: maybe { $0.text() }, citations: citations(),
      steps: (0..<number(0...2)).map { _ in step() }, waived: (0..<number(0...2)).map { _ in waiver() },
      bars: (0..<number(0...2)).map { _ in bar() },
      owedBy: number(0...9) == 0 ? text() : nil, isApology: number(0...9) == 0,
      right: number(0...9) == 0 ? text() : nil, needs: isPending ? needs() : [],
      because: (0..<number(0...2)).map { _ in explanation(depth: 0) })
  }

  private mutating func step() -> Line.Step {
    let words = ["at most", "less", "plus", "rounded"]
    let isSplit = flip()
    return Line.Step(
      step: isSplit ? "borne by" : words[number(0...3)], name: text(), branch: text(), change: amount(),
      after: amount(), reason: maybe { $0.text() }, citations: citations(),
      shares: isSplit ? [Line.Share(party: labelled(), amount: amount(), portion: "33.333333%")] : [])
  }

  private mutating func waiver() -> Line.Waiver {
    Line.Waiver(
      step: flip() ? "at most" : "less", name: text(), branch: text(), reason: maybe { $0.text() },
      citations: citations(), place: number(0...2))
  }

  private mutating func bar() -> Line.Bar {
    Line.Bar(bar: labelled(), branch: text(), reason: maybe { $0.text() }, citations: citations())
  }

  private mutating func explanation(depth: Int) -> Explanation {
    let origins: [Explanation.Origin] = [.stated, .assumed, .ruling, .unknown]
    return Explanation(
      name: text(), label: maybe { $0.text() }, origin: origins[number(0...3)], branch: maybe { $0.text() },
      value: text(), reason: maybe { $0.text() }, citations: citations(),
      because: depth > 1 ? [] : (0..<number(0...2)).map { _ in explanation(depth: depth + 1) })
  }

  private mutating func needs() -> [Need] {
    (0..<number(0...2)).map { _ in
      Need(fact: text(), label: maybe { $0.text() }, provedBy: maybe { $0.text() })
    }
  }

  private mutating func citations() -> [Citation] {
    (0..<number(0...3)).map { _ in
      Citation(source: text(), sourceLabel: text(), place: text(), text: maybe { $0.text() })
    }
  }

  private mutating func labelled() -> Quote.Labelled { named(text(), maybe { $0.text() }) }

  /// Up to fifteen digits with two decimals, which is what a page has room for.
  private mutating func amount() -> Rational {
    let digits = String(next() % 1_000_000_000).prefix(number(1...9))
    return RedressRenderingTests.amount("\(digits).\(number(10...99))")
  }

  /// A few words of any script, with white space and characters that a terminal must not see.
  private mutating func text() -> String {
    let words = [
      "goods", "a", "consignment", "货物", "托运人的员工完成，", "（合同）", "contract", "7.3", "é", "👩‍👩‍👧", "\t", "\u{1B}[2J", "\n",
      "  ",
      "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsbescheinigungsantrag", "\u{202E}x",
    ]
    return "w"
      + (0..<number(0...7)).map { _ in words[number(0...(words.count - 1))] }.joined(separator: flip() ? " " : "")
  }

  private mutating func maybe<Value>(_ make: (inout QuoteGenerator) -> Value) -> Value? {
    flip() ? make(&self) : nil
  }

  private mutating func flip() -> Bool { next() & 1 == 1 }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
