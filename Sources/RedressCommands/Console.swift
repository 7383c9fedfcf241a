#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import RedressBook
package import RedressDiagnostics
package import RedressValues

/// What a command touches of the world: where it reads and writes, where it stands, what day it is.
///
/// A test gives one of its own and reads back what was written.
package struct Console {
  /// Results.
  package var output: any TextOutputStream
  /// Everything else.
  package var errors: any TextOutputStream
  /// Everything that stands on standard input; throws the words of the system where it cannot be read.
  package var input: @Sendable () -> Result<[UInt8], InputFault>
  /// The absolute path of the folder that relative paths start from.
  package var folder: String
  package var outputStyle: LayoutStyle
  package var errorStyle: LayoutStyle
  /// The civil date where the person sits; asked for by `--on today` alone.
  package var today: @Sendable () -> CivilDate?
  /// Where a command reads that takes its input piece by piece.
  package var inputDescriptor: Int32 = STDIN_FILENO
  /// Somebody watches the errors on a terminal.
  package var showsProgress = false

  /// Why standard input could not be read, in the words of the system.
  package struct InputFault: Error, Hashable, Sendable {
    package let reason: String

    package init(reason: String) {
      self.reason = reason
    }
  }

  package init(
    output: any TextOutputStream, errors: any TextOutputStream,
    input: @escaping @Sendable () -> Result<[UInt8], InputFault>, folder: String, outputStyle: LayoutStyle = .plain,
    errorStyle: LayoutStyle = .plain, today: @escaping @Sendable () -> CivilDate? = { nil }
  ) {
    self.output = output
    self.errors = errors
    self.input = input
    self.folder = folder
    self.outputStyle = outputStyle
    self.errorStyle = errorStyle
    self.today = today
  }

  /// Writes a result, ended by a line break.
  mutating func print(_ text: String) {
    guard !text.isEmpty else { return }
    output.write(text.hasSuffix("\n") ? text : text + "\n")
  }

  /// Writes whole records, one a line; false once nobody reads them, or nothing can be written any more. A record that
  /// could not be written to its end is taken back where that is possible.
  mutating func write(records: [UInt8]) -> Bool {
    guard var stream = output as? DescriptorStream else {
      output.write(String(decoding: records, as: UTF8.self))
      return true
    }
    let isOpen = stream.write(records: records)
    output = stream
    return isOpen
  }

  /// Writes what is not a result, ended by a line break.
  mutating func complain(_ text: String) {
    guard !text.isEmpty else { return }
    errors.write(text.hasSuffix("\n") ? text : text + "\n")
  }

  /// Writes diagnostics with their places.
  mutating func complain(_ diagnostics: [Diagnostic], in texts: SourceTexts) {
    complain(layout(all: diagnostics, in: texts, style: errorStyle))
  }

  /// Where a path of the user leads.
  func resolve(_ path: String) -> String { joined(folder, path) }
}

extension Console {
  /// The console of this process. Colours only on a terminal, and never with NO_COLOR.
  static func ofProcess() -> Console {
    var console = Console(
      output: DescriptorStream(STDOUT_FILENO), errors: DescriptorStream(STDERR_FILENO),
      input: {
        do throws(FileFault) {
          return .success(try Files.contents(of: STDIN_FILENO))
        } catch {
          return .failure(InputFault(reason: error.words))
        }
      },
      folder: workingFolder(), outputStyle: style(of: STDOUT_FILENO), errorStyle: style(of: STDERR_FILENO),
      today: localDate)
    console.showsProgress = isatty(STDERR_FILENO) == 1
    return console
  }

  private static func workingFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  private static func style(of descriptor: Int32) -> LayoutStyle {
    func value(of name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return isatty(descriptor) == 1 && value(of: "NO_COLOR").isEmpty && value(of: "TERM") != "dumb" ? .colour : .plain
  }

  private static func localDate() -> CivilDate? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
