import Foundation
import TestSupport

/// Official examples, which are not part of the repository: the folder that `BIJAK_CORPUS` names, or
/// the one that lies beside it.
enum Corpus {
    static let folder =
        ProcessInfo.processInfo.environment["BIJAK_CORPUS"] ?? repositoryPath("../shared/corpus")

    static func has(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/\(name)")
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
    }

    /// The XML files of a folder and those in it, by their paths from there.
    static func files(_ name: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(name)")
            .filter { $0.hasSuffix(".xml") }.sorted()
    }
}
