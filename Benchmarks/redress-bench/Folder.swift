#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Plain reading of the few files a measurement needs.
enum Folder {
  /// All bytes of a file.
  static func contents(of path: String) throws(BenchFailure) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw BenchFailure(message: "cannot read `\(path)`") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while true {
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = fread(buffer.baseAddress, 1, buffer.count, file)
      }
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// The paths of all files below a folder with an ending, in the order of their bytes.
  static func paths(below folder: String, ending: String) throws(BenchFailure) -> [String] {
    guard let directory = opendir(folder) else { throw BenchFailure(message: "cannot read the folder `\(folder)`") }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasPrefix(".") { continue }
      let path = folder + "/" + name
      if isFolder(path) {
        found += try paths(below: path, ending: ending)
      } else if name.hasSuffix(ending) {
        found.append(path)
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// The nearest folder, from the working folder upward, that has both `rules` and `fixtures`.
  static func rootAboveWorkingFolder() throws(BenchFailure) -> String {
    var candidate = "."
    for _ in 0..<32 {
      if isFolder(candidate + "/rules"), isFolder(candidate + "/fixtures") { return candidate }
      candidate += "/.."
    }
    throw BenchFailure(message: "no folders `rules` and `fixtures` here or above; name their folder with --root DIR")
  }
}

/// The most memory this process has held so far, in kilobytes.
func peakMemory() -> Int {
  var usage = rusage()
  // RUSAGE_SELF, which C libraries declare with different types.
  getrusage(0, &usage)
  #if canImport(Darwin)
    return usage.ru_maxrss / 1024
  #else
    return usage.ru_maxrss
  #endif
}

/// Writes to standard error.
func complain(_ message: String) {
  let bytes = Array("redress-bench: \(message)\n".utf8)
  write(2, bytes, bytes.count)
}

/// Ends this process with a status.
func leave(with status: Int32) -> Never { exit(status) }
