/// The objects of an attached file (ISO 32000-1, 7.11; ISO 19005-3, 6.8).
enum AttachmentSyntax {
    /// Entries of the stream with the file's bytes.
    static func embedded(_ file: AttachedFile, date: PDFDate, checksum: [UInt8]) -> [UInt8] {
        var entries: [UInt8] = []
        entries.write("/Type /EmbeddedFile\n/Subtype ")
        entries.write(name: file.mimeType)
        entries.write("\n/Params <</ModDate (")
        entries.write(date.pdf)
        entries.write(") /Size ")
        entries.write(file.bytes.count)
        entries.write(" /CheckSum ")
        entries.write(hexString: checksum)
        entries.write(">>\n/Filter /FlateDecode\n")
        return entries
    }

    /// Entries of the file specification that points at the stream.
    static func specification(_ file: AttachedFile, embedded: Int) -> [UInt8] {
        var entries: [UInt8] = []
        entries.write("/Type /Filespec\n/F ")
        // /F is for readers that know no Unicode.
        let plain = file.name.unicodeScalars.map { $0.isASCII ? $0 : "_" }
        entries.write(textString: String(String.UnicodeScalarView(plain)))
        entries.write("\n/UF ")
        entries.write(textString: file.name)
        entries.write("\n/AFRelationship ")
        entries.write(name: file.relationship.rawValue)
        entries.write("\n/Desc ")
        entries.write(textString: file.description)
        entries.write("\n/EF <</F ")
        entries.write(reference: embedded)
        entries.write(" /UF ")
        entries.write(reference: embedded)
        entries.write(">>\n")
        return entries
    }

    /// The name as a key of the name tree: ASCII as it is, anything else in UTF-16.
    static func key(_ name: String) -> [UInt8] {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return Array(name.utf8) }
        return [0xFE, 0xFF] + name.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    }
}

/// The objects of a composite font (ISO 32000-1, 9.7).
enum FontSyntax {
    /// Adds all objects of a font and returns the number of the one pages refer to.
    static func add(_ font: EmbeddedFont, to haru: HaruDocument) throws(PDFError) -> Int {
        var file: [UInt8] = []
        if font.isCFF {
            file.write("/Subtype /CIDFontType0C\n")
        } else {
            file.write("/Length1 ")
            file.write(font.programLength)
            file.write("\n")
        }
        file.write("/Filter /FlateDecode\n")
        let program = try haru.add(file, stream: font.program)
        let toUnicode = try haru.add(
            Array("/Filter /FlateDecode\n".utf8), stream: font.toUnicode)

        var descriptor = font.descriptor
        descriptor.write(font.isCFF ? "/FontFile3 " : "/FontFile2 ")
        descriptor.write(reference: program.number)
        descriptor.write("\n")
        let descriptorNumber = try haru.add(descriptor).number

        var descendant: [UInt8] = []
        descendant.write("/Type /Font\n/Subtype ")
        descendant.write(font.isCFF ? "/CIDFontType0" : "/CIDFontType2\n/CIDToGIDMap /Identity")
        descendant.write("\n/BaseFont ")
        descendant.write(name: font.baseName)
        descendant.write(
            "\n/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n")
        descendant.write("/DW 0\n/FontDescriptor ")
        descendant.write(reference: descriptorNumber)
        descendant.write("\n")
        let descendantNumber = try haru.add(descendant, shared: font.widths).number

        var composite: [UInt8] = []
        composite.write("/Type /Font\n/Subtype /Type0\n/BaseFont ")
        // ISO 32000-1, table 121: a CFF descendant's name takes that of the encoding along.
        composite.write(name: font.isCFF ? font.baseName + "-Identity-H" : font.baseName)
        composite.write("\n/Encoding /Identity-H\n/DescendantFonts [")
        composite.write(reference: descendantNumber)
        composite.write("]\n/ToUnicode ")
        composite.write(reference: toUnicode.number)
        composite.write("\n")
        return try haru.add(composite).number
    }
}
