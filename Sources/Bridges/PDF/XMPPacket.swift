/// The XMP packet of a PDF/A-3 document (ISO 16684-1; ISO 19005-3, 6.6.2).
enum XMPPacket {
    static func bytes(
        _ metadata: PDFMetadata, _ conformance: PDFConformance, date: PDFDate
    ) -> [UInt8] {
        var packet: [UInt8] = []
        packet.reserveCapacity(4_096)
        packet.write(
            """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">\
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">

            """)
        packet.write(
            """
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">\
            <pdfaid:part>3</pdfaid:part>\
            <pdfaid:conformance>\(conformance.rawValue)</pdfaid:conformance>\
            </rdf:Description>

            """)
        writeDublinCore(metadata, to: &packet)
        packet.write(
            "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">")
        writeElement("xmp:CreateDate", date.xmp, to: &packet)
        writeElement("xmp:ModifyDate", date.xmp, to: &packet)
        writeElement("xmp:CreatorTool", metadata.creator, to: &packet)
        packet.write(
            """
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            """)
        writeElement("pdf:Producer", metadata.creator, to: &packet)
        packet.write("</rdf:Description>\n")
        let schemas = metadata.schemas + (conformance == .accessible ? [accessibility] : [])
        if !schemas.isEmpty { writeSchemas(schemas, to: &packet) }
        packet.write("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
        return packet
    }

    /// PDF/UA-1 (ISO 14289-1, 5), which PDF/A does not know of.
    private static let accessibility = XMPSchema(
        name: "PDF/UA Universal Accessibility Schema",
        namespaceURI: "http://www.aiim.org/pdfua/ns/id/", prefix: "pdfuaid",
        properties: [
            XMPSchema.Property(
                name: "part", value: "1", description: "Part of ISO 14289 that is kept",
                type: "Integer")
        ])

    private static func writeDublinCore(_ metadata: PDFMetadata, to packet: inout [UInt8]) {
        packet.write(
            "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">")
        writeAlternative("dc:title", metadata.title, to: &packet)
        if !metadata.author.isEmpty {
            packet.write("<dc:creator><rdf:Seq><rdf:li>")
            packet.write(xml: metadata.author)
            packet.write("</rdf:li></rdf:Seq></dc:creator>")
        }
        if !metadata.subject.isEmpty {
            writeAlternative("dc:description", metadata.subject, to: &packet)
        }
        packet.write("<dc:language><rdf:Bag><rdf:li>")
        packet.write(xml: metadata.language)
        packet.write("</rdf:li></rdf:Bag></dc:language></rdf:Description>\n")
    }

    /// Values first, then the description of each schema PDF/A does not know.
    private static func writeSchemas(_ schemas: [XMPSchema], to packet: inout [UInt8]) {
        for schema in schemas {
            packet.write("<rdf:Description rdf:about=\"\" xmlns:")
            packet.write(schema.prefix)
            packet.write("=\"")
            packet.write(xml: schema.namespaceURI)
            packet.write("\">")
            for property in schema.properties {
                writeElement(schema.prefix + ":" + property.name, property.value, to: &packet)
            }
            packet.write("</rdf:Description>\n")
        }
        packet.write(
            """
            <rdf:Description rdf:about="" \
            xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
            <pdfaExtension:schemas><rdf:Bag>
            """)
        for schema in schemas {
            packet.write("<rdf:li rdf:parseType=\"Resource\">")
            writeElement("pdfaSchema:schema", schema.name, to: &packet)
            writeElement("pdfaSchema:namespaceURI", schema.namespaceURI, to: &packet)
            writeElement("pdfaSchema:prefix", schema.prefix, to: &packet)
            packet.write("<pdfaSchema:property><rdf:Seq>")
            for property in schema.properties {
                packet.write("<rdf:li rdf:parseType=\"Resource\">")
                writeElement("pdfaProperty:name", property.name, to: &packet)
                writeElement("pdfaProperty:valueType", property.type, to: &packet)
                writeElement("pdfaProperty:category", "external", to: &packet)
                writeElement("pdfaProperty:description", property.description, to: &packet)
                packet.write("</rdf:li>")
            }
            packet.write("</rdf:Seq></pdfaSchema:property></rdf:li>")
        }
        packet.write("</rdf:Bag></pdfaExtension:schemas></rdf:Description>\n")
    }

    private static func writeAlternative(
        _ name: String, _ value: String, to packet: inout [UInt8]
    ) {
        packet.write("<\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">")
        packet.write(xml: value)
        packet.write("</rdf:li></rdf:Alt></\(name)>")
    }

    private static func writeElement(_ name: String, _ value: String, to packet: inout [UInt8]) {
        packet.write("<")
        packet.write(name)
        packet.write(">")
        packet.write(xml: value)
        packet.write("</")
        packet.write(name)
        packet.write(">")
    }
}
