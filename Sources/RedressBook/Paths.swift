/// A path below a folder; an absolute one stays as it is.
package func joined(_ folder: String, _ path: String) -> String {
  if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
  return folder.hasSuffix("/") ? folder + path : folder + "/" + path
}

/// Whether a path leads out of the folder at the top, if it starts in the folder of a file below it.
package func leavesTop(_ path: String, from file: String) -> Bool {
  if path.hasPrefix("/") { return true }
  var depth = file.split(separator: "/").count - 1
  for step in path.split(separator: "/") where step != "." {
    depth += step == ".." ? -1 : 1
    if depth < 0 { return true }
  }
  return false
}

/// The folder a path names a file in; empty where it is only a name.
package func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "" }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A path without steps that lead nowhere: `late/../terms/./a.md` is `terms/a.md`.
func plain(_ path: String) -> String {
  var steps: [Substring] = []
  for step in path.split(separator: "/") where step != "." {
    if step == "..", let last = steps.last, last != ".." { steps.removeLast() } else { steps.append(step) }
  }
  return (path.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
}
