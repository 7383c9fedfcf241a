import Foundation
import Testing

/// A batch under load and fault: what was written is whole, and the status tells how it ended.
@Suite(.serialized) struct BatchProcessTests {
  private static let line =
    #"{"case":"a","policy":"late_delivery","given":{"agreed_on":"2026-03-02","delivered_on":"2026-03-05","goods_value":"20000 CNY","cause":"traffic"}}"#

  /// Runs a line of the shell with a file of cases as `$cases` and a scratch file as `$records`.
  private func shell(_ line: String, cases: [UInt8]) throws -> (ending: Shell.Ending, records: [Substring]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "redress-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let records = folder.appending(path: "records")
    try Data(cases).write(to: folder.appending(path: "cases"))
    let ending = try Shell.run("cases='\(folder.path())/cases'; records='\(records.path())'; \(line)")
    let written = (try? Data(contentsOf: records)) ?? Data()
    #expect(written.isEmpty || written.last == UInt8(ascii: "\n"), "the last record is not whole")
    let text = String(decoding: written, as: UTF8.self)
    return (ending, text.split(separator: "\n"))
  }

  private func expectWhole(_ records: [Substring], sourceLocation: SourceLocation = #_sourceLocation) {
    for record in records {
      let value = try? JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any]
      #expect(value?["schema"] as? String == "redress/batch/1", "\(record.prefix(200))", sourceLocation: sourceLocation)
    }
  }

  private func lines(_ count: Int) -> [UInt8] {
    Array((1...count).map { Self.line.replacing("\"a\"", with: "\"c\($0)\"") + "\n" }.joined().utf8)
  }

  @Test func `every number of jobs gives the same bytes in the same order`() throws {
    var cases = lines(3_000)
    cases.insert(contentsOf: "rubbish\n".utf8, at: 0)
    var outputs: Set<String> = []
    for jobs in [1, 2, 7] {
      let run = try shell("redress batch late_delivery --jobs \(jobs) < \"$cases\" > \"$records\"", cases: cases)
      #expect(run.ending.status == 1 && run.records.count == 3_001)
      outputs.insert(run.records.joined(separator: "\n"))
      #expect(run.records.last?.contains("\"case\":\"c3000\"") == true)
    }
    #expect(outputs.count == 1)
  }

  @Test func `blank lines, other line ends and a last line without one are no trouble`() throws {
    let text = "\r\n" + Self.line + "\r\n\n  \t\n" + Self.line
    let run = try shell("redress batch late_delivery < \"$cases\" > \"$records\"", cases: Array(text.utf8))
    #expect(run.ending.status == 0 && run.records.count == 2)
    expectWhole(run.records)
  }

  @Test func `bytes that are no text, NUL and lines that break off get their record, and the rest goes on`() throws {
    let good = Array((Self.line + "\n").utf8)
    let broken: [[UInt8]] = [
      [0], [0xFF, 0xFE], Array("{\"case\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8),
      Array(Self.line.utf8.dropLast(30)), Array(Self.line.utf8) + [0], Array("{\"case\":\"a\u{0}b\"}".utf8),
    ]
    let cases = broken.flatMap { $0 + [UInt8(ascii: "\n")] + good } + Self.line.utf8.prefix(60)
    let run = try shell("redress batch late_delivery --summary < \"$cases\" > \"$records\"", cases: cases)
    #expect(run.ending.status == 1 && run.records.count == broken.count * 2 + 1)
    expectWhole(run.records)
    for (place, record) in run.records.enumerated() {
      #expect(record.contains("\"refused\":[") == place.isMultiple(of: 2), "\(record)")
      if place.isMultiple(of: 2) { #expect(record.contains("\"line\":\(place + 1),"), "\(record)") }
    }
    #expect(run.ending.errors.contains("refused"))
  }

  @Test func `a very long line is one case like another`() throws {
    let value = String(repeating: "x", count: 10 << 20)
    let text = Self.line + "\n" + Self.line.replacing("\"a\"", with: "\"\(value)\"") + "\n" + Self.line + "\n"
    let run = try shell("redress batch late_delivery < \"$cases\" > \"$records\"", cases: Array(text.utf8))
    #expect(run.ending.status == 0 && run.records.count == 3)
    #expect((run.records.dropFirst().first?.utf8.count ?? 0) > 10 << 20)
  }

  @Test func `a line that is too long is passed over with its number`() throws {
    let run = try shell(
      "{ cat \"$cases\"; head -c 70000000 /dev/zero; echo; cat \"$cases\"; } | redress batch late_delivery > \"$records\"",
      cases: lines(2))
    #expect(run.ending.status == 1 && run.records.count == 5)
    #expect(run.records.dropFirst(2).first?.contains("\"line\":3,") == true)
    #expect(run.records.dropFirst(2).first?.contains("R0616") == true)
  }

  @Test func `a full disk leaves whole records and the status of what could not be done`() throws {
    let full = try shell("redress batch late_delivery \"$cases\" > /dev/full", cases: lines(10))
    #expect(full.ending.status == 2 && full.ending.errors.contains("cannot be written"))
    let short = try shell(
      "trap '' XFSZ; (ulimit -f 40; redress batch late_delivery \"$cases\" > \"$records\")", cases: lines(2_000))
    #expect(short.ending.status == 2 && short.ending.errors.contains("cannot be written"))
    #expect(!short.records.isEmpty && short.records.count < 2_000)
    expectWhole(short.records)
  }

  @Test func `a reader that goes away ends the batch quietly`() throws {
    let run = try shell(
      "{ redress batch late_delivery \"$cases\"; echo \"status $?\" >&2; } | head -n 3 > \"$records\"",
      cases: lines(5_000))
    #expect(run.ending.errors == "status 0\n" && run.records.count == 3)
  }

  @Test func `a signal lets what is under way be finished`() throws {
    // The input stays open: only the signal ends the run.
    let run = try shell(
      """
      { cat "$cases"; sleep 8; } | timeout --preserve-status -s INT 4 "$REDRESS" batch late_delivery > "$records"; \
      echo "status $?"
      """, cases: lines(3_000))
    expectWhole(run.records)
    #expect(run.ending.output == "status 130\n")
    #expect(!run.records.isEmpty && run.records.count < 3_000)
  }

  @Test func `many rows in one case come to as many lines`() throws {
    let rows = (1...5_000).map { _ in #"{"kind_of_loss":"damage_destroyed","value":"1.01 CNY"}"# }.joined(
      separator: ",")
    let text =
      #"{"case":"a","policy":"portfolio","given":{"fault":"50%","freight":"900000 CNY","losses":[\#(rows)]}}"# + "\n"
    let rules = Repository.root.appending(path: "Benchmarks/portfolio/rules").path()
    let run = try shell("redress batch portfolio --rules '\(rules)' \"$cases\" > \"$records\"", cases: Array(text.utf8))
    #expect(run.ending.status == 0)
    #expect(run.records.first?.contains(#""cash":"2500.00""#) == true)
  }
}
