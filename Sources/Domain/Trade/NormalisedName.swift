/// A firm's name as it is compared: small letters, no accents, no punctuation, no legal form, no
/// "and" or "&", single blanks. `Müller & Söhne GmbH` is `muller sohne`.
///
/// Letters that stand alone are drawn together (`S. A.` is `sa`, `J. P. Morgan` is `jp morgan`).
/// A name of nothing but legal forms is kept; one without letters and digits becomes empty.
public func normalisedName(_ name: String) -> String {
    let words = joiningSingles(words(of: name).filter { $0 != "and" })
    let kept = words.filter { !legalForms.contains($0) }
    return (kept.isEmpty ? words : kept).joined(separator: " ")
}

/// Runs of letters and digits, folded.
private func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in name.lowercased().unicodeScalars {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: word.unicodeScalars.append(scalar)
        case 0x27, 0x2019: continue
        default:
            // Marks belong to their letter: accents go, the vowel signs of Indian scripts stay.
            if (0x300...0x36F).contains(scalar.value) { continue }
            let properties = scalar.properties
            switch properties.generalCategory {
            case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter,
                .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber:
                word += folded(scalar)
            default:
                if !word.isEmpty { words.append(word) }
                word = ""
            }
        }
    }
    if !word.isEmpty { words.append(word) }
    return words
}

/// The plain letters of an accented Latin one, by the name that Unicode gives it: `LATIN SMALL
/// LETTER E WITH ACUTE` is `e`. Letters of other scripts as they are.
private func folded(_ scalar: Unicode.Scalar) -> String {
    if let letters = ownNames[scalar] { return letters }
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return String(scalar) }
    let letters = name.dropFirst(prefix.utf8.count).prefix { $0 != " " }
    return letters.utf8.count <= 2 ? letters.lowercased() : String(scalar)
}

/// Latin letters whose names do not spell them.
private let ownNames: [Unicode.Scalar: String] = [
    "ß": "ss", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ŋ": "n", "ſ": "s", "ĳ": "ij",
]

private func joiningSingles(_ words: [String]) -> [String] {
    var joined: [String] = []
    var isOpen = false
    for word in words {
        let isSingle = word.utf8.count == 1
        if isSingle, isOpen {
            joined[joined.count - 1] += word
        } else {
            joined.append(word)
        }
        isOpen = isSingle
    }
    return joined
}

/// Legal forms of India, Europe, Britain and America, as `joiningSingles` leaves them.
private let legalForms: Set<String> = [
    "pvt", "private", "ltd", "limited", "llp", "opc", "co", "company", "corp", "corporation",
    "inc", "incorporated", "llc", "plc", "gmbh", "ggmbh", "mbh", "ag", "kg", "kgaa", "ug",
    "haftungsbeschrankt", "se", "ohg", "gbr", "ek", "ev", "eg", "sarl", "sas", "sasu", "sa", "sl",
    "srl", "spa", "bv", "nv", "oy", "oyj", "ab", "as", "aps", "sro", "doo", "kft",
]
