import EInvoice
import Foundation
import Testing
import XML

/// The checker says of the official cases what their publishers say.
@Suite struct OfficialCasesTests {
    private struct Manifest: Decodable {
        struct Case: Decodable {
            struct Expectation: Decodable {
                let rule: String
                /// `success` where the rule must hold.
                let expect: String
            }

            let instance: String
            let expect: [Expectation]
        }

        let instances: [Case]
    }

    @Test(.enabled(if: Corpus.has("en16931-units"), "the official cases are not here"))
    func everyUnitCaseComesOutRight() throws {
        let bytes = try Corpus.bytes("en16931-units/manifest.json")
        let cases = try JSONDecoder().decode(Manifest.self, from: Data(bytes)).instances
        var (count, wrong): (Int, [String]) = (0, [])
        for one in cases {
            let broken = Set(try findings("en16931-units/\(one.instance)", [.en16931]).map(\.rule))
            for wanted in one.expect {
                count += 1
                if broken.contains(wanted.rule) == (wanted.expect == "success") {
                    wrong.append("\(one.instance): \(wanted.rule) \(wanted.expect)")
                }
            }
        }
        #expect(count == 1142)
        #expect(wrong == [])
    }

    /// Fatal findings that are right: what the examples break.
    private static let broken = [
        // A Swedish number that somebody made up, in three places.
        "ubl/examples/issue116.xml": ["PEPPOL-COMMON-R049": 3]
    ]

    @Test(
        .enabled(
            if: Corpus.has("en16931-examples") && Corpus.has("xrechnung-business"),
            "the official examples are not here"),
        arguments: ["en16931-examples", "xrechnung-business"])
    func theExamplesAreSound(folder: String) throws {
        let files = try Corpus.files(folder)
        #expect(files.count > 30)
        for file in files {
            let fatal = try findings("\(folder)/\(file)").filter { $0.severity == .fatal }
            let counts = Dictionary(grouping: fatal, by: \.rule).mapValues(\.count)
            #expect(counts == Self.broken[file] ?? [:], "\(file)")
        }
    }

    private func findings(_ file: String, _ sets: [RuleSet]? = nil) throws -> [RuleFinding] {
        let root = try XMLElement.parse(bytes: Corpus.bytes(file), name: file)
        return try #require(RuleChecker.findings(in: root, against: sets))
    }
}
