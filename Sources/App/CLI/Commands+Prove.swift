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
            or different and where. Each later page of them, a copy or one marked as cancelled, is
            made and held against the filed one in the same way, from what it was made with. What
            was made before that was kept is said so.

            examples:
              bijak prove NV/26-27/00001
              bijak prove --customer C-1001 --period FY2026-27
            """
    ) { invocation in
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let search = try search(invocation, Finding(books))
        var rows: [[String]] = []
        var values: [Value] = []
        var (proven, failed) = (0, 0)
        var lacking: [Proving.Proof.Lack: Int] = [:]
        try Proving(books, world: invocation.world()).run(invocation.arguments, search) { proof in
            rows.append([proof.number, proof.name, proof.text])
            values.append(proof.value)
            if let lack = proof.lacks {
                lacking[lack, default: 0] += 1
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
                $0.add("withoutRecipe", .integer(lacking[.recipe] ?? 0))
                $0.add("withoutMarks", .integer(lacking[.page] ?? 0))
                $0.add("different", .integer(failed))
            },
            text: printableTable(rows)
                + "\(proven) proven, \(failed) different, \(lacking[.recipe] ?? 0) without recipe"
                + (lacking[.page].map { ", \($0) with a recipe that names no marks" } ?? "") + "\n",
            hasErrors: failed > 0)
    }
}

extension Proving.Proof {
    /// The page of a document that has several.
    fileprivate var name: String {
        if rendition == 1 { return "as issued" }
        let marks = page.isEmpty ? "" : " (\(page.joined(separator: ", ")))"
        return "rendition \(rendition)\(marks)"
    }

    fileprivate var text: String {
        switch lacks {
        case .recipe: return "from before it was kept what pages are made with"
        case .page: return "from before it was kept what later pages are marked as"
        case nil: break
        }
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
            $0.add("rendition", .integer(rendition))
            $0.add("page", .list(page.map(Value.text)))
            $0.add("hasRecipe", .flag(lacks != .recipe))
            $0.add("lacks", lacks?.rawValue)
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
