internal import CLibXML2
internal import Synchronization

/// A RELAX NG schema (ISO/IEC 19757-2, XML syntax): what elements and attributes a kind of XML
/// text may have.
///
/// libxml2 tells a missing attribute and a wrong value of one apart only sometimes; an error says
/// what it knows and stands at the attribute, or else at the element.
///
/// A schema may be used from any number of threads. libxml2 does not promise that one schema can
/// validate two texts at a time, so they wait for each other.
public final class RelaxNGSchema: Sendable {
    private let handle: Mutex<Handle>

    /// Reads a schema. It must be complete: files that it includes are not fetched.
    ///
    /// - Parameters:
    ///   - bytes: The schema in XML syntax.
    ///   - name: What errors call it: usually its path.
    /// - Throws: The first error in the schema with its place; the rest in ``XMLError/further``.
    public init(bytes: [UInt8], name: String) throws(XMLError) {
        let root = try XMLElement.parse(bytes: bytes, name: name)
        handle = Mutex(try Handle(root))
    }

    /// Checks a text that was read; returns what the schema does not allow, in document order.
    ///
    /// - Parameter root: The outermost element of the text.
    public func validate(_ root: XMLElement) -> [XMLError] {
        precondition(root.parent == nil, "a schema describes a whole text, not one element of it")
        return handle.withLock { $0.validate(root) }
    }

    /// Reads and checks a text; returns what is wrong with it, none if it is valid.
    ///
    /// A text that cannot be read has one error, with the others in ``XMLError/further``.
    public func validate(bytes: [UInt8], name: String) -> [XMLError] {
        do throws(XMLError) {
            return validate(try XMLElement.parse(bytes: bytes, name: name))
        } catch {
            return [error]
        }
    }
}

extension RelaxNGSchema {
    /// Owns libxml2's compiled schema.
    @safe private struct Handle: ~Copyable {
        private let schema: xmlRelaxNGPtr

        init(_ root: XMLElement) throws(XMLError) {
            let findings = RelaxNGFindings(root)
            guard let schema = unsafe Self.compile(root, findings), findings.errors.isEmpty else {
                let errors = findings.errors
                throw XMLError(
                    file: root.file, position: errors.first?.position ?? root.position,
                    message: errors.first?.message ?? "this is not a RELAX NG schema",
                    further: Array(errors.dropFirst()))
            }
            unsafe self.schema = unsafe schema
        }

        deinit {
            unsafe xmlRelaxNGFree(schema)
        }

        func validate(_ root: XMLElement) -> [XMLError] {
            let findings = RelaxNGFindings(root)
            guard let tree = XMLValidationTree(root.document),
                let context = unsafe xmlRelaxNGNewValidCtxt(schema)
            else { return [findings.error("there is not enough memory to validate the text")] }
            defer { unsafe xmlRelaxNGFreeValidCtxt(context) }
            let outcome = withExtendedLifetime((tree, findings)) {
                unsafe xmlRelaxNGSetValidStructuredErrors(
                    context, RelaxNGFindings.receive, Unmanaged.passUnretained(findings).toOpaque())
                return unsafe xmlRelaxNGValidateDoc(context, tree.pointer)
            }
            if outcome != 0 && findings.errors.isEmpty {
                return [findings.error("the text does not follow the schema")]
            }
            return findings.errors
        }

        private static func compile(
            _ root: XMLElement, _ findings: RelaxNGFindings
        ) -> xmlRelaxNGPtr? {
            guard let tree = XMLValidationTree(root.document),
                let context = unsafe xmlRelaxNGNewDocParserCtxt(tree.pointer)
            else { return nil }
            defer { unsafe xmlRelaxNGFreeParserCtxt(context) }
            return unsafe withExtendedLifetime((tree, findings)) {
                unsafe xmlRelaxNGSetParserStructuredErrors(
                    context, RelaxNGFindings.receive, Unmanaged.passUnretained(findings).toOpaque())
                return unsafe xmlRelaxNGParse(context)
            }
        }
    }
}
