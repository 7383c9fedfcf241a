/// Integers of any size, as simple as can be: what fast arithmetic is measured against.
struct SlowInteger: Equatable, Comparable {
  private let isNegative: Bool
  /// Least significant first, without zeros at the end.
  private let limbs: [UInt32]

  private init(isNegative: Bool, limbs: [UInt32]) {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    self.isNegative = isNegative && !limbs.isEmpty
    self.limbs = limbs
  }

  init(_ value: Int128) {
    let magnitude = value.magnitude
    self.init(
      isNegative: value < 0, limbs: (0..<4).map { UInt32(truncatingIfNeeded: magnitude >> ($0 * 32)) })
  }

  var magnitude: SlowInteger { SlowInteger(isNegative: false, limbs: limbs) }
  var isZero: Bool { limbs.isEmpty }
  private var isEven: Bool { (limbs.first ?? 0).isMultiple(of: 2) }

  private var half: SlowInteger {
    let halves = limbs.indices.map { index in
      limbs[index] >> 1 | (index + 1 < limbs.count ? limbs[index + 1] << 31 : 0)
    }
    return SlowInteger(isNegative: isNegative, limbs: halves)
  }

  static prefix func - (value: SlowInteger) -> SlowInteger {
    SlowInteger(isNegative: !value.isNegative, limbs: value.limbs)
  }

  static func < (left: SlowInteger, right: SlowInteger) -> Bool {
    (left - right).isNegative
  }

  static func - (left: SlowInteger, right: SlowInteger) -> SlowInteger { left + -right }

  static func + (left: SlowInteger, right: SlowInteger) -> SlowInteger {
    var sums = (0...max(left.limbs.count, right.limbs.count)).map { index -> Int64 in
      let (first, second) = (left.limb(index), right.limb(index))
      return (left.isNegative ? -first : first) + (right.isNegative ? -second : second)
    }
    // The sign of the whole is that of the most significant limb that is not zero.
    let isNegative = (sums.last { $0 != 0 } ?? 0) < 0
    if isNegative { sums = sums.map { -$0 } }
    var carry: Int64 = 0
    let limbs = sums.map { sum -> UInt32 in
      let whole = sum + carry
      carry = whole >> 32
      return UInt32(truncatingIfNeeded: whole)
    }
    return SlowInteger(isNegative: isNegative, limbs: limbs)
  }

  static func * (left: SlowInteger, right: SlowInteger) -> SlowInteger {
    var limbs = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count + 1)
    for (offset, first) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for index in 0...right.limbs.count {
        let second = index < right.limbs.count ? UInt64(right.limbs[index]) : 0
        let product = UInt64(first) * second + UInt64(limbs[offset + index]) + carry
        limbs[offset + index] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
    }
    return SlowInteger(isNegative: left.isNegative != right.isNegative, limbs: limbs)
  }

  static func greatestCommonDivisor(_ left: SlowInteger, _ right: SlowInteger) -> SlowInteger {
    var (first, second) = (left.magnitude, right.magnitude)
    guard !first.isZero else { return second }
    var factor = SlowInteger(1)
    while !second.isZero {
      if first.isEven, second.isEven {
        (first, second, factor) = (first.half, second.half, factor * SlowInteger(2))
      } else if first.isEven {
        first = first.half
      } else if second.isEven {
        second = second.half
      } else {
        let (small, large) = first < second ? (first, second) : (second, first)
        (first, second) = (small, (large - small).half)
      }
    }
    return first * factor
  }

  private func limb(_ index: Int) -> Int64 {
    index < limbs.count ? Int64(limbs[index]) : 0
  }
}

/// A fraction of slow integers, the denominator above zero, never reduced.
struct SlowFraction {
  let numerator: SlowInteger
  let denominator: SlowInteger

  /// Whether both parts of the reduced fraction are below 2^127.
  var fitsWhenReduced: Bool {
    let largest = SlowInteger.greatestCommonDivisor(numerator, denominator) * SlowInteger(.max)
    return numerator.magnitude <= largest && denominator <= largest
  }

  static func == (left: SlowFraction, right: SlowFraction) -> Bool {
    left.numerator * right.denominator == right.numerator * left.denominator
  }

  static func < (left: SlowFraction, right: SlowFraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}
