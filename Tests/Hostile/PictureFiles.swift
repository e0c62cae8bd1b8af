/// Pictures of 3 by 2 pixels, red but for a blue one in the first row, which is half transparent
/// where there is alpha; in base64.
public enum PictureFiles {
    public static let rgbaPNG = bytes(
        """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAFklEQVR42mM4IWfzn4HhfwOYBhEwDACWqgwlShHz\
        SQAAAABJRU5ErkJggg==
        """)
    public static let rgbPNG = bytes(
        """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAFElEQVR42mM4IWfDwPAfRAIxBAEAQ7wGqsoJZA8A\
        AAAASUVORK5CYII=
        """)
    public static let greyAlphaPNG = bytes(
        """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAQAAAA3fa6RAAAAFElEQVR42mMI+K/QEPCfIeA/CAIALfEHLPzIeI8A\
        AAAASUVORK5CYII=
        """)
    public static let palettePNG = bytes(
        """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAMAAACqqpYoAAAABlBMVEXIHjwAAP8Q86RhAAAADUlEQVR42mNgYGQA\
        AQAADgACK1R4sQAAAABJRU5ErkJggg==
        """)
    public static let deepPNG = bytes(
        """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACEAIAAABChi0OAAAAGUlEQVR42mM4cUJOzsaGAQj+/4eyIRQyCQABpg1T\
        1nlfjwAAAABJRU5ErkJggg==
        """)
    public static let interlacedPNG = bytes(
        """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAFlEcHbAAAAGklEQVQI12M4IWfDcELOhoGB4T8jhGZgYAAAPpEE\
        Z7NWz0oAAAAASUVORK5CYII=
        """)
    public static let rgbJPEG = bytes(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQ\
        c1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk\
        pKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAACAAMDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAA\
        BP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAADBf/EABQRAQAAAAAAAAAAAAAAAAAA\
        AAD/2gAMAwEAAhEDEQA/ABDV3//Z
        """)
    public static let progressiveJPEG = bytes(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQ\
        c1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk\
        pKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wgARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAA\
        AAP/xAAVAQEBAAAAAAAAAAAAAAAAAAACBP/aAAwDAQACEAMQAAABgDX/AP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/\
        2gAIAQEAAQUCf//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQMBAT8Bf//EABQRAQAAAAAAAAAAAAAAAAAAAAD/\
        2gAIAQIBAT8Bf//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEABj8Cf//EABQQAQAAAAAAAAAAAAAAAAAAAAD/\
        2gAIAQEAAT8hf//aAAwDAQACAAMAAAAQ/wD/xAAVEQEBAAAAAAAAAAAAAAAAAAAAAf/aAAgBAwEBPxCP/8QAFhEA\
        AwAAAAAAAAAAAAAAAAAAAAEx/9oACAECAQE/EHT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAE/EH//2Q==
        """)
    public static let greyJPEG = bytes(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQ\
        c1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCAACAAMBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABQQAQAA\
        AAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8ANf/Z
        """)
    public static let cmykJPEG = bytes(
        """
        /9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNb\
        XYW1hpCeo6utq2eAvMm6pseZqKuk/9sAQwEcHh4oIyhOKytOpG5dbqSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk\
        pKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk/8AAFAgAAgADBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAA\
        AAADBf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAADBf/EABYRAQEBAAAAAAAAAAAA\
        AAAAAAABMf/aAA4EAQACEQMRBAAAPwCwBJiDWqA//9k=
        """)

    /// Base64 (RFC 4648) without a look at its form.
    private static func bytes(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var (value, bits) = (0, 0)
        for byte in text.utf8 where byte != UInt8(ascii: "=") {
            let digit: Int
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = Int(byte) - 65
            case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = Int(byte) - 71
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = Int(byte) + 4
            case UInt8(ascii: "+"): digit = 62
            default: digit = 63
            }
            value = (value << 6 | digit) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                result.append(UInt8(value >> bits & 255))
            }
        }
        return result
    }
}
