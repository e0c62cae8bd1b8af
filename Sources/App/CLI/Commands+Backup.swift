import Diagnostics
import Formats
import Workflows

extension Command {
    static let backup = Command(
        name: "backup", summary: "copy the books of one moment, checked, while others may issue",
        arguments: "DIR", options: [],
        details: """
            DIR has the same form as the books: the database, the files that it names, what pages
            are made with, the books' own templates. It is checked as verify checks before the end.
            Into the same DIR only what is new or changed is copied. The head at the end is worth
            writing down.

            example:
              bijak backup /mnt/backup/books
            """
    ) { invocation in
        let folder = try invocation.single(
            invocation.arguments, "where to?", "bijak backup DIR")
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let outcome = try BackingUp(books, world: invocation.world()).run(to: folder)
        return Answer(
            value: .record {
                $0.add("copied", .integer(outcome.copied))
                $0.add("unchanged", .integer(outcome.unchanged))
                $0.add("findings", .integer(outcome.verified.findings))
                $0.add("formerKept", .flag(outcome.isFormerKept))
                $0.add("head", outcome.verified.head)
            },
            text: "\(counted(outcome.copied, "file")) copied, \(outcome.unchanged) unchanged\n"
                + verdict(outcome),
            hasErrors: !outcome.isWhole)
    }

    private static func verdict(_ outcome: BackingUp.Outcome) -> String {
        if outcome.isFormerKept {
            return "the copy is not whole and was dropped: the former backup stays as it was\n"
                + "  hint: a new folder takes the books as they are\n"
        }
        return (outcome.isWhole ? "checked: all is sound\n" : "the backup is not whole\n")
            + "head \(outcome.verified.head)\n"
    }

    static let restore = Command(
        name: "restore", summary: "make books of a backup, in a new folder, checked",
        arguments: "DIR", options: [],
        details: """
            --books says where; nothing may be there. The books have that name only when everything
            was checked; what is not whole stays beside it as NEW.restoring, with findings that say
            what is wrong.

            example:
              bijak --books books-restored restore /mnt/backup/books
            """
    ) { invocation in
        let usage = "bijak --books NEW restore DIR"
        let backup = try invocation.single(invocation.arguments, "which backup?", usage)
        let folder = try invocation.required("books", usage)
        let outcome = try Restoring(world: invocation.world()).run(from: backup, to: folder)
        return Answer(
            value: .record {
                $0.add("folder", outcome.folder)
                $0.add("files", .integer(outcome.files))
                $0.add("findings", .integer(outcome.verified.findings))
                $0.add("head", outcome.verified.head)
            },
            text: outcome.isWhole
                ? "\(counted(outcome.files, "file")) in \(outcome.folder); checked: all is sound\n"
                    + "head \(outcome.verified.head)\n"
                : "not restored: what there is lies in \(outcome.folder)\n",
            hasErrors: !outcome.isWhole)
    }
}
