import Diagnostics
import EInvoice
import Formats
import Workflows

extension Command {
    static let validate = Command(
        name: "validate", summary: "hold e-invoices against the rules of their specification",
        arguments: "FILE|FOLDER…",
        options: [
            Option("rules", "NAMES", "these rules, several with commas; listed below"),
            Option("results", "FILE", "write the rules that each file breaks as JSON"),
        ],
        details: """
            Reads UBL, CII, and pages with one inside (Factur-X, ZUGFeRD). Which rules are asked is what the
            document says of itself (BT-24), unless --rules names them; with --rules a part of an invoice can
            be judged. A folder stands for the .xml and .pdf files in it and below, without the pages that
            have no e-invoice. Nothing is written but what --results asks for, and no network is needed.
            Rules: \(ruleSets).

            examples:
              bijak validate invoice.ubl.xml
              bijak validate --rules en16931 --json received/
            """
    ) { invocation in
        guard !invocation.arguments.isEmpty else {
            throw UsageError("which files?", hint: "bijak validate FILE|FOLDER…")
        }
        let sets = try invocation.options["rules"].map(ruleSets)
        let results = try invocation.outputFile("results")
        let judgements = try Validating(reporter: invocation.terminal)
            .run(invocation.arguments, against: sets)
        if let path = results {
            try Validating.write(JSONWriter.bytes(brokenRules(judgements)), to: path)
        }
        return Answer(
            value: .record { record in
                for one in judgements { record.add(one.file, value(one)) }
            },
            text: judgements.map(text).joined() + summary(judgements),
            hasErrors: judgements.contains(where: \.isRefused))
    }

    private static var ruleSets: String {
        RuleSet.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private static func ruleSets(_ names: String) throws -> [RuleSet] {
        try names.split(separator: ",").map { name in
            guard let set = RuleSet(rawValue: String(name)) else {
                throw UsageError("there are no rules \"\(name)\"", hint: "there are \(ruleSets)")
            }
            return set
        }
    }

    private static func brokenRules(_ judgements: [Validating.Judgement]) -> Value {
        .record { record in
            for one in judgements where one.failure == nil {
                let rules = Set(one.findings.map(\.rule)).sorted()
                record.add(one.file, .list(rules.map(Value.text)))
            }
        }
    }

    private static func value(_ one: Validating.Judgement) -> Value {
        if let failure = one.failure {
            return .list([
                .record {
                    $0.add("severity", RuleSeverity.fatal.rawValue)
                    $0.add("message", failure)
                }
            ])
        }
        return .list(
            one.findings.map { finding in
                .record {
                    $0.add("rule", finding.rule)
                    $0.add("severity", finding.severity.rawValue)
                    $0.add("term", finding.term)
                    $0.add("location", finding.location)
                    $0.add("line", .integer(finding.line))
                    $0.add("column", .integer(finding.column))
                    $0.add("message", finding.message)
                    $0.add("values", .list(finding.values.map(Value.text)))
                }
            })
    }

    private static func text(_ one: Validating.Judgement) -> String {
        if let failure = one.failure { return "\(failure)\n" }
        return one.findings.map { finding in
            let term = finding.term.map { " (\($0))" } ?? ""
            let values = finding.values.map { "  \($0)\n" }.joined()
            return "\(one.file):\(finding.line):\(finding.column): \(finding.severity.rawValue)"
                + "[\(finding.rule)] \(finding.message)\(term)\n  at \(finding.location)\n\(values)"
        }.joined()
    }

    private static func summary(_ judgements: [Validating.Judgement]) -> String {
        let refused = judgements.count(where: \.isRefused)
        let warned = judgements.count { !$0.isRefused && !$0.findings.isEmpty }
        return
            "\(counted(judgements.count, "file")): \(judgements.count - refused - warned) sound, "
            + "\(warned) with warnings, \(refused) refused\n"
    }
}
