import RedressBook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Files {
  /// Gives a file new contents: all of them, or it stays as it is. Its permissions are kept; a link is followed.
  static func replace(_ path: String, with bytes: [UInt8]) throws(FileFault) {
    guard let resolved = realpath(path, nil) else { throw currentFault() }
    let target = String(cString: resolved)
    free(resolved)
    var information = stat()
    guard stat(target, &information) == 0 else { throw currentFault() }
    guard access(target, W_OK) == 0 else { throw currentFault() }
    var name = Array((target + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw currentFault() }
    do throws(FileFault) {
      defer { close(descriptor) }
      try write(bytes, to: descriptor)
      guard fchmod(descriptor, information.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else { throw currentFault() }
    } catch {
      unlink(name)
      throw error
    }
    guard rename(name, target) == 0 else {
      let fault = currentFault()
      unlink(name)
      throw fault
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(FileFault) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        pwrite(descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done, off_t(done))
      }
      if written >= 0 {
        done += written
      } else if errno != EINTR {
        throw currentFault()
      }
    }
  }
}
