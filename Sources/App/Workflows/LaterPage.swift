import Books
import Database
import Formats

/// What is printed on a page that is made of a document after its issue, beside what the document
/// says: its mark, why it was cancelled, what India's registration portal gave it.
///
/// The recipe names which of these there are; what they say stands in the books' own rows.
struct LaterPage: Sendable {
    /// What the page is to whoever gets it.
    enum Face: String, CaseIterable {
        /// The document as it is handed over.
        case original
        case copy
        /// One after another all copies that the law wants, each with its own mark.
        case copies
    }

    let face: Face
    /// Why the document was cancelled; `nil` where it stands: then the page asks for money.
    private(set) var cancelled: String?
    private(set) var portalEntry: Value?
    /// The names of what there is, as the recipe has them: `copy cancelled registered`.
    private(set) var names: [String]

    /// The page as it was issued.
    static let asIssued = LaterPage(.original)

    private init(_ face: Face) {
        self.face = face
        names = [face.rawValue]
    }

    /// The page of a document as the books know it now.
    init(
        _ face: Face, of document: Books.Document, in transaction: borrowing Transaction
    ) throws {
        self.init(face)
        if document.state == .cancelled {
            cancelled = try Books.cancellation(of: document.number, in: transaction)?.reason ?? ""
            names.append(LaterPage.cancelledName)
        }
        let entry = try Books.portalEntry(of: document.number, in: transaction)
        if let entry, let page = entry.page() {
            portalEntry = page
            names.append(LaterPage.registeredName)
            if entry.cancelDate != nil { names.append(LaterPage.deregisteredName) }
        }
    }

    /// The page of a document as a recipe names it, from what the books say of that.
    ///
    /// - Throws: `EnvironmentError` where they do not say it, or a name is of a later version.
    init(
        names: [String], of number: String, in transaction: borrowing Transaction
    ) throws {
        guard let face = names.first.flatMap(Face.init(rawValue:)) else {
            throw LaterPage.unknown(names.first ?? "")
        }
        self.init(face)
        self.names = names
        for name in names.dropFirst() {
            switch name {
            case LaterPage.cancelledName:
                guard let end = try Books.cancellation(of: number, in: transaction) else {
                    throw EnvironmentError("the books do not say why \(number) was cancelled")
                }
                cancelled = end.reason
            case LaterPage.registeredName:
                let isEnded = names.contains(LaterPage.deregisteredName)
                guard
                    let page = try Books.portalEntry(of: number, in: transaction)?
                        .page(isEnded: isEnded)
                else { throw EnvironmentError("the books have no registration of \(number)") }
                portalEntry = page
            case LaterPage.deregisteredName: continue
            default: throw LaterPage.unknown(name)
            }
        }
    }

    private static let cancelledName = "cancelled"
    private static let registeredName = "registered"
    private static let deregisteredName = "deregistered"

    private static func unknown(_ name: String) -> EnvironmentError {
        EnvironmentError("its recipe names a page \(name), which this version does not know")
    }
}
