// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "library-example",
  dependencies: [.package(name: "redress", path: "../..")],
  targets: [
    .executableTarget(name: "quote-many", dependencies: [.product(name: "Redress", package: "redress")])
  ]
)
