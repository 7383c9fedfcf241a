import RedressDiagnostics
package import RedressEngine
import RedressValues

/// A quote as a page for people: the preferred proposal with its lines, reasons and sums, the alternatives, and what
/// else there is to know. The same quote and style give the same bytes; every row ends with a line break.
package func text(of quote: Quote, style: TextStyle) -> String {
  var page = TextPage(style: style, digits: quote.currency.minorDigits)
  page.header(of: quote)
  guard let shown = quote.proposals.first else { return page.text }
  let payee = quote.claimant
  page.choices(of: shown)
  page.worksheet(of: shown, payableTo: payee)
  let others = quote.proposals.dropFirst()
  if style.showsAll {
    page.blank()
    page.remarks(of: shown)
    for other in others {
      page.heading(ofAlternative: other, to: shown, in: quote)
      page.worksheet(of: other, payableTo: payee)
      page.blank()
      page.remarks(of: other)
    }
    page.blank()
    page.facts(of: quote)
  } else {
    page.alternatives(Array(others), to: shown, in: quote)
    page.blank()
    page.facts(of: quote)
    page.remarks(of: shown)
  }
  page.sources(of: style.showsAll ? quote.proposals : [shown])
  return page.text
}

extension TextPage {
  /// The lines of a proposal, their sums, and the lines that others owe.
  fileprivate mutating func worksheet(of proposal: Proposal, payableTo payee: Quote.Labelled?) {
    lines(of: proposal, payableTo: payee)
    totals(of: proposal)
    linesOwedByOthers(of: proposal, payableTo: payee)
  }

  /// Case, policy, edition and currency; below them what the case is called, its date, and who is paid.
  fileprivate mutating func header(of quote: Quote) {
    let edition = quote.edition.map { ", in force from \($0.description)" } ?? ""
    let segments = ["Proposal for \(quote.caseName)", "policy \(quote.policy.name)\(edition)"]
    let currency = quote.currency.code
    let lines = filled(dotted(segments), to: style.width - displayWidth(of: currency) - 2)
    for (position, line) in lines.enumerated() {
      var row = TextRow(style)
      row.place(line, at: position == 0 ? 0 : 2)
      if position == 0 { row.place(currency, endingAt: style.width) }
      append(row)
    }

    let isAlone = quote.proposals.flatMap(\.lines).allSatisfy { $0.payee == quote.claimant }
    let payee = "payable to \(title(of: quote.claimant))" + (isAlone ? "" : " unless a line says otherwise")
    let date = quote.date.map { "dated \($0.description)" }
    let second = [quote.caseLabel, date, payee].compactMap { $0 }
    if !second.isEmpty { paragraph(dotted(second), at: 0) }
    blank()
  }
}

/// What a thing is called: its label, or its name where it has none.
func title(of thing: Quote.Labelled) -> String {
  thing.label ?? thing.name
}
