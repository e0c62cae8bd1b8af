import Formats
import Workflows

extension Command {
    static let read = Command(
        name: "read", summary: "show an e-invoice: UBL, CII, or a page with one inside",
        arguments: "FILE",
        options: [
            Option("attachments", "DIR", "save the files inside it (BG-24) into this folder")
        ],
        details: """
            Shows parties, lines, totals, VAT, payment, notes and attachments, and lists what no term of
            EN 16931 says. Rules are not asked: bijak validate does that. Names of attachments are reduced
            to letters, digits, -, _ and .; nothing is written over. With --json the terms stand by their
            numbers, as docs/e-invoices.md has them.

            examples:
              bijak read invoice.xml
              bijak read invoice.pdf --attachments received
            """
    ) { invocation in
        let path = try invocation.single(
            invocation.arguments, "which file?", "bijak read FILE [--attachments DIR]")
        let folder = try invocation.options["attachments"].map {
            try OutputPlace.folder($0, "--attachments")
        }
        let receiving = Receiving(reporter: invocation.terminal)
        guard let reading = try receiving.read(path), let invoice = reading.invoice else {
            return Answer(value: .null, text: "", hasErrors: true)
        }
        var saved: [String] = []
        if let folder {
            saved = try receiving.save(attachmentsOf: invoice, to: folder)
        }
        return Answer(
            value: .record {
                $0.add("invoice", invoice.value)
                $0.add("saved", saved.isEmpty ? nil : .list(saved.map(Value.text)))
            },
            text: invoice.text + saved.map { "saved \($0)\n" }.joined(),
            hasErrors: reading.hasErrors)
    }
}
