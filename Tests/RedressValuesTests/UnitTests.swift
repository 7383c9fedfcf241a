import RedressValues
import Testing

@Suite struct UnitTests {
  @Test(arguments: [
    // left, right, product, quotient
    ("number", "number", "number", "number"),
    ("number", "percent", "percent", "number"),
    ("percent", "number", "percent", "percent"),
    ("percent", "percent", "percent", "number"),
    ("percent", "days", "days", "% per day"),
    ("percent", "CNY", "CNY", "% per CNY"),
    ("CNY", "percent", "CNY", "CNY"),
    ("days", "percent", "days", "days"),
    ("% per day", "days", "percent", "% per day and day"),
    ("days", "% per day", "percent", "day * days"),
    ("% per day", "hours", "percent", "% per day and day"),
    ("% per day", "CNY", "CNY per day", "% per CNY and day"),
    ("% per day", "number", "% per day", "% per day"),
    ("% per day", "percent", "% per day", "number per day"),
    ("% per day", "% per day", "% per day and day", "number"),
    ("CNY per day", "days", "CNY", "CNY per day and day"),
    ("CNY", "CNY", "CNY * CNY", "number"),
    ("CNY", "kg", "CNY * kg", "CNY per kg"),
    ("CNY", "USD", "USD * CNY", "CNY per USD"),
    ("CNY per USD", "USD", "CNY", "CNY per USD and USD"),
    ("XDR per kg", "t", "XDR", "XDR per kg and kg"),
    ("CNY per kg", "days", "CNY * days per kg", "CNY per kg and day"),
    ("kg", "t", "kg * kg", "number"),
    ("hours", "days", "hour * hours", "number"),
    ("days", "months", "month * days", "days per month"),
    ("m3", "m", "m4", "m2"),
    ("m", "m", "m2", "number"),
    ("m", "m3", "m4", "number per m2"),
    ("CNY per m3", "m3", "CNY", "CNY per m3 and m3"),
    ("number", "days", "days", "number per day"),
  ])
  func `units multiply and divide`(left: String, right: String, product: String, quotient: String) throws {
    let (first, second) = (try unitNamed(left), try unitNamed(right))
    #expect(first.multiplied(by: second).name == product)
    #expect(first.divided(by: second).name == quotient)
    #expect(first.multiplied(by: second).sameDimension(as: second.multiplied(by: first)))
  }

  @Test(arguments: [
    "number", "percent", "days", "CNY", "% per day", "CNY per kg", "CNY per kg and day", "m3", "number per day", "kg",
  ])
  func `a unit divided and multiplied is itself again`(name: String) throws {
    let unit = try unitNamed(name)
    let kilogram = try unitNamed("kg")
    #expect(unit.name == name)
    #expect(unit.divided(by: .number) == unit)
    #expect(unit.multiplied(by: .number) == unit)
    #expect(unit.multiplied(by: kilogram).divided(by: kilogram).components == unit.components)
    #expect(unit.divided(by: unit) == .number)
  }

  @Test func `what converts is of one dimension`() throws {
    for (left, right) in [("kg", "lb"), ("minutes", "weeks"), ("months", "years"), ("CNY per kg", "CNY per t")] {
      #expect(try unitNamed(left).sameDimension(as: unitNamed(right)), "\(left) and \(right)")
    }
    for (left, right) in [
      ("days", "months"), ("CNY", "USD"), ("kg", "m"), ("m", "m3"), ("percent", "number"), ("% per day", "percent"),
      ("% per day", "number per day"), ("CNY per day", "CNY"), ("number", "days"),
    ] {
      #expect(try !unitNamed(left).sameDimension(as: unitNamed(right)), "\(left) and \(right)")
    }
    let cubic = try unitNamed("m").multiplied(by: unitNamed("m")).multiplied(by: unitNamed("m"))
    #expect(cubic.sameDimension(as: try unitNamed("m3")))
    #expect(cubic.name == "m3")
  }

  @Test(arguments: [
    ("number", 1, 1), ("percent", 1, 100), ("minutes", 1, 1), ("hour", 60, 1), ("days", 1_440, 1),
    ("week", 10_080, 1), ("months", 1, 1), ("years", 12, 1), ("kg", 1_000, 1), ("t", 1_000_000, 1),
    ("lb", 45_359_237, 100_000), ("km", 1_000, 1), ("m3", 1, 1), ("CNY", 1, 1), ("CNY per kg", 1, 1_000),
    ("% per day", 1, 144_000), ("CNY per kg and day", 1, 1_440_000), ("CNY per m3", 1, 1),
  ])
  func `scales are base units in one unit`(name: String, numerator: Int128, denominator: Int128) throws {
    #expect(try unitNamed(name).scale == fraction(numerator, denominator))
  }

