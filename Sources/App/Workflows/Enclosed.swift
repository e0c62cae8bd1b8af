import Invoicing
import PDF

/// What travels inside a page: the e-invoice of a hybrid, and the document's attachments.
struct Enclosed {
    var hybrid: HybridInvoice?
    /// With their content.
    var attachments: [Invoice.Attachment] = []

    /// What the page's metadata says of it.
    var schemas: [XMPSchema] { hybrid.map { [$0.schema] } ?? [] }

    /// The files, the e-invoice first.
    ///
    /// - Parameter date: of issue.
    func files(date: String) -> [AttachedFile] {
        let supplements = attachments.map { attachment in
            AttachedFile(
                name: attachment.name, mimeType: attachment.mimeType, relationship: .supplement,
                description: attachment.description ?? attachment.name,
                bytes: attachment.bytes ?? [], modificationDate: date)
        }
        return (hybrid.map { [$0.attachment(date: date)] } ?? []) + supplements
    }
}
