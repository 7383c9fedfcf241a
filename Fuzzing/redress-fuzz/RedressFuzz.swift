import Glibc
import RedressFuzzEntries

@_silgen_name("LLVMFuzzerRunDriver")
func LLVMFuzzerRunDriver(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What every input is run through. The body given to libFuzzer is a C function and cannot carry it along.
private struct Target: Sendable {
  let entry: FuzzEntry
  let book: FuzzBook

  static let current: Target = {
    guard let name = getenv("REDRESS_FUZZ_ENTRY"), let entry = FuzzEntry(rawValue: String(cString: name)) else {
      let entries = FuzzEntry.allCases.map(\.rawValue).joined(separator: ", ")
      leave("REDRESS_FUZZ_ENTRY names none of the entries: \(entries)")
    }
    let rules = getenv("REDRESS_FUZZ_RULES").map { String(cString: $0) } ?? "rules"
    do {
      return Target(
        entry: entry, book: try FuzzBook { path throws(Unreadable) in try contents(of: rules + "/" + path) })
    } catch {
      leave("\(error)")
    }
  }()
}

private struct Unreadable: Error {
  let path: String
}

private func contents(of path: String) throws(Unreadable) -> [UInt8] {
  guard let file = fopen(path, "rb") else { throw Unreadable(path: path) }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while true {
    let byte = fgetc(file)
    if byte == EOF { return bytes }
    bytes.append(UInt8(truncatingIfNeeded: byte))
  }
}

private func complain(_ message: String) {
  let bytes = Array("redress-fuzz: \(message)\n".utf8)
  write(2, bytes, bytes.count)
}

private func leave(_ message: String) -> Never {
  complain(message)
  exit(2)
}

/// Runs libFuzzer, with its options, on the entry that `REDRESS_FUZZ_ENTRY` names and the rule book in
/// `REDRESS_FUZZ_RULES`. An input that breaks a promise ends the process, as one that traps does.
@main
struct RedressFuzz {
  static func main() {
    _ = Target.current
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    let status = LLVMFuzzerRunDriver(&count, &arguments) { start, length in
      let target = Target.current
      let bytes = Array(UnsafeBufferPointer(start: start, count: length))
      let broken = target.entry.brokenPromises(of: bytes, in: target.book)
      if !broken.isEmpty {
        complain((["broken promises"] + broken.prefix(10)).joined(separator: "\n  "))
        abort()
      }
      return 0
    }
    exit(status)
  }
}
