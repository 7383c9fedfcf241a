/// The figures in a date or time as text.
enum CivilField {
  /// The numbers of a text of exactly that form, `d` for a digit: `2026-03-05` against `dddd-dd-dd` gives three.
  /// Empty if the form differs.
  static func fields(of text: some StringProtocol, pattern: StaticString) -> [Int] {
    let bytes = Array(text.utf8.prefix(pattern.utf8CodeUnitCount + 1))
    guard bytes.count == pattern.utf8CodeUnitCount else { return [] }
    var fields: [Int] = []
    var isInField = false
    for (byte, expected) in zip(bytes, pattern.description.utf8) {
      guard expected == UInt8(ascii: "d") else {
        guard byte == expected else { return [] }
        isInField = false
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return [] }
      let digit = Int(byte - UInt8(ascii: "0"))
      if isInField, let last = fields.popLast() {
        fields.append(last * 10 + digit)
      } else {
        fields.append(digit)
      }
      isInField = true
    }
    return fields
  }

  /// A number that is not below zero, with zeros in front up to the width.
  static func text(_ number: Int, width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
