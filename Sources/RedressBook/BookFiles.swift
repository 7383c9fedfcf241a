/// Where the files of a rule book lie, and how their bytes are come by.
package struct BookFiles: Sendable {
  /// The folder as shown to people: `rules`, `../rules`; nil for files that lie in none.
  package let name: String?
  /// The rule files, as paths below the folder, in the order of their bytes.
  package let paths: [String]
  /// The bytes of a file, by its path below the folder.
  let contents: @Sendable (String) throws(FileFault) -> [UInt8]

  /// Every rule file below a folder, and files of it whose names do not end as those of rule files do; throws where
  /// the folder cannot be read.
  ///
  /// - Parameters:
  ///   - name: the folder as shown to people.
  ///   - place: where it lies: a path that the system can open.
  package init(in name: String, at place: String, including others: [String] = []) throws(BookProblem) {
    do throws(FileFault) {
      let found = try Files.paths(below: place, endings: [Self.ending])
      paths = found + others.filter { !found.contains($0) }
    } catch {
      throw BookProblem(error, at: name)
    }
    self.name = name
    contents = { (path) throws(FileFault) in try Files.contents(at: joined(place, path)) }
  }

  /// Files that are held already: rules, and the texts and tables they name, by their paths.
  package init(held files: [String: [UInt8]]) {
    name = nil
    paths = files.keys.filter { $0.hasSuffix(Self.ending) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    contents = { (path) throws(FileFault) in
      guard let bytes = files[path] ?? files[plain(path)] else { throw .missing }
      guard bytes.count <= Files.largest else { throw .tooLarge }
      return bytes
    }
  }

  private static let ending = ".redress"

  /// A path below the folder as people know it.
  func shown(_ path: String) -> String { joined(name ?? "", path) }
}
