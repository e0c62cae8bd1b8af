internal import CLibXML2

/// Collects what libxml2 finds wrong in a text or a schema, with the places of its elements.
final class RelaxNGFindings {
    private let root: XMLElement
    private(set) var errors: [XMLError] = []

    init(_ root: XMLElement) {
        self.root = root
    }

    /// What libxml2 is given to call; its first argument is a `RelaxNGFindings`.
    static let receive: xmlStructuredErrorFunc = { data, error in
        guard let data = unsafe data, let error = unsafe error else { return }
        let findings = unsafe Unmanaged<RelaxNGFindings>.fromOpaque(data).takeUnretainedValue()
        unsafe findings.add(error.pointee)
    }

    /// An error about the text as a whole.
    func error(_ message: String) -> XMLError {
        XMLError(file: root.file, position: root.position, message: message)
    }

    private func add(_ error: borrowing xmlError) {
        guard errors.count < XMLLimits.errors, unsafe error.level.rawValue >= XML_ERR_ERROR.rawValue
        else { return }
        let row = unsafe XMLValidationTree.row(of: error.node) ?? 0
        let message = unsafe XMLMessage.validationText(error)
        let finding = XMLError(
            file: root.file, position: unsafe position(row, error), message: message)
        if !errors.contains(finding) { errors.append(finding) }
    }

    /// The place of the attribute an error names, or else of its element.
    private func position(_ row: Int, _ error: borrowing xmlError) -> XMLPosition {
        let place = root.document.position(ofNode: row)
        guard root.document.nodes[row].name >= 0,
            unsafe error.code == Int32(XML_RELAXNG_ERR_INVALIDATTR.rawValue)
        else { return place }
        let name = unsafe XMLMessage.string(error.str1)
        let element = XMLElement(document: root.document, index: row)
        return element.attributes.first { $0.name == name }?.position ?? place
    }
}