  @Test func `kinds of units`() throws {
    #expect(Unit.number.isNumber && !Unit.number.isPlainPercent)
    #expect(Unit.percent.isPlainPercent && !Unit.percent.isNumber)
    #expect(try !unitNamed("% per day").isPlainPercent)
    #expect(try !unitNamed("days").isNumber)
    #expect(try unitNamed("CNY").isMoney(in: "CNY"))
    #expect(try !unitNamed("CNY").isMoney(in: "USD"))
    #expect(try unitNamed("CNY").currencyCode == "CNY")
    for name in ["CNY per kg", "days", "number", "percent", "% per CNY"] {
      #expect(try unitNamed(name).currencyCode == nil, "\(name)")
    }
    #expect(try unitNamed("CNY").multiplied(by: unitNamed("CNY")).currencyCode == nil)
  }

  @Test func `words for units are singular and plural, and codes of currencies`() {
    for word in [
      "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
    ]
      + ["g", "kg", "t", "lb", "m", "km", "m3", "CNY", "XDR", "JPY"]
    {
      #expect(Unit.known(word) != nil, "\(word)")
    }
    for word in ["kgs", "Day", "cny", "money", "number", "percent", "%", "parcel", "XXX", "", "days "] {
      #expect(Unit.known(word) == nil, "\(word)")
    }
    #expect(Unit.currency("days") == nil)
    #expect(Unit.known("day") == Unit.known("days"))
    #expect(Unit.knownWords.allSatisfy { Unit.known($0) != nil })
  }

  @Test func `declared units stand for themselves or for a size`() throws {
    let parcel = Unit.declared("parcel")
    let pallet = try #require(Unit.declared("pallet", size: Rational(800_000), of: unitNamed("kg")))
    #expect(parcel.name == "parcels")
    #expect(Unit.declared("箱").name == "箱")
    #expect(pallet.name == "pallets")
    #expect(pallet.sameDimension(as: try unitNamed("t")))
    #expect(!parcel.sameDimension(as: pallet))
    #expect(try unitNamed("CNY").divided(by: parcel).name == "CNY per parcel")
    #expect(try pallet.scale == Rational(800_000))
    #expect(try unitNamed("CNY").divided(by: pallet).scale == fraction(1, 800_000))
    let container = try #require(Unit.declared("container", size: Rational(33), of: unitNamed("m3")))
    #expect(container.sameDimension(as: try unitNamed("m3")))
    #expect(try container.scale == Rational(33))
    #expect(try container.divided(by: unitNamed("m")).name == "m2")
    for other in ["number", "percent", "CNY per kg", "number per day"] {
      #expect(try Unit.declared("lot", size: .one, of: unitNamed(other)) == nil, "\(other)")
    }
    #expect(try Unit.declared("lot", size: .zero, of: unitNamed("kg")) == nil)
  }

  @Test func `repeated squaring ends in an overflow of the scale, not in a trap`() throws {
    for word in ["day", "lb", "m3", "CNY"] {
      var unit = try unitNamed(word)
      for _ in 0..<100 { unit = unit.multiplied(by: unit) }
      if word == "day" || word == "lb" {
        #expect(throws: ArithmeticError.overflow) { try unit.scale }
        #expect(throws: ArithmeticError.overflow) { try Unit.number.divided(by: unit).scale }
      }
      #expect(!unit.name.isEmpty)
      #expect(quantityText(.one, unit: unit).hasPrefix("1 "))
    }
  }
}

/// `CNY per kg and day`, `% per day`, `number per day`, `days`, `percent`.
func unitNamed(_ name: String) throws -> Unit {
  var words = name.split(separator: " ").map(String.init)
  var unit = try #require(plainUnit(words.removeFirst()))
  for word in words where word != "per" && word != "and" {
    unit = unit.divided(by: try #require(plainUnit(word)))
  }
  return unit
}

private func plainUnit(_ word: String) -> Unit? {
  switch word {
  case "number": .number
  case "percent", "%": .percent
  default: .known(word)
  }
}
