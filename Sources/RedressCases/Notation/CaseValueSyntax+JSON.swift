import RedressDiagnostics
import RedressSyntax

extension CaseValueSyntax {
  /// What a JSON string holds, read as a case file would read it; what is no such value is a text.
  init(jsonString text: String, _ span: Span) {
    let asText = CaseValueSyntax(.text(text), span, json: .string(text))
    // A comment, a second line or further quotation marks have no business inside a value.
    let isPlain = !text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "\"") }
    guard isPlain, !text.isEmpty else {
      self = asText
      return
    }
    let (value, problems) = parseCaseValue(SourceText(name: "", text: text), as: span.source)
    switch value.form {
    // `true` and `false` say this in JSON; the word may be one of a kind.
    case .yesNo, .text, .missing:
      self = asText
    case .quantity, .word, .date, .time:
      guard problems.isEmpty else {
        self = asText
        return
      }
      // Without escapes the string's characters stand one for one behind the opening quotation mark.
      let isVerbatim = Int(span.end) - Int(span.start) == text.utf8.count + 2
      let form = isVerbatim ? value.form.moved(by: Int(span.start) + 1) : value.form.placed(at: span)
      self = CaseValueSyntax(form, span, json: .string(text))
    }
  }
}

extension CaseValueSyntax.Form {
  /// The same with every place so many bytes further on.
  fileprivate func moved(by offset: Int) -> CaseValueSyntax.Form {
    mapped { Span($0.source, Int($0.start) + offset, Int($0.end) + offset) }
  }

  /// The same with every place replaced.
  fileprivate func placed(at span: Span) -> CaseValueSyntax.Form {
    mapped { _ in span }
  }

  private func mapped(_ place: (Span) -> Span) -> CaseValueSyntax.Form {
    guard case .quantity(let quantity, let isNegative) = self else { return self }
    func name(_ name: Name) -> Name { Name(name.text, place(name.span)) }
    let unit = quantity.unit.map { unit in
      UnitSyntax(
        numerator: unit.numerator.map { name($0) },
        divisors: unit.divisors.map { divisor in
          UnitSyntax.Divisor(count: divisor.count.map { name($0) }, word: name(divisor.word))
        },
        span: place(unit.span))
    }
    return .quantity(
      QuantitySyntax(
        number: name(quantity.number), isPercent: quantity.isPercent, unit: unit, span: place(quantity.span)),
      isNegative: isNegative)
  }
}
