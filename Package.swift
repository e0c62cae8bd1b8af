// swift-tools-version: 6.2
import PackageDescription

/// Folders are layers. A target imports lower layers and what its row names, never sideways or up:
/// System < Base < Bridges < Domain < Documents < Store < App. See ARCHITECTURE.md.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .strictMemorySafety()]

func target(_ layer: String, _ name: String, _ dependencies: [String] = []) -> Target {
    .target(
        name: name, dependencies: dependencies.map { .byName(name: $0) },
        path: "Sources/\(layer)/\(name)", swiftSettings: strict)
}

func tests(_ layer: String, _ name: String, _ dependencies: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: ([name] + dependencies).map { .byName(name: $0) },
        path: "Tests/\(layer)/\(name)Tests", swiftSettings: strict)
}

func library(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig,
        providers: [.apt([apt])])
}

let package = Package(
    name: "bijak",
    products: [
        .executable(name: "bijak", targets: ["CLI"]),
        .executable(name: "bijak-bench", targets: ["Bench"]),
        // Loaded into `bijak` by tests that let disks fail under it; part of no program.
        .library(name: "bijak-faults", type: .dynamic, targets: ["CFaults"]),
    ],
    targets: [
        // System: C libraries of Debian, module map and shim only.
        .systemLibrary(
            name: "CHaru", path: "Sources/System/CHaru", providers: [.apt(["libhpdf-dev"])]),
        .systemLibrary(name: "CLinux", path: "Sources/System/CLinux"),
        library("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev"),
        library("CHarfBuzz", pkgConfig: "harfbuzz-subset", apt: "libharfbuzz-dev"),
        .systemLibrary(
            name: "CUnibreak", path: "Sources/System/CUnibreak",
            providers: [.apt(["libunibreak-dev"])]),
        library("CFriBidi", pkgConfig: "fribidi", apt: "libfribidi-dev"),
        .systemLibrary(
            name: "CQREncode", path: "Sources/System/CQREncode",
            providers: [.apt(["libqrencode-dev"])]),
        library("CJPEG", pkgConfig: "libjpeg", apt: "libjpeg62-turbo-dev"),
        library("CQPDF", pkgConfig: "libqpdf", apt: "libqpdf-dev"),
        library("CPNG", pkgConfig: "libpng", apt: "libpng-dev"),
        library("CLibXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
        library("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
        library("CCrypto", pkgConfig: "libcrypto", apt: "libssl-dev"),

        // Base: no C, no Foundation.
        target("Base", "Money"),
        target("Base", "Diagnostics"),
        target("Base", "Formats", ["Money", "Diagnostics"]),

        // Bridges: C libraries behind safe owners.
        target("Bridges", "XML", ["CLibXML2"]),
        target("Bridges", "Typography", ["CHarfBuzz", "CUnibreak", "CFriBidi"]),
        target("Bridges", "Symbols", ["CQREncode"]),
        target("Bridges", "Images", ["CJPEG", "CPNG"]),
        target("Bridges", "PDF", ["CHaru", "CDeflate"]),
        target("Bridges", "PDFReading", ["CQPDF"]),
        target("Bridges", "Database", ["CSQLite"]),
        target("Bridges", "Crypto", ["CCrypto"]),
        target("Bridges", "Zip", ["CDeflate"]),

        // Domain: the trade itself, pure.
        target("Domain", "Trade", ["Money", "Diagnostics", "Formats"]),
        target("Domain", "Tax", ["Money", "Diagnostics", "Formats", "Trade"]),
        target("Domain", "Invoicing", ["Money", "Diagnostics", "Formats", "Trade", "Tax"]),

        // Documents: what people and machines read.
        target(
            "Documents", "Layout",
            ["Money", "Diagnostics", "Formats", "XML", "Typography", "Symbols", "Images"]),
        target("Documents", "Rendering", ["Layout", "Typography", "Images", "PDF"]),
        target(
            "Documents", "EInvoice",
            [
                "Money", "Diagnostics", "Formats", "Crypto", "XML", "PDFReading", "Trade", "Tax",
                "Invoicing",
            ]),

        // Store: what must not be lost.
        target("Store", "Archive", ["Database", "Crypto", "Money"]),
        target(
            "Store", "Books",
            ["Database", "Money", "Diagnostics", "Formats", "Trade", "Tax", "Invoicing"]),

        // App: the only layer that meets the outside.
        target(
            "App", "Workflows",
            [
                "CLinux", "Money", "Diagnostics", "Formats", "XML", "Typography", "Symbols",
                "Database", "Images", "Crypto", "Trade", "Tax", "Invoicing", "Layout", "Rendering",
                "PDF", "PDFReading", "EInvoice", "Zip",
                "Archive",
                "Books",
            ]),
        .executableTarget(
            name: "CLI",
            dependencies: [
                "CLinux", "Money", "Diagnostics", "Formats", "Database", "Trade", "Layout",
                "EInvoice", "Archive", "Books",
                "Workflows",
            ],
            path: "Sources/App/CLI", swiftSettings: strict),
        .executableTarget(
            name: "Bench",
            dependencies: [
                "Money", "Diagnostics", "Formats", "XML", "Typography", "PDF", "Database",
                "Crypto", "Trade", "Invoicing", "Layout", "Rendering", "EInvoice", "Archive",
                "Books",
                "Workflows",
            ],
            path: "Sources/App/Bench", swiftSettings: strict),

        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
        .target(name: "CFaults", path: "Tests/CFaults"),
        // Inputs as nobody would write them: tried by tests with a seed, by `make fuzz` at length.
        .target(
            name: "Hostile",
            dependencies: [
                "Diagnostics", "Formats", "Images", "Invoicing", "Layout", "TestSupport",
                "Typography",
            ],
            path: "Tests/Hostile", swiftSettings: strict),
        tests("Base", "Money", ["TestSupport"]),
        tests("Base", "Diagnostics"),
        tests("Base", "Formats", ["Money", "Diagnostics", "TestSupport"]),
        tests("Bridges", "XML"),
        tests("Bridges", "Typography", ["TestSupport"]),
        tests("Bridges", "Symbols"),
        tests("Bridges", "Images", ["Hostile", "TestSupport"]),
        tests("Bridges", "PDF", ["Typography"]),
        tests("Bridges", "PDFReading", ["PDF", "TestSupport"]),
        tests("Bridges", "Database"),
        tests("Bridges", "Crypto"),
        tests("Bridges", "Zip", ["TestSupport"]),
        tests(
            "Domain", "Trade", ["Diagnostics", "Formats", "Invoicing", "Money", "TestSupport"]),
        tests("Domain", "Tax", ["Diagnostics", "Formats", "Money", "Trade"]),
        tests(
            "Domain", "Invoicing",
            ["Diagnostics", "Formats", "Money", "Tax", "TestSupport", "Trade"]),
        tests(
            "Documents", "Layout",
            [
                "Crypto", "Diagnostics", "Formats", "Hostile", "Images", "Money", "TestSupport",
                "Typography", "XML",
            ]),
        tests("Documents", "Rendering", ["Images", "Layout", "PDF", "Typography"]),
        tests(
            "Documents", "EInvoice",
            [
                "Money", "Diagnostics", "Formats", "XML", "PDF", "PDFReading", "Trade",
                "Invoicing", "TestSupport",
            ]),
        tests("Store", "Archive", ["Books", "Crypto", "Database", "Money"]),
        tests(
            "Store", "Books",
            ["Archive", "Database", "Diagnostics", "Formats", "Money", "Trade"]),
        tests(
            "App", "Workflows",
            [
                "Archive", "Books", "Diagnostics", "EInvoice", "Formats", "Money", "TestSupport",
                "Trade",
            ]),
        tests("App", "CLI", ["Crypto", "Database", "Diagnostics", "Formats", "TestSupport"]),
        .testTarget(name: "TidyTests", path: "Tests/TidyTests", swiftSettings: strict),
    ]
)

// Links only with libFuzzer, which `make fuzz` asks the compiler for.
if Context.environment["BIJAK_FUZZ"] != nil {
    package.products.append(.executable(name: "bijak-fuzz", targets: ["Fuzz"]))
    package.targets += [
        .systemLibrary(name: "CFuzzer", path: "Tests/CFuzzer"),
        .executableTarget(
            name: "Fuzz", dependencies: ["CFuzzer", "Hostile", "TestSupport"], path: "Tests/Fuzz",
            swiftSettings: strict,
            // gold ends with an internal error over libFuzzer's debugging information.
            linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
    ]
}
