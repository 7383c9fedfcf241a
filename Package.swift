// swift-tools-version: 6.2
// One section for each target and its tests, in the order data flows; a target depends only on targets declared above it.

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "redress",
  products: [
    .library(name: "Redress", targets: ["Redress"]),
    .executable(name: "redress", targets: ["redress"]),
    .executable(name: "redress-bench", targets: ["redress-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Where is it, and what is wrong with it?
    .target(name: "RedressDiagnostics", swiftSettings: settings),
    .testTarget(name: "RedressDiagnosticsTests", dependencies: ["RedressDiagnostics"], swiftSettings: settings),

    // What is an exact number, a unit, money, a date, a share, and how does it round?
    .target(name: "RedressValues", swiftSettings: settings),
    .testTarget(name: "RedressValuesTests", dependencies: ["RedressValues"], swiftSettings: settings),

    // What does this text say?
    .target(name: "RedressSyntax", dependencies: ["RedressDiagnostics"], swiftSettings: settings),
    .testTarget(
      name: "RedressSyntaxTests", dependencies: ["RedressSyntax", "RedressDiagnostics"], swiftSettings: settings),

    // How is a text laid out?
    .target(name: "RedressFormatting", dependencies: ["RedressDiagnostics", "RedressSyntax"], swiftSettings: settings),
    .testTarget(
      name: "RedressFormattingTests", dependencies: ["RedressDiagnostics", "RedressFormatting", "RedressSyntax"],
      swiftSettings: settings),

    // What does it mean, and does it make sense?
    .target(
      name: "RedressChecker", dependencies: ["RedressDiagnostics", "RedressSyntax", "RedressValues"],
      swiftSettings: settings),
    .testTarget(
      name: "RedressCheckerTests",
      dependencies: ["RedressChecker", "RedressDiagnostics", "RedressSyntax", "RedressValues"],
      swiftSettings: settings),

    // Given a program and facts, what is proposed, and why?
    .target(name: "RedressEngine", dependencies: ["RedressDiagnostics", "RedressValues"], swiftSettings: settings),
    .testTarget(
      name: "RedressEngineTests", dependencies: ["RedressDiagnostics", "RedressEngine", "RedressValues"],
      swiftSettings: settings),

    // How does a checked policy become a program?
    .target(
      name: "RedressCompiler",
      dependencies: ["RedressChecker", "RedressDiagnostics", "RedressEngine", "RedressSyntax", "RedressValues"],
      swiftSettings: settings),

    // What does this case say, and what does it expect?
    .target(
      name: "RedressCases",
      dependencies: ["RedressCompiler", "RedressDiagnostics", "RedressEngine", "RedressSyntax", "RedressValues"],
      swiftSettings: settings),
    .testTarget(
      name: "RedressCompilerTests",
      dependencies: [
        "RedressCases", "RedressChecker", "RedressCompiler", "RedressDiagnostics", "RedressEngine", "RedressSyntax",
        "RedressValues",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RedressCasesTests",
      dependencies: [
        "RedressCases", "RedressChecker", "RedressCompiler", "RedressDiagnostics", "RedressEngine", "RedressSyntax",
        "RedressValues",
      ],
      swiftSettings: settings),

    // How is a proposal shown?
    .target(
      name: "RedressRendering", dependencies: ["RedressDiagnostics", "RedressEngine", "RedressValues"],
      swiftSettings: settings),
    .testTarget(
      name: "RedressRenderingTests",
      dependencies: ["RedressDiagnostics", "RedressEngine", "RedressRendering", "RedressValues"],
      swiftSettings: settings),

    // Which files make up a rule book, and what comes of a case handed over with it?
    .target(
      name: "RedressBook",
      dependencies: [
        "RedressCases", "RedressChecker", "RedressCompiler", "RedressDiagnostics", "RedressEngine", "RedressSyntax",
      ],
      swiftSettings: settings),

    // How does another program ask? The only target with public declarations.
    .target(
      name: "Redress",
      dependencies: [
        "RedressBook", "RedressCases", "RedressDiagnostics", "RedressEngine", "RedressRendering", "RedressValues",
      ],
      swiftSettings: settings),
    .testTarget(name: "RedressTests", dependencies: ["Redress"], swiftSettings: settings),

    // Do the rules do what the examples say?
    .target(
      name: "RedressWorkbench",
      dependencies: [
        "RedressCases", "RedressChecker", "RedressCompiler", "RedressDiagnostics", "RedressEngine", "RedressRendering",
        "RedressSyntax", "RedressValues",
      ],
      swiftSettings: settings),

    // What does the meaning say, read as plainly as it can be? For tests alone: no product carries it.
    .target(
      name: "RedressReference", dependencies: ["RedressChecker", "RedressValues"], path: "Tests/RedressReference",
      swiftSettings: settings),

    // Does anything a person or a program may hand over end a run, take forever or break a promise?
    .target(
      name: "RedressFuzzEntries",
      dependencies: [
        "RedressCases", "RedressChecker", "RedressCompiler", "RedressDiagnostics", "RedressEngine", "RedressFormatting",
        "RedressRendering", "RedressSyntax", "RedressValues", "RedressWorkbench",
      ],
      path: "Fuzzing/Entries",
      swiftSettings: settings),

    // How do people ask? One file a command: options and wiring only.
    .target(
      name: "RedressCommands",
      dependencies: [
        "RedressBook", "RedressCases", "RedressChecker", "RedressCompiler", "RedressDiagnostics", "RedressEngine",
        "RedressFormatting", "RedressRendering", "RedressSyntax", "RedressValues", "RedressWorkbench", argumentParser,
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RedressCommandsTests",
      dependencies: [
        "Redress", "RedressBook", "RedressCases", "RedressChecker", "RedressCommands", "RedressCompiler",
        "RedressDiagnostics", "RedressEngine", "RedressFuzzEntries", "RedressReference", "RedressRendering",
        "RedressSyntax", "RedressValues", "RedressWorkbench",
      ],
      exclude: ["Reference/Policies", "Snippets"],
      swiftSettings: settings),

    .executableTarget(name: "redress", dependencies: ["RedressCommands"], swiftSettings: settings),
    .executableTarget(
      name: "redress-bench",
      dependencies: [
        "RedressCases", "RedressChecker", "RedressCompiler", "RedressDiagnostics", "RedressEngine", "RedressRendering",
        "RedressSyntax", "RedressValues",
      ],
      path: "Benchmarks/redress-bench",
      swiftSettings: settings),
  ]
)

// `FUZZ=1 swift build` builds the fuzzer too; ordinary builds carry no unsafe flags. See Fuzzing/run.sh.
if Context.environment["FUZZ"] != nil {
  let instrument: SwiftSetting = .unsafeFlags(["-sanitize=fuzzer"])
  for target in package.targets where target.type == .regular { target.swiftSettings?.append(instrument) }
  package.targets.append(
    .executableTarget(
      name: "redress-fuzz", dependencies: ["RedressFuzzEntries"], path: "Fuzzing/redress-fuzz",
      swiftSettings: settings + [instrument],
      linkerSettings: [
        .unsafeFlags(["-Xlinker", Context.environment["FUZZER_RUNTIME"] ?? "", "-lstdc++", "-lm"])
      ]))
}
