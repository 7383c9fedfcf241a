// swift-tools-version: 6.2
// The rules of the portfolio written by hand: as fast as they go on one core, to measure everything else by.

import PackageDescription

let package = Package(
  name: "portfolio-limit",
  targets: [
    .executableTarget(
      name: "PortfolioLimit",
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ]
)
