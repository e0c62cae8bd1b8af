internal import CLibXML2

/// libxml2's errors in plain words. Codes this does not know keep libxml2's own words.
enum XMLMessage {
    static func text(_ error: borrowing xmlError) -> String {
        let first = unsafe string(error.str1)
        let second = unsafe string(error.str2)
        let code = unsafe UInt32(bitPattern: error.code)
        switch code {
        case XML_ERR_DOCUMENT_EMPTY.rawValue:
            return "an XML text begins with `<`"
        case XML_ERR_DOCUMENT_END.rawValue:
            return "after the outermost element nothing may follow"
        case XML_ERR_TAG_NAME_MISMATCH.rawValue:
            return unsafe "</\(second)> does not close <\(first)> of line \(error.int1)"
        case XML_ERR_TAG_NOT_FINISHED.rawValue:
            return unsafe "the text ends before <\(first)> of line \(error.int1) is closed"
        case XML_ERR_ATTRIBUTE_REDEFINED.rawValue:
            return "the attribute \(first) stands twice in one element"
        case XML_NS_ERR_ATTRIBUTE_REDEFINED.rawValue:
            return "the attribute \(first) stands twice in one element, under two prefixes"
        case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue:
            return "&\(first); is unknown: XML has &amp; &lt; &gt; &quot; &apos; and &#number;"
        case XML_ERR_LT_IN_ATTRIBUTE.rawValue:
            return "`<` in an attribute is written &lt;"
        case XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue:
            return "the value of an attribute stands in quotes"
        case XML_ERR_ATTRIBUTE_WITHOUT_VALUE.rawValue:
            return "the attribute \(first) has no value"
        case XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue:
            return "`&` begins a reference such as &amp; that ends with `;`"
        case XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue:
            return "the prefix \(first) is not declared (xmlns:\(first)=\"…\")"
        case XML_ERR_NAME_REQUIRED.rawValue:
            return "a name is missing; `&` and `<` in text are written &amp; and &lt;"
        case XML_ERR_INVALID_CHAR.rawValue:
            let number = unsafe String(UInt32(bitPattern: error.int1), radix: 16, uppercase: true)
            return "XML does not allow the character 0x\(number), not even as a reference"
        case XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue:
            return "the value of an attribute has no closing quote"
        case XML_ERR_GT_REQUIRED.rawValue where !first.isEmpty:
            return "the tag <\(first)> has no `>`"
        case XML_ERR_HYPHEN_IN_COMMENT.rawValue:
            return "`--` may not stand inside a comment"
        case XML_ERR_MISPLACED_CDATA_END.rawValue:
            return "`]]>` in text is written ]]&gt;"
        case XML_ERR_CDATA_NOT_FINISHED.rawValue:
            return "the text ends inside a CDATA section"
        default:
            return unsafe ownWords(error.message)
        }
    }

    /// An error of a text against a RELAX NG schema, or of such a schema.
    static func validationText(_ error: borrowing xmlError) -> String {
        let first = unsafe string(error.str1)
        let second = unsafe string(error.str2)
        switch unsafe UInt32(bitPattern: error.code) {
        case XML_RELAXNG_ERR_ELEMWRONG.rawValue:
            return "<\(first)> is not allowed here"
        case XML_RELAXNG_ERR_INVALIDATTR.rawValue:
            return "<\(second)> does not have the attribute \(first), or not with this value"
        case XML_RELAXNG_ERR_ATTRVALID.rawValue:
            return "<\(first)> lacks an attribute or has one with a wrong value"
        case XML_RELAXNG_ERR_NOELEM.rawValue:
            return first.isEmpty ? "an element is missing inside" : "<\(first)> is missing inside"
        case XML_RELAXNG_ERR_TEXTWRONG.rawValue:
            return "<\(first)> may not hold text"
        default:
            return unsafe ownWords(error.message)
        }
    }

    /// The first line of libxml2's message, or a substitute where it has none.
    private static func ownWords(_ message: UnsafePointer<CChar>?) -> String {
        let line = unsafe string(message).prefix { $0 != "\n" }
        return line.isEmpty ? "the text is not as XML or its schema has it" : String(line)
    }

    static func string(_ pointer: UnsafePointer<CChar>?) -> String {
        guard let pointer = unsafe pointer else { return "" }
        return unsafe String(cString: pointer)
    }
}
