import RedressChecker
import RedressCompiler
package import RedressDiagnostics
package import RedressEngine
import RedressSyntax

/// What to say of a text that was read and checked. Of a text that could not be read in full it cannot be told whether
/// it makes sense: what seems unused may be used by what was skipped.
package func findings(reading: [Diagnostic], checking: [Diagnostic]) -> [Diagnostic] {
  reading.isEmpty ? checking : reading + checking.filter { !$0.code.hasPrefix("R03") }
}

extension Book.File {
  /// Whether the file holds the policy of this name.
  package func holds(policy name: String) -> Bool { policy?.name.text == name }

  /// The policies its policy uses.
  var usedNames: [String] { policy?.usedNames ?? [] }
}

extension PolicySyntax {
  /// The policies it uses.
  fileprivate var usedNames: [String] {
    headers.compactMap { header in if case .use(let used) = header { used.text } else { nil } }
  }
}

extension Book {
  /// The names of all policies, in the order of their files.
  package var policies: [String] {
    var named = files.compactMap { file in file.policy.map { (path: file.path, name: $0.name.text) } }
    if !closedFiles.isEmpty {
      named += closedFiles.map { ($0.path, $0.policy) }
      named.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
    var names: [String] = []
    for (_, name) in named where !name.isEmpty && !names.contains(name) { names.append(name) }
    return names
  }

  /// Whether a file holds the policy of this name.
  package func has(policy name: String) -> Bool { policies.contains(name) }

  /// The files that could not be read as far as the name of their policy. Any policy may stand in them.
  package var unreadFiles: [File] { files.filter { $0.policy?.name.text.isEmpty ?? true } }

  /// Whether a file uses a policy that may stand in one that could not be read: what it borrows cannot be told then.
  private func waitsForUnread(_ file: File) -> Bool {
    !(file.policy?.usedNames ?? []).allSatisfy(has(policy:)) && !unreadFiles.isEmpty
  }

  /// The files a file is made of: its own, and those its policy uses.
  private func files(of file: File) -> [File] {
    file.policy.map { files(of: $0.name.text) } ?? [file]
  }

  /// Why there is no policy of a name: it may stand in a file that could not be read far enough.
  ///
  /// - Parameter span: where the name is asked for; nil where it stands in no text.
  package func problems(missing name: String, at span: Span?) -> [Diagnostic] {
    let unread = unreadFiles.flatMap(\.diagnostics)
    guard unread.isEmpty else { return unread }
    return [BookProblem.noPolicy(name, span, nearest: nearest(to: name, among: policies), known: policies).diagnostic]
  }

  /// The files a policy is made of: its own, then those of the policies it uses, each once.
  package func files(of policy: String) -> [File] {
    var names = [policy]
    var found: [File] = []
    var next = 0
    while next < names.count {
      for file in files where file.holds(policy: names[next]) {
        found.append(file)
        for used in file.policy?.usedNames ?? [] where !names.contains(used) { names.append(used) }
      }
      next += 1
    }
    return found
  }

  /// Makes a policy ready. Mistakes in files it does not use do not matter.
  package func compilation(of policy: String) -> PolicyCompilation {
    let used = files(of: policy)
    let reading = used.flatMap(\.diagnostics)
    if used.contains(where: waitsForUnread) {
      return PolicyCompilation(programs: [], diagnostics: reading + unreadFiles.flatMap(\.diagnostics))
    }
    let compilation = compile(policy: policy, in: syntax)
    let diagnostics = findings(reading: reading, checking: compilation.diagnostics)
    return PolicyCompilation(programs: diagnostics.isEmpty ? compilation.programs : [], diagnostics: diagnostics)
  }

  /// What is wrong in the whole rule book, each mistake once.
  package func diagnostics() -> [Diagnostic] {
    let waiting = Set(files.filter { self.files(of: $0).contains(where: waitsForUnread) }.map(\.source))
    let checking = checkRuleBook(syntax).map(\.diagnostic).filter { finding in
      !(finding.primary.map { waiting.contains($0.span.source) } ?? false)
    }
    return findings(reading: files.flatMap(\.diagnostics), checking: checking)
  }

  /// What is wrong in some files and what they use, each mistake once.
  package func diagnostics(of files: [File]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let all = files.flatMap { file in
      file.policy.map { compilation(of: $0.name.text).diagnostics } ?? file.diagnostics
    }
    return all.filter { seen.insert($0).inserted }
  }

  /// Names the state of a policy's rules: `sha256:` and the digest over its files, the files it uses and the texts
  /// they cite, names and bytes. The folder the command was given in does not enter it.
  package func fingerprint(of policy: String) -> String {
    var digest = SHA256()
    func add(_ name: String, _ bytes: [UInt8]) {
      digest.update("\(name.utf8.count) \(name) \(bytes.count) ".utf8)
      digest.update(bytes)
    }
    for file in files(of: policy) {
      add(file.path, texts[file.source].bytes)
      for document in file.documents { add(document.path, texts[document.source].bytes) }
    }
    return "sha256:" + digest.hexadecimal()
  }
}

/// A policy of a rule book made ready.
package struct PolicyCompilation: Sendable {
  /// Its editions, in the order in which they came into force.
  package let programs: [Program]
  package let diagnostics: [Diagnostic]
}
