import EInvoice
import Formats
import Trade
import Workflows

extension Command {
    static let convert = Command(
        name: "convert", summary: "write an e-invoice in another syntax or profile",
        arguments: "FILE",
        options: [
            Option("to", "SYNTAX", targets),
            Option("profile", "NAME", "\(profiles); default: the document's own"),
            Option("template", "NAME", "facturx: the page's template (default modern)"),
            Option(
                "language", "CODE", "facturx: the page's words (default: of the seller's country)"),
            Option("output", "FILE", "where to (default: standard output; a page needs it)"),
        ],
        details: """
            Terms are kept as they are, and what the target has no place for is told, term by term. Nothing
            is written where something could not be read. Rules are not asked: hold the result against them
            with bijak validate. facturx makes a page from the terms and puts the e-invoice inside it; a
            page that it came in is not used.

            examples:
              bijak convert invoice.cii.xml --to ubl --output invoice.ubl.xml
              bijak convert invoice.ubl.xml --to cii --profile xrechnung
              bijak convert invoice.ubl.xml --to facturx --output invoice.pdf
              bijak convert invoice.pdf --to json
            """
    ) { invocation in
        let usage = "bijak convert FILE --to \(targets) [--output FILE]"
        let path = try invocation.single(invocation.arguments, "which file?", usage)
        let name = try invocation.required("to", usage)
        guard let target = Converting.Target(rawValue: name) else {
            throw UsageError("there is no syntax \"\(name)\"", hint: "there are \(targets)")
        }
        let form = try invocation.options["profile"].map { try Command.form($0, of: target) }
        let output = try invocation.outputFile("output")
        if target == .facturx, output == nil {
            throw UsageError("a page is written to a file", hint: "--output invoice.pdf")
        }
        guard let reading = try Receiving(reporter: invocation.terminal).read(path),
            let invoice = reading.invoice, !reading.hasErrors
        else { return Answer(value: .null, text: "", hasErrors: true) }
        let converting = Converting(reporter: invocation.terminal)
        var bytes = try converting.document(
            of: invoice, as: target, form: form)
        if target == .facturx, let xml = bytes {
            bytes = try converting.page(
                of: invoice, xml, form: form, template: invocation.options["template"],
                language: invocation.options["language"], invocation.world().resources())
        }
        guard let bytes else { return Answer(value: .null, text: "", hasErrors: true) }
        guard let output else {
            if invocation.switches.contains("json") {
                return Answer(value: .text(String(decoding: bytes, as: UTF8.self)), text: "")
            }
            invocation.terminal.print(bytes)
            return Answer(value: .null, text: "")
        }
        try Converting.write(bytes, to: output)
        return Answer(value: .record { $0.add("file", output) }, text: "\(output)\n")
    }

    private static var targets: String {
        Converting.Target.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private static var profiles: String {
        Converting.profiles.map(\.key).joined(separator: ", ")
    }

    private static func form(
        _ profile: String, of target: Converting.Target
    ) throws -> EInvoiceForm {
        guard let forms = Converting.profiles.first(where: { $0.key == profile })?.value else {
            throw UsageError("there is no profile \"\(profile)\"", hint: "there are \(profiles)")
        }
        if let form = forms[target] { return form }
        let targets = forms.keys.map(\.rawValue).sorted().joined(separator: ", ")
        throw UsageError(
            "\(target.rawValue) has no profile \"\(profile)\"", hint: "it is one of \(targets)")
    }
}
