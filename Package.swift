// swift-tools-version: 6.2

import PackageDescription

// `SVODKA_STRICT=1` makes warnings errors, as CI has it. It is not the default: a newer compiler with a new
// warning must not break the build of those who depend on this package.
let strict: [SwiftSetting] =
  Context.environment["SVODKA_STRICT"] == "1" ? [.treatAllWarnings(as: .error)] : []

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + strict

// `SVODKA_FUZZ=1` adds the fuzzer's target, which links only with `--sanitize fuzzer`, and makes the command a library
// for it; see Sources/svodka-fuzz.
let isFuzzing = Context.environment["SVODKA_FUZZ"] == "1"

// A target names all that it imports: one that is left out is not compiled again when a type there has grown.
let commandDependencies: [Target.Dependency] = [
  "StandardRules", "FactExtraction", "FactTesting", "RuleLanguage", "TextEngine", "CDecompression",
  .product(name: "ArgumentParser", package: "swift-argument-parser"),
]

let command: [Target] =
  isFuzzing
  ? [
    .target(
      name: "svodka", dependencies: commandDependencies,
      swiftSettings: settings + [.define("SVODKA_FUZZ")]),
    .executableTarget(
      name: "svodka-fuzz",
      dependencies: [
        "StandardRules", "FactExtraction", "RuleLanguage", "TextEngine", "svodka",
      ],
      exclude: ["README.md"], swiftSettings: settings),
  ]
  : [
    .executableTarget(
      name: "svodka", dependencies: commandDependencies, swiftSettings: settings)
  ]

let package = Package(
  name: "svodka",
  products: [
    .library(name: "Svodka", targets: ["StandardRules", "FactExtraction"]),
    .library(name: "FactTesting", targets: ["FactTesting"]),
  ] + (isFuzzing ? [] : [.executable(name: "svodka", targets: ["svodka"])]),
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // MARK: Data and C
    .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
    .target(
      name: "CLexicon", exclude: ["LICENSE-DATA.md", "lexicon.bin"]),
    .target(name: "CStandardRules", exclude: ["program.bin"]),
    // Before glibc 2.34, loading a library at run time was in a library of its own.
    .target(name: "CDecompression", linkerSettings: [.linkedLibrary("dl")]),

    // MARK: The library, lowest floor first
    .target(name: "TextEngine", dependencies: ["CICU"], swiftSettings: settings),
    .target(name: "RuleLanguage", dependencies: ["TextEngine"], swiftSettings: settings),
    .target(
      name: "FactExtraction", dependencies: ["RuleLanguage", "TextEngine"],
      exclude: ["Output/svodka-1.schema.json"], swiftSettings: settings),
    .target(
      name: "StandardRules",
      dependencies: [
        "FactExtraction", "RuleLanguage", "TextEngine", "CLexicon", "CStandardRules",
      ],
      swiftSettings: settings),
    .target(
      name: "FactTesting", dependencies: ["FactExtraction", "RuleLanguage", "TextEngine"],
      swiftSettings: settings),

    // MARK: Commands
    .executableTarget(
      name: "svodka-bench",
      dependencies: [
        "StandardRules", "FactExtraction", "FactTesting", "RuleLanguage", "TextEngine", "CICU",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "svodka-lexicon", dependencies: ["TextEngine"],
      exclude: ["README.md", "dump.py", "build.sh", "names.tsv"], swiftSettings: settings),

    // MARK: Tests
    .testTarget(
      name: "TextEngineTests", dependencies: ["TextEngine", "RuleLanguage", "StandardRules"],
      exclude: ["Morphology/Samples"], swiftSettings: settings),
    .testTarget(
      name: "RuleLanguageTests", dependencies: ["RuleLanguage", "StandardRules", "TextEngine"],
      swiftSettings: settings),
    .testTarget(
      name: "FactExtractionTests",
      dependencies: [
        "FactExtraction", "StandardRules", "FactTesting", "RuleLanguage", "TextEngine",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "FactTestingTests",
      dependencies: [
        "FactTesting", "StandardRules", "FactExtraction", "RuleLanguage", "TextEngine",
      ],
      exclude: ["Reports/Golden"], swiftSettings: settings),
    .testTarget(
      name: "StandardRulesTests",
      dependencies: [
        "StandardRules", "FactTesting", "FactExtraction", "RuleLanguage", "TextEngine",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["svodka", "FactExtraction"],
      exclude: ["Faults/faults.c", "Scale", "Spark/pipe_facts.py"],
      swiftSettings: settings),
    .testTarget(
      name: "LexiconTests",
      dependencies: ["svodka-lexicon", "FactExtraction", "StandardRules", "TextEngine"],
      swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
  ] + command,
  swiftLanguageModes: [.v6]
)
