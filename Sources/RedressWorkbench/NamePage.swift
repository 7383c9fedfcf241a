package import RedressDiagnostics
package import RedressEngine
package import RedressSyntax

/// What there is to say of a name in a policy, for `redress explain`.
package struct NamePage: Sendable {
  /// A clause the declaration rests on.
  package struct Clause: Sendable {
    package let source: String
    package let label: String
    package let place: String
    /// The clause's words, where the source's text is at hand.
    package let words: String?
  }

  package let policy: String
  package let keyword: String
  package let name: String
  package let label: String?
  package let place: Span
  /// The declaration as it stands in the file.
  package let words: String
  package let clauses: [Clause]
  /// Names the declaration reads, and names that read it, in the order of the policy.
  package let reads: [String]
  package let readBy: [String]
}

/// The page of a declaration; nil where the policy has none of this name.
///
/// - Parameter programs: of the policy and of those that use it. Without any, for policies with errors, what reads what
///   and the words of clauses are left out.
package func page(
  of name: String, in policy: PolicySyntax, text: SourceText, programs: [Program]
) -> NamePage? {
  for (position, declaration) in policy.declarations.enumerated() {
    guard let heading = declaration.heading, heading.name.text == name else { continue }
    let readers = programs.map { (program: $0, all: Reads(of: $0).readers) }
    let own = readers.lazy.compactMap { program, all in
      all.first { $0.name == name }.map { (program: program, reader: $0) }
    }.first
    return NamePage(
      policy: policy.name.text, keyword: heading.keyword, name: name, label: heading.label?.plain,
      place: heading.name.span, words: policy.words(ofDeclaration: position, in: text),
      clauses: own.map { clauses($0.reader.citations, of: $0.program) } ?? [], reads: own?.reader.names ?? [],
      readBy: readers.flatMap(\.all).filter { $0.names.contains(name) }.map(\.name).removingDuplicates)
  }
  return nil
}

/// The names a policy declares, by what they are, in the order of the file.
package func declaredNames(in policy: PolicySyntax) -> [(keyword: String, names: [String])] {
  var groups: [(keyword: String, names: [String])] = []
  for heading in policy.declarations.compactMap(\.heading) {
    if let position = groups.firstIndex(where: { $0.keyword == heading.keyword }) {
      groups[position].names.append(heading.name.text)
    } else {
      groups.append((heading.keyword, [heading.name.text]))
    }
  }
  return groups
}

/// Every name that has a page in a policy, in the order of the file.
package func namesToExplain(in policy: PolicySyntax) -> [String] {
  policy.declarations.compactMap { $0.heading?.name.text }
}

private func clauses(_ citations: [Program.Reasons.Citation], of program: Program) -> [NamePage.Clause] {
  citations.compactMap { citation in
    guard program.sources.indices.contains(citation.source) else { return nil }
    let source = program.sources[citation.source]
    return NamePage.Clause(
      source: source.name, label: source.label, place: citation.place, words: citation.text)
  }
}
