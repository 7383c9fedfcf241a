import RedressValues

/// A generator that repeats itself for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Two that are the same in every run and one that is new; a test that takes them as an argument prints them, and
  /// a failing one can be put in here.
  static let seeds: [UInt64] = [1, 20_260_305, .random(in: 0 ... .max)]

  /// An integer of any length up to 127 bits, every length equally likely, often at the edge of one.
  mutating func magnitude() -> Int128 {
    let bits = Int.random(in: 0...127, using: &self)
    let random = UInt128(next()) << 64 | UInt128(next())
    let edge = bits == 0 ? 0 : UInt128.max >> (128 - bits)
    switch Int.random(in: 0...5, using: &self) {
    case 0: return Int128(edge)
    case 1: return Int128(edge - edge / 2)
    default: return Int128(random & edge)
    }
  }

  /// Any fraction that fits; small ones and ones of a common denominator among them.
  mutating func rational() throws -> Rational {
    let sign: Int128 = Bool.random(using: &self) ? -1 : 1
    switch Int.random(in: 0...4, using: &self) {
    case 0:
      let denominators: [Int128] = [1, 2, 3, 7, 10, 100, 1_000, 1_000_000, 1_440]
      return try Rational(
        numerator: Int128.random(in: -100_000...100_000, using: &self),
        denominator: denominators[Int.random(in: 0..<denominators.count, using: &self)])
    default:
      return try Rational(numerator: sign * magnitude(), denominator: max(1, magnitude()))
    }
  }
}

func fraction(_ numerator: Int128, _ denominator: Int128) throws -> Rational {
  try Rational(numerator: numerator, denominator: denominator)
}

func decimal(_ text: String) throws -> Rational {
  let isNegative = text.hasPrefix("-")
  let number = try Rational(decimal: text.drop { $0 == "-" })
  guard let number else { throw MalformedNumber(text: text) }
  return isNegative ? try -number : number
}

struct MalformedNumber: Error {
  let text: String
}
