import Diagnostics
import Formats
import Invoicing
import Testing

@Suite struct AttachmentTests {
    private func attachment(_ name: String, _ description: String? = nil) -> Invoice.Attachment {
        Invoice.Attachment(
            name: name, mimeType: "application/pdf", description: description, size: 7,
            sha256: String(repeating: "0", count: 64))
    }

    private func invoice() throws -> Invoice {
        try Shop.europe().bill(
            order(["standard 3 10.5"], customer: "LOCAL", currency: "EUR")
        ).numbered("A/26-27/00001")
    }

    @Test(
        "What travels is in the canonical JSON by name, kind, size and digest, without its content")
    func canonical() throws {
        var sheet = attachment("hours.pdf", "Hours, April")
        sheet.bytes = Array("secret!".utf8)
        let written = try invoice().attaching([sheet, attachment("pod.pdf")]).value.canonicalBytes
        let text = String(decoding: written, as: UTF8.self)
        #expect(text.contains("\"name\": \"hours.pdf\"") && !text.contains("secret"))
        let tree = try JSONReader.read(SourceText(name: "invoice.json", bytes: written))
        let read = try Invoice(canonical: tree).attachments
        #expect(read.map(\.name) == ["hours.pdf", "pod.pdf"])
        #expect(read.map(\.description) == ["Hours, April", nil])
        #expect(read.allSatisfy { $0.size == 7 && $0.bytes == nil && $0.sha256.utf8.count == 64 })
    }

    @Test("Names of attachments of several orders differ, whatever their case")
    func names() throws {
        let invoice = try invoice().attaching([
            attachment("pod.pdf"), attachment("POD.pdf"), attachment("pod-2.pdf"),
            attachment("pod.pdf"), attachment("plain"), attachment("plain"),
        ])
        #expect(
            invoice.attachments.map(\.name) == [
                "pod.pdf", "POD-2.pdf", "pod-2-2.pdf", "pod-3.pdf", "plain", "plain-2",
            ])
    }
}
