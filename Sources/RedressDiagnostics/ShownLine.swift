/// A line of a source text as it is shown: tabs spread out, what is unsafe replaced, a long line cut to a window.
struct ShownLine: Sendable {
  /// One character of the line and the bytes it stands for.
  private struct Cell: Sendable {
    var bytes: Range<Int>
    var text: String
    var width: Int
  }

  /// The widest a line is shown, in columns of a terminal.
  static let widest = 100
  private static let tabStop = 4

  /// Counted from 1.
  let number: Int
  private let cells: [Cell]
  private let startsCut: Bool
  private let endsCut: Bool
  private let end: Int

  /// The zero-based line of a text, cut to the surroundings of some of its bytes where it is long.
  init(_ text: SourceText, line: Int, around focus: Range<Int>) {
    number = line + 1
    let content = text.content(ofLine: line)
    // Only the neighbourhood of the focus is decoded: a line may be megabytes long.
    let reach = scalarStart(in: text.bytes, at: max(content.lowerBound, focus.lowerBound - 512))
    let lower = max(content.lowerBound, reach)
    let upper = max(lower, min(content.upperBound, focus.lowerBound + 1024))
    let all = Self.cells(text.bytes, lower..<upper)
    let total = all.reduce(0) { $0 + $1.width }
    guard lower > content.lowerBound || upper < content.upperBound || total > Self.widest else {
      cells = all
      startsCut = false
      endsCut = false
      end = upper
      return
    }

    let room = Self.widest - 2
    let before = all.prefix { $0.bytes.upperBound <= focus.lowerBound }.reduce(0) { $0 + $1.width }
    let focused = all.filter { $0.bytes.overlaps(focus) }.reduce(0) { $0 + $1.width }
    var first = before + min(focused, room - 40) / 2 - room / 2
    if upper == content.upperBound { first = min(first, total - room) }
    first = max(first, 0)

    var column = 0
    var window: [Cell] = []
    for cell in all {
      if column >= first, column + cell.width <= first + room { window.append(cell) }
      column += cell.width
    }
    cells = window
    startsCut = lower > content.lowerBound || window.first?.bytes.lowerBound != all.first?.bytes.lowerBound
    endsCut = upper < content.upperBound || window.last?.bytes.upperBound != all.last?.bytes.upperBound
    end = window.last?.bytes.upperBound ?? lower
  }

  var text: String {
    (startsCut ? "…" : "") + cells.map(\.text).joined() + (endsCut ? "…" : "")
  }

  /// Whether a mark that begins at this byte of the line can be drawn below what is shown.
  func shows(_ offset: Int) -> Bool {
    let start = cells.first?.bytes.lowerBound ?? end
    return (offset >= start || !startsCut) && (offset < end || !endsCut)
  }

  /// The columns, counted from 0, under which to mark some bytes of the line; at least one column.
  func columns(of bytes: Range<Int>) -> Range<Int> {
    var column = startsCut ? 1 : 0
    var first: Int?
    var last = 0
    for cell in cells {
      if first == nil, cell.bytes.upperBound > bytes.lowerBound { first = column }
      column += cell.width
      if cell.bytes.lowerBound < bytes.upperBound { last = column }
    }
    let start = first ?? column
    return start..<max(start + 1, last)
  }

  private static func cells(_ bytes: [UInt8], _ range: Range<Int>) -> [Cell] {
    var scalars = String.UnicodeScalarView()
    var lengths: [Int] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let decoded = decodeScalar(in: bytes, at: offset, before: range.upperBound)
      scalars.append(decoded.scalar ?? "\u{FFFD}")
      lengths.append(decoded.length)
      offset += decoded.length
    }

    var cells: [Cell] = []
    var column = 0
    var place = range.lowerBound
    var next = 0
    for character in String(scalars) {
      let count = character.unicodeScalars.count
      let length = lengths[next..<next + count].reduce(0, +)
      next += count
      var cell = Cell(bytes: place..<place + length, text: "�", width: 1)
      if character == "\t" {
        cell.width = tabStop - column % tabStop
        cell.text = String(repeating: " ", count: cell.width)
      } else if isPrintable(character) {
        cell.width = displayWidth(of: character)
        cell.text = String(character)
      }
      cells.append(cell)
      column += cell.width
      place += length
    }
    return cells
  }
}
