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
        attribute(key, value)
        do { try xml.text(text) } catch { refused = refused ?? error }
        xml.endElement()
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
