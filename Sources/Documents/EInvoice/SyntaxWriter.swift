import Formats
internal import XML

/// What the writers of both syntaxes have in common: elements with texts.
///
/// Terms that are not there leave no element behind: EN 16931 forbids empty ones.
protocol SyntaxWriter: ~Copyable {
    var xml: XMLWriter { get set }
    /// The first text that XML cannot hold; the document is not handed out then.
    var refused: XMLCharacterError? { get set }
}

extension SyntaxWriter where Self: ~Copyable {
    /// An element with what `content` writes into it.
    mutating func group(_ name: String, _ content: (inout Self) -> Void) {
        xml.startElement(name)
        content(&self)
        xml.endElement()
    }

    /// An element with a text; nothing for none.
    mutating func text(_ name: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        do { try xml.element(name, text) } catch { refused = refused ?? error }
    }

    /// An element with a text and one attribute.
    mutating func text(_ name: String, _ text: String, _ key: String, _ value: String) {
        xml.startElement(name)
        if !value.isEmpty { attribute(key, value) }
        do { try xml.text(text) } catch { refused = refused ?? error }
        xml.endElement()
    }

    /// An element with a text and those of the attributes that are there; nothing for no text.
    mutating func text(
        _ name: String, _ text: String?, attributes: KeyValuePairs<String, String?>
    ) {
        guard let text, !text.isEmpty else { return }
        xml.startElement(name)
        for (key, value) in attributes {
            if let value, !value.isEmpty { attribute(key, value) }
        }
        do { try xml.text(text) } catch { refused = refused ?? error }
        xml.endElement()
    }

    /// An identifier and who gave it; nothing for none.
    mutating func identifier(_ name: String, _ identifier: EN16931Invoice.Identifier?) {
        text(name, identifier?.value, attributes: ["schemeID": identifier?.scheme])
    }

    /// A file as text.
    mutating func attachment(_ name: String, _ attachment: EN16931Invoice.Attachment) {
        text(
            name, Base64.encode(attachment.bytes),
            attributes: ["mimeCode": attachment.mimeType, "filename": attachment.fileName])
    }

    /// An attribute of the element just opened.
    mutating func attribute(_ name: String, _ value: String) {
        do { try xml.attribute(name, value) } catch { refused = refused ?? error }
    }
}

/// The text of a finished document.
func finished(_ xml: consuming XMLWriter, _ refused: XMLCharacterError?) throws(EInvoiceError)
    -> [UInt8]
{
    if let refused {
        throw EInvoiceError(violations: [
            .init(rule: "XML", term: nil, message: refused.description)
        ])
    }
    return xml.finish()
}
