import RedressBook
import RedressCases
import RedressDiagnostics

extension Session {
  /// The cases of a file, or of standard input where the path is `-`. Throws where it cannot be read, or holds none.
  mutating func readCases(in path: String, on console: Console) throws(CommandProblem) -> CaseDocument {
    let bytes = path == "-" ? try console.readInput() : try console.readFixture(path)
    let text = SourceText(name: path == "-" ? "<standard input>" : path, bytes: bytes)
    let source = book.add(text)
    let document = RedressCases.readCases(text, as: source, isJSON: isJSON(path, bytes))
    if document.cases.isEmpty && document.problems.isEmpty {
      throw .noCases(path: text.name, Span(source, 0, 0))
    }
    return document
  }

  /// By the name's ending; otherwise by what comes first.
  private func isJSON(_ path: String, _ bytes: [UInt8]) -> Bool {
    if path.hasSuffix(".json") { return true }
    if path.hasSuffix(".case") { return false }
    let blanks = Array(" \t\r\n\u{FEFF}".utf8)
    let first = bytes.first { !blanks.contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}

extension Console {
  /// The bytes of a file the user named.
  func read(_ path: String) throws(CommandProblem) -> [UInt8] {
    do throws(FileFault) {
      return try Files.contents(at: resolve(path))
    } catch {
      throw CommandProblem(error, at: path, nearest: nearestFile(to: path))
    }
  }

  /// The bytes of a file of cases the user named.
  fileprivate func readFixture(_ path: String) throws(CommandProblem) -> [UInt8] {
    do throws(FileFault) {
      return try Files.contents(at: resolve(path))
    } catch {
      throw CommandProblem(error, at: path, nearest: nearestFixture(to: path, orFolder: false))
    }
  }

  fileprivate func readInput() throws(CommandProblem) -> [UInt8] {
    switch input() {
    case .success(let bytes): return bytes
    case .failure(let fault): throw .book(.unreadable(path: "<standard input>", reason: fault.reason))
    }
  }

  /// A file of the same folder whose name is nearly the one given.
  func nearestFile(to path: String) -> String? {
    let place = folder(of: path)
    let names = (try? Files.names(in: place.isEmpty ? resolve(".") : resolve(place))) ?? []
    let name = place.isEmpty ? path : String(path.dropFirst(place == "/" ? 1 : place.utf8.count + 1))
    return nearest(to: name, among: names).map { joined(place, $0) }
  }

  /// A file of nearly the name given, or the fixture or the folder of fixtures that has exactly this name.
  func nearestFixture(to path: String, orFolder: Bool) -> String? {
    guard !path.contains("/"), let fixtures = folderUpward(named: "fixtures"),
      let paths = try? Files.paths(below: resolve(fixtures), endings: [".case", ".json"])
    else { return nearestFile(to: path) }
    let files = paths.filter { file in
      let name = file.split(separator: "/").last ?? ""
      return name == path || name == path + ".case" || name == path + ".json"
    }
    let folders = orFolder ? paths.compactMap { $0.hasPrefix(path + "/") ? path : nil } : []
    return (folders + files).first.map { joined(fixtures, $0) } ?? nearestFile(to: path)
  }

  private func folder(of path: String) -> String { RedressBook.folder(of: path) }
}
