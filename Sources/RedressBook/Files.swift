#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Plain reading of files and folders. (Foundation costs a run more than everything else together.)
package enum Files {
  package enum Kind: Sendable { case file, folder }

  /// Places in a text are held in 32 bits; no rule book comes near this.
  package static let largest = 256 << 20
  /// Folders within folders, as far as a rule book is searched.
  private static let deepest = 32

  /// What stands at a path; nil where there is nothing. Links are followed.
  package static func kind(at path: String) -> Kind? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    return information.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// The size of what an open descriptor reads, in bytes; nil for pipes and devices.
  package static func size(of descriptor: Int32) -> Int? {
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(clamping: information.st_size)
  }

  /// All bytes of a file; pipes and devices are read to their end.
  package static func contents(at path: String) throws(FileFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw currentFault() }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw currentFault() }
    if information.st_mode & S_IFMT == S_IFDIR { throw .isFolder }
    return try contents(of: descriptor, sizeHint: Int(clamping: information.st_size))
  }

  /// Everything that comes from an open descriptor.
  package static func contents(of descriptor: Int32, sizeHint: Int = 0) throws(FileFault) -> [UInt8] {
    if sizeHint > largest { throw .tooLarge }
    var bytes: [UInt8] = []
    var capacity = max(sizeHint + 1, 4096)
    while true {
      let start = bytes.count
      var failed: FileFault?
      let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        var got = read(descriptor, buffer.baseAddress, capacity)
        while got < 0 && errno == EINTR { got = read(descriptor, buffer.baseAddress, capacity) }
        if got < 0 { failed = currentFault() }
        count = max(got, 0)
      }
      if let failed { throw failed }
      if piece.isEmpty { return bytes }
      if start == 0 { bytes = piece } else { bytes += piece }
      if bytes.count > largest { throw .tooLarge }
      capacity = max(4096, min(bytes.count, 1 << 20))
    }
  }

  /// The paths of all files below a folder whose names end in one of the endings, relative to the folder, in the order
  /// of their bytes. Hidden files and folders are passed over, and so are links to folders, which may lead in circles.
  package static func paths(below folder: String, endings: [String]) throws(FileFault) -> [String] {
    var found: [String] = []
    try collect(folder, prefix: "", endings: endings, depth: 0, into: &found)
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func collect(
    _ folder: String, prefix: String, endings: [String], depth: Int, into found: inout [String]
  ) throws(FileFault) {
    guard depth <= deepest else { return }
    for name in try entries(of: folder) where !name.hasPrefix(".") {
      let path = folder + "/" + name
      var information = stat()
      guard lstat(path, &information) == 0 else { continue }
      if information.st_mode & S_IFMT == S_IFDIR {
        try collect(path, prefix: prefix + name + "/", endings: endings, depth: depth + 1, into: &found)
      } else if endings.contains(where: name.hasSuffix), kind(at: path) == .file {
        found.append(prefix + name)
      }
    }
  }

  /// What stands in a folder, hidden entries left out, in the order of the bytes.
  package static func names(in folder: String) throws(FileFault) -> [String] {
    try entries(of: folder).filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func entries(of folder: String) throws(FileFault) -> [String] {
    guard let directory = opendir(folder) else { throw errno == ENOTDIR ? .isNoFolder : currentFault() }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      names.append(name)
    }
    return names
  }

  /// What the C library said last, as a fault.
  package static func currentFault() -> FileFault {
    errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno)))
  }
}
