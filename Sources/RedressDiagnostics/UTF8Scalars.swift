/// What stands at one place of a text that claims to be UTF-8.
package struct DecodedScalar: Sendable {
  /// The scalar, or nothing where the bytes are not UTF-8.
  package let scalar: Unicode.Scalar?
  /// How many bytes it takes, at least 1; broken bytes that belong together count as one.
  package let length: Int
}

/// Reads the scalar that begins at an offset, looking no further than `end`.
///
/// Overlong forms, surrogates and bytes beyond U+10FFFF are broken, never read leniently. An offset outside the bytes
/// gives a broken scalar of length 1, so a loop over any bytes ends.
package func decodeScalar(in bytes: [UInt8], at offset: Int, before end: Int) -> DecodedScalar {
  let end = min(end, bytes.count)
  guard offset >= 0, offset < end else { return DecodedScalar(scalar: nil, length: 1) }
  let first = bytes[offset]
  if first < 0x80 { return DecodedScalar(scalar: Unicode.Scalar(first), length: 1) }
  let shape: (length: Int, bits: UInt32, second: ClosedRange<UInt8>)
  switch first {
  case 0xC2...0xDF: shape = (2, UInt32(first & 0x1F), 0x80...0xBF)
  case 0xE0: shape = (3, UInt32(first & 0x0F), 0xA0...0xBF)
  case 0xED: shape = (3, UInt32(first & 0x0F), 0x80...0x9F)
  case 0xE1...0xEF: shape = (3, UInt32(first & 0x0F), 0x80...0xBF)
  case 0xF0: shape = (4, UInt32(first & 0x07), 0x90...0xBF)
  case 0xF4: shape = (4, UInt32(first & 0x07), 0x80...0x8F)
  case 0xF1...0xF3: shape = (4, UInt32(first & 0x07), 0x80...0xBF)
  default: return DecodedScalar(scalar: nil, length: 1)
  }
  var value = shape.bits
  var length = 1
  while length < shape.length {
    let next = offset + length
    guard next < end else { return DecodedScalar(scalar: nil, length: length) }
    let allowed = length == 1 ? shape.second : 0x80...0xBF
    guard allowed.contains(bytes[next]) else { return DecodedScalar(scalar: nil, length: length) }
    value = value << 6 | UInt32(bytes[next] & 0x3F)
    length += 1
  }
  return DecodedScalar(scalar: Unicode.Scalar(value), length: length)
}

/// The start of the scalar that an offset stands in: the offset itself unless it points into the middle of one.
func scalarStart(in bytes: [UInt8], at offset: Int) -> Int {
  var start = min(max(offset, 0), bytes.count)
  var steps = 0
  while steps < 3, start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 {
    start -= 1
    steps += 1
  }
  return start
}
