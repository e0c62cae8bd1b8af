internal import CLibXML2

/// libxml2's process-wide state, set up once before first use.
enum XMLLibrary {
    /// Touch this before any call of libxml2. Swift runs it once, whichever thread comes first.
    static let ready: Void = {
        xmlInitParser()
        // RelaxNG sets up its data types on first use without a lock: do it here instead.
        xmlSchemaInitTypes()
        _ = xmlRelaxNGInitTypes()
        // Whatever a text or a schema asks to be fetched, from disk or network: nothing is.
        unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
    }()
}
