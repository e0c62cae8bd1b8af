import Archive
import Books
import Diagnostics
import Formats
import Workflows

extension Command {
    static let fetch = Command(
        name: "fetch", summary: "copy archived files as they were issued", arguments: "[NUMBER…]",
        options: searchOptions + [
            Option("kind", "KIND", "pdf, ubl (or xml), cii, json, inv01; default all"),
            Option("output", "DIR", "where to (default .)"),
            Option("zip", "FILE", "into one ZIP with an index, instead of a folder"),
            Option("index", nil, "index.html and index.csv in the folder too"),
        ],
        details: """
            The bytes are checked against the digests in the books before they are handed out. Files
            whose names would meet lie in folders CUSTOMER/MONTH, as in the archive. The index has
            number, date, customer, amounts, files and their SHA-256. A ZIP of the same documents
            always has the same bytes.

            examples:
              bijak fetch NV/26-27/00001 --kind pdf --output dispute
              bijak fetch --customer C-1001 --period 2026-Q2 --zip q2.zip
            """
    ) { invocation in
        let target = try fetchTarget(invocation)
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let request = try fetchRequest(target, invocation, Finding(books))
        let list =
            invocation.switches.contains("json") ? ListStream("fetch", invocation.terminal) : nil
        let count = try Fetching(books, world: invocation.world()).run(request) { copy in
            if list == nil { invocation.terminal.show("\(copy.path)\n") }
            list?.add(
                .record {
                    $0.add("number", copy.number)
                    $0.add("kind", copy.file.kind.rawValue)
                    $0.add("path", copy.path)
                    $0.add("size", .integer(copy.file.size))
                })
        }
        list?.finish()
        return Answer(value: .null, text: counted(count, "file") + "\n", isPrinted: list != nil)
    }

    private static func fetchTarget(_ invocation: Invocation) throws -> Fetching.Target {
        guard let file = try invocation.outputFile("zip") else {
            return .folder(try invocation.outputFolder("output", default: "."))
        }
        if invocation.options["output"] != nil { throw UsageError("--zip or --output, not both") }
        return .zip(file)
    }

    private static func fetchRequest(
        _ target: Fetching.Target, _ invocation: Invocation, _ finding: Finding
    ) throws -> Fetching.Request {
        let options = invocation.options
        var request = Fetching.Request(to: target)
        request.numbers = invocation.arguments
        request.search = try search(invocation, finding)
        request.hasIndex = invocation.switches.contains("index")
        if request.numbers.isEmpty, searchOptions.allSatisfy({ options[$0.name] == nil }) {
            throw UsageError("which documents?", hint: "give numbers, or --customer and --period")
        }
        if let name = options["kind"] {
            request.kind = Archive.FileKind(rawValue: name == "xml" ? "ubl" : name)
            if request.kind == nil {
                throw UsageError("there is no kind \"\(name)\"", hint: "pdf, ubl, cii, json, inv01")
            }
        }
        return request
    }
}
