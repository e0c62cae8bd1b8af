import Archive
import Formats
import Workflows

extension Command {
    static let prove = Command(
        name: "prove", summary: "make issued documents anew from what is kept, and compare",
        arguments: "[NUMBER…]",
        options: [
            Option("customer", "ID", "of one customer"),
            Option("period", "P", "2026-04, 2026-Q1, FY2026-27, 2026-04..2026-06"),
        ],
        details: """
            Page, e-invoices and canonical JSON are made from the archived JSON and the templates,
            words, fonts, logo and settings that were kept when it was issued, and held against what
            was issued: identical, identical once unpacked (as with another version of a library),
            or different and where. Documents from before that was kept are said to have no recipe.

            examples:
              bijak prove NV/26-27/00001
              bijak prove --customer C-1001 --period FY2026-27
            """
    ) { invocation in
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let search = try search(invocation, Finding(books))
        var rows: [[String]] = []
        var values: [Value] = []
        var (proven, open, failed) = (0, 0, 0)
        try Proving(books, world: invocation.world()).run(invocation.arguments, search) { proof in
            rows.append([proof.number, proof.text])
            values.append(proof.value)
            if proof.hasNoRecipe {
                open += 1
            } else if proof.isProven {
                proven += 1
            } else {
                failed += 1
            }
        }
        return Answer(
            value: .record {
                $0.add("documents", .list(values))
                $0.add("proven", .integer(proven))
                $0.add("withoutRecipe", .integer(open))
                $0.add("different", .integer(failed))
            },
            text: printableTable(rows)
                + "\(proven) proven, \(failed) different, \(open) without recipe\n",
            hasErrors: failed > 0)
    }
}

extension Proving.Proof {
    fileprivate var text: String {
        if hasNoRecipe { return "issued before it was kept what pages are made with" }
        if let obstacle { return "not made: \(obstacle)" }
        let parts = files.map { "\($0.kind.rawValue) \($0.verdict.text)" }
        let then = isProven && versions.isEmpty ? "" : Self.then(versions)
        return parts.joined(separator: ", ") + then
    }

    private static func then(_ versions: [String]) -> String {
        versions.isEmpty ? "" : " (made with \(versions.joined(separator: ", ")))"
    }

    fileprivate var value: Value {
        .record {
            $0.add("number", number)
            $0.add("hasRecipe", .flag(!hasNoRecipe))
            $0.add("obstacle", obstacle)
            $0.add(
                "files",
                .list(
                    files.map { file in
                        .record {
                            $0.add("kind", file.kind.rawValue)
                            $0.add("verdict", file.verdict.text)
                        }
                    }))
            $0.add("otherVersions", .list(versions.map(Value.text)))
        }
    }
}

extension Proving.Verdict {
    fileprivate var text: String {
        switch self {
        case .identical: "identical"
        case .sameContent: "identical once unpacked"
        case .different(let place): "different, \(place)"
        }
    }
}
