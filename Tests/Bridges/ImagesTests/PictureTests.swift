import Hostile
import Images
import TestSupport
import Testing

@Suite("Pictures") struct PictureTests {
    @Test(
        "A PNG of any kind becomes grey or red, green and blue with 8 bits",
        arguments: [
            (PictureFiles.rgbaPNG, 3, true), (PictureFiles.rgbPNG, 3, false),
            (PictureFiles.greyAlphaPNG, 1, true), (PictureFiles.palettePNG, 3, false),
            (PictureFiles.deepPNG, 3, false), (PictureFiles.interlacedPNG, 3, false),
        ])
    func png(_ bytes: [UInt8], _ components: Int, _ hasAlpha: Bool) throws {
        let picture = try Picture(bytes)
        #expect(picture.width == 3 && picture.height == 2)
        guard case .raw(let samples, components) = picture.samples else {
            Issue.record("\(picture.samples)")
            return
        }
        #expect(samples.count == 6 * components)
        if components == 3 {
            #expect(samples.prefix(3) == [200, 30, 60])
            #expect(samples[3...5] == [0, 0, 255])
        }
        // One pixel is half transparent; a picture that covers all has no alpha.
        #expect((picture.alpha != nil) == hasAlpha)
        if let alpha = picture.alpha {
            #expect(alpha[0] == 255 && (126...129).contains(alpha[1]))
        }
    }

    /// An optimised build frees bytes that nobody else holds as early as it may.
    @Test("Every sample of a large PNG is read, although nobody keeps the file's bytes")
    func large() throws {
        let rows = (0..<300).map { y in (0..<300).map { x in UInt8((x * 7 + y * 13) % 256) } }
        let picture = try Picture(PNGFile.grey(width: 300, height: 300, rows: rows))
        guard case .raw(let samples, components: 1) = picture.samples else {
            Issue.record("\(picture.samples)")
            return
        }
        #expect(samples == rows.flatMap { $0 })
    }

    @Test(
        "A JPEG is taken as it is",
        arguments: [
            (PictureFiles.rgbJPEG, 3), (PictureFiles.progressiveJPEG, 3),
            (PictureFiles.greyJPEG, 1),
        ])
    func jpeg(_ bytes: [UInt8], _ components: Int) throws {
        let picture = try Picture(bytes)
        #expect(picture.width == 3 && picture.height == 2)
        guard case .jpeg(bytes, components) = picture.samples else {
            Issue.record("\(picture.samples)")
            return
        }
    }

    @Test("What cannot be shown is refused, and the message says what to do")
    func refused() {
        let large = [UInt8](repeating: 0, count: Picture.fileLimit + 1)
        var zero = PictureFiles.rgbJPEG
        if let frame = zero.indices.first(where: { zero[$0] == 0xFF && zero[$0 + 1] == 0xC0 }) {
            zero.replaceSubrange((frame + 5)..<(frame + 9), with: [0, 0, 0, 0])
        }
        let cases: [([UInt8], String)] = [
            (PictureFiles.cmykJPEG, "four colours (CMYK)"), (zero, "no pixels"),
            (Array("GIF89a".utf8), "neither PNG nor JPEG"), ([], "neither PNG nor JPEG"),
            (large, "larger than 8 MB"), (Array(PictureFiles.rgbJPEG.prefix(60)), "damaged"),
            (PNGFile.grey(width: 100_000, height: 100_000, rows: []), "100000 x 100000 pixels"),
            (PNGFile.grey(width: 4_001, height: 1, rows: []), "4001 x 1 pixels"),
            (PNGFile.grey(width: 0, height: 1, rows: []), "PNG file is damaged"),
            (Array(PictureFiles.rgbPNG.prefix(40)), "damaged"),
        ]
        for (bytes, words) in cases {
            do {
                _ = try Picture(bytes)
                Issue.record("\(words): taken")
            } catch {
                #expect(error.message.contains(words), "\(error)")
            }
        }
    }

    @Test("A JPEG that does not decode without a complaint, or not to its size, is refused")
    func damagedJPEG() throws {
        let sound = PictureFiles.rgbJPEG
        func place(_ marker: UInt8) throws -> Int {
            try #require(sound.indices.first { sound[$0] == 0xFF && sound[$0 + 1] == marker })
        }
        // A frame larger than its data, a Huffman table of more codes than there are, one of a number
        // that no table has, data that ends early.
        var large = sound
        large.replaceSubrange((try place(0xC0) + 5)..<(try place(0xC0) + 9), with: [9, 0, 9, 0])
        var codes = sound
        codes[try place(0xC4) + 5] = 0xFF
        var table = sound
        table[try place(0xC4) + 4] = 0x04
        var short = sound
        short.removeSubrange((sound.count - 6)..<(sound.count - 2))
        for (name, bytes) in [
            ("large", large), ("codes", codes), ("table", table), ("short", short),
        ] {
            do {
                _ = try Picture(bytes)
                Issue.record("taken: \(name)")
            } catch {
                #expect(error.message.contains("damaged"), "\(error)")
            }
        }
    }

    @Test("A file cut off anywhere, or with any bytes changed, is a picture or an error")
    func hostile() {
        for file in HostilePictures.seeds {
            for end in file.indices { _ = try? Picture(Array(file[..<end])) }
        }
        var random = SplitMix64(seed: 25)
        for _ in 0..<rounds {
            guard var bytes = HostilePictures.seeds.randomElement(using: &random) else { return }
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            let outcome = HostilePictures.outcome(bytes)
            if case .broken(let promise) = outcome { Issue.record("\(promise): \(bytes)") }
        }
    }
}
