import Formats
import Testing

@Suite struct Base64Tests {
    /// The examples of RFC 4648, section 10, and a text of each of the two last characters.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("~~~???", "fn5+Pz8/"),
    ])
    func bytesBecomeTextAndBytesAgain(plain: String, text: String) {
        #expect(Base64.encode(Array(plain.utf8)) == text)
        #expect(Base64.decode(text.utf8) == Array(plain.utf8))
    }

    @Test(arguments: [
        ("Zm9v\n  YmFy\t", "foobar"), ("Zm8", "fo"), ("Zm9vY", nil), ("Zg=", nil), ("Zg===", nil),
        ("Z=g=", nil), ("Zm9-", nil), ("====", nil), ("Zm9v=", nil),
    ])
    func whiteSpaceIsPassedOverAndAllElseRefused(text: String, plain: String?) {
        #expect(Base64.decode(text.utf8) == plain.map { Array($0.utf8) })
    }
}
