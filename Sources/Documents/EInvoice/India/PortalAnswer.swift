import Diagnostics
import Formats

/// One answer of a registration portal about one document, found in whatever a provider wraps it in.
public struct PortalAnswer: Sendable {
    public let location: SourceLocation
    public let irn: String?
    /// The document's number, where the wrapper names it.
    public let number: String?
    public let outcome: Outcome

    public enum Outcome: Sendable {
        /// `date` as `yyyy-MM-dd HH:mm:ss`.
        case registered(ackNumber: String, ackDate: String, qr: String?, invoice: String?)
        case cancelled(date: String)
        case refused(code: String, message: String)
    }

    public init(location: SourceLocation, irn: String?, number: String?, outcome: Outcome) {
        self.location = location
        self.irn = irn
        self.number = number
        self.outcome = outcome
    }

    /// So deep and so many are looked at.
    private static let depthLimit = 32
    public static let countLimit = 100_000

    /// All answers of a file, in its order. Fields are known by their names, in any case and with or
    /// without underscores; a text that is JSON is looked into.
    public static func all(in tree: DataTree) -> [PortalAnswer] {
        var search = Search()
        search.look(at: tree.root, number: nil, depth: 0)
        return search.found
    }

    private struct Search {
        var found: [PortalAnswer] = []

        mutating func look(at node: DataNode, number: String?, depth: Int) {
            guard depth < PortalAnswer.depthLimit, found.count < PortalAnswer.countLimit else {
                return
            }
            if node.isList {
                for element in node.elements { look(at: element, number: number, depth: depth + 1) }
            } else if node.isObject {
                object(node, number, depth)
            } else if !node.isNumber, let text = node.string, let first = text.utf8.first,
                first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
            {
                do throws(Rejected) {
                    let inner = try JSONReader.read(
                        SourceText(name: node.location.source.name, text: text))
                    look(at: inner.root, number: number, depth: depth + 1)
                } catch {
                    return
                }
            }
        }

        private mutating func object(_ node: DataNode, _ outer: String?, _ depth: Int) {
            var fields: [String: DataNode] = [:]
            for (name, value) in node.members {
                let key = name.lowercased().filter { $0 != "_" && $0 != " " }
                if fields[key] == nil { fields[key] = value }
            }
            func text(_ names: String...) -> String? {
                names.lazy.compactMap { fields[$0]?.string }.first { !$0.isEmpty }
            }
            let number =
                text("docno", "documentnumber", "invno")
                ?? fields["docdtls"]?["No"]?.string ?? outer
            if let irn = text("irn").map({ $0.lowercased() }), irn.utf8.count == 64 {
                let cancelled = text("canceldate", "cancelleddate", "cnldt")
                let isCancelled = text("status")?.uppercased() == "CNL" || cancelled != nil
                if let ack = text("ackno", "acknowledgementnumber"),
                    let date = text("ackdt", "ackdate")
                {
                    add(
                        node, irn, number,
                        .registered(
                            ackNumber: ack, ackDate: date,
                            qr: text("signedqrcode", "signedqr", "qrcode"),
                            invoice: text("signedinvoice")))
                }
                if isCancelled { add(node, irn, number, .cancelled(date: cancelled ?? "")) }
                return
            }
            if let code = text("errorcode", "errcd"), code != "0" {
                let message = text("errormessage", "errmsg", "message") ?? ""
                add(node, nil, number, .refused(code: code, message: message))
            }
            for (_, value) in node.members {
                look(at: value, number: number, depth: depth + 1)
            }
        }

        private mutating func add(
            _ node: DataNode, _ irn: String?, _ number: String?, _ outcome: Outcome
        ) {
            found.append(
                PortalAnswer(
                    location: node.location, irn: irn, number: number, outcome: outcome))
        }
    }
}
