package import RedressDiagnostics
package import RedressSyntax

/// All parsed policies of a rule book with the texts of the documents they cite.
package struct RuleBookSyntax: Sendable {
  /// A document as a policy's file names it.
  package struct DocumentReference: Hashable, Sendable {
    package let policyFile: SourceID
    /// As written in `source … in "path"`.
    package let path: String

    package init(policyFile: SourceID, path: String) {
      self.policyFile = policyFile
      self.path = path
    }
  }

  /// Each policy's file is the source its name stands in.
  package var policies: [PolicySyntax]
  /// The documents at hand; one that is absent could not be read.
  package var documents: [DocumentReference: SourceDocument]
  /// The rows of the tables that live in files of their own; one that is absent could not be read.
  package var tables: [DocumentReference: TableSyntax.Rows]
  /// Files of tables about which something was said already, and which have no rows here.
  package var reportedTables: Set<DocumentReference> = []

  package init(
    policies: [PolicySyntax], documents: [DocumentReference: SourceDocument] = [:],
    tables: [DocumentReference: TableSyntax.Rows] = [:]
  ) {
    self.policies = policies
    self.documents = documents
    self.tables = tables
  }

  /// Every document the policies speak of, in the order of the files; what a loader has to read.
  package static func documentReferences(of policies: [PolicySyntax]) -> [DocumentReference] {
    var seen: Set<DocumentReference> = []
    var result: [DocumentReference] = []
    for policy in policies {
      for case .source(let source) in policy.declarations {
        guard let path = source.path?.plain else { continue }
        let reference = DocumentReference(policyFile: policy.name.span.source, path: path)
        if seen.insert(reference).inserted { result.append(reference) }
      }
    }
    return result
  }

  /// Every file that holds the rows of a table, in the order of the files; what a loader has to read.
  package static func tableReferences(of policies: [PolicySyntax]) -> [DocumentReference] {
    var seen: Set<DocumentReference> = []
    var result: [DocumentReference] = []
    for policy in policies {
      for case .table(let table) in policy.declarations {
        guard case .file(let text) = table.content, let path = text.plain else { continue }
        let reference = DocumentReference(policyFile: policy.name.span.source, path: path)
        if seen.insert(reference).inserted { result.append(reference) }
      }
    }
    return result
  }
}

/// What the checker makes of a policy.
package struct CheckResult: Sendable {
  /// Nil where there is any problem.
  package let policy: CheckedPolicy?
  /// In the order of the files and their text.
  package let problems: [CheckProblem]

  package init(policy: CheckedPolicy?, problems: [CheckProblem]) {
    self.policy = policy
    self.problems = problems
  }
}
