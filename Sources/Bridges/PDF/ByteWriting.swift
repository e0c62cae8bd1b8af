/// Writing the syntax of PDF objects into bytes (ISO 32000-1, 7.3).
extension [UInt8] {
    mutating func write(_ text: String) { append(contentsOf: text.utf8) }

    mutating func write(_ number: Int) { append(contentsOf: String(number).utf8) }

    /// A number with at most two decimals, the trailing zeros left out.
    mutating func write(decimal value: Double) {
        let hundredths = Int((value * 100).rounded())
        if hundredths < 0 { append(UInt8(ascii: "-")) }
        write(Int(hundredths.magnitude / 100))
        let rest = UInt8(hundredths.magnitude % 100)
        guard rest > 0 else { return }
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + rest / 10)
        if rest % 10 > 0 { append(UInt8(ascii: "0") + rest % 10) }
    }

    mutating func write(reference number: Int) {
        write(number)
        write(" 0 R")
    }

    mutating func write(hex byte: UInt8) {
        append(hexDigit(byte >> 4))
        append(hexDigit(byte & 15))
    }

    mutating func write(hex unit: UInt16) {
        write(hex: UInt8(unit >> 8))
        write(hex: UInt8(unit & 255))
    }

    /// A string of bytes in hexadecimal, angle brackets included.
    mutating func write(hexString bytes: [UInt8]) {
        append(UInt8(ascii: "<"))
        for byte in bytes { write(hex: byte) }
        append(UInt8(ascii: ">"))
    }

    /// A text string: printable ASCII as it is, anything else in UTF-16.
    mutating func write(textString text: String) {
        guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            write("<FEFF")
            for unit in text.utf16 { write(hex: unit) }
            write(">")
            return
        }
        append(UInt8(ascii: "("))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\")
            {
                append(UInt8(ascii: "\\"))
            }
            append(byte)
        }
        append(UInt8(ascii: ")"))
    }

    /// A name, the slash included.
    mutating func write(name: String) {
        append(UInt8(ascii: "/"))
        for byte in name.utf8 {
            let isLetter = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte & 0xDF
            let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            if isLetter || isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            {
                append(byte)
            } else {
                append(UInt8(ascii: "#"))
                write(hex: byte)
            }
        }
    }

    /// Text between XML tags; characters XML 1.0 does not allow become U+FFFD.
    mutating func write(xml text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": write("&amp;")
            case "<": write("&lt;")
            case ">": write("&gt;")
            case "\"": write("&quot;")
            case "\t", "\n", "\r": append(UInt8(ascii: " "))
            case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": write("\u{FFFD}")
            case "\0"..."\u{7F}": append(UInt8(truncatingIfNeeded: scalar.value))
            default: write(String(scalar))
            }
        }
    }
}

func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
