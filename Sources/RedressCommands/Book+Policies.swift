import RedressChecker
import RedressCompiler
package import RedressDiagnostics
import RedressSyntax

/// What to say of a text that was read and checked. Of a text that could not be read in full it cannot be told whether
/// it makes sense: what seems unused may be used by what was skipped.
package func findings(reading: [Diagnostic], checking: [Diagnostic]) -> [Diagnostic] {
  reading.isEmpty ? checking : reading + checking.filter { !$0.code.hasPrefix("R03") }
}

extension Book.File {
  /// Whether the file holds the policy of this name.
  func holds(policy name: String) -> Bool { policy?.name.text == name }
}

extension Book {
  /// The names of all policies, in the order of their files.
  var policies: [String] { files.compactMap(\.policy?.name.text) }

  func has(policy name: String) -> Bool { policies.contains(name) }

  func noPolicy(_ name: String, at span: Span?) -> CommandProblem {
    .noPolicy(name, span, nearest: nearest(to: name, among: policies), known: policies)
  }

  /// The files a policy is made of: its own, then those of the policies it uses, each once.
  func files(of policy: String) -> [File] {
    var names = [policy]
    var found: [File] = []
    var next = 0
    while next < names.count {
      for file in files where file.holds(policy: names[next]) {
        found.append(file)
        for case .use(let used) in file.policy?.headers ?? [] where !names.contains(used.text) {
          names.append(used.text)
        }
      }
      next += 1
    }
    return found
  }

  /// Makes a policy ready. Mistakes in files it does not use do not matter.
  func compilation(of policy: String) -> PolicyCompilation {
    let reading = files(of: policy).flatMap(\.diagnostics)
    let compilation = compile(policy: policy, in: syntax)
    let diagnostics = findings(reading: reading, checking: compilation.diagnostics)
    return PolicyCompilation(program: diagnostics.isEmpty ? compilation.program : nil, diagnostics: diagnostics)
  }

  /// What is wrong in the whole rule book, each mistake once.
  func diagnostics() -> [Diagnostic] {
    findings(reading: files.flatMap(\.diagnostics), checking: checkRuleBook(syntax).map(\.diagnostic))
  }

  /// What is wrong in some files and what they use, each mistake once.
  func diagnostics(of files: [File]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let all = files.flatMap { file in
      file.policy.map { compilation(of: $0.name.text).diagnostics } ?? file.diagnostics
    }
    return all.filter { seen.insert($0).inserted }
  }

  /// Names the state of a policy's rules: `sha256:` and the digest over its files, the files it uses and the texts
  /// they cite, names and bytes. The folder the command was given in does not enter it.
  func fingerprint(of policy: String) -> String {
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
