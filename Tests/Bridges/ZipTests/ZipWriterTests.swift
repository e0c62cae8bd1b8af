import Glibc
import TestSupport
import Testing

@testable import Zip

/// Archives are judged by a reader that others wrote.
@Suite struct ZipWriterTests {
    private static let judge = "/usr/bin/unzip"

    /// An archive of these files, those with an even number offered for compression.
    private func archive(
        _ files: [(name: String, bytes: [UInt8])], zip64From limit: UInt64 = 0xFFFF_FFFF
    ) throws -> [UInt8] {
        let packer = ZipPacker()
        let sink = Sink()
        var zip = ZipWriter(zip64From: limit) { sink.bytes += $0 }
        for (index, file) in files.enumerated() {
            if index % 5 == 4 {
                var checksum = ZipChecksum()
                for byte in file.bytes { checksum.add([byte]) }
                try zip.add(file.name, checksum) { try $0(file.bytes) }
            } else {
                try zip.add(packer.entry(file.name, file.bytes, deflates: index % 2 == 0))
            }
        }
        try zip.finish()
        return sink.bytes
    }

    private final class Sink { var bytes: [UInt8] = [] }

    /// What the judge says of an archive, and its status.
    private func run(_ arguments: String, _ scratch: Scratch) -> (Int32, String) {
        let status = unsafe system(
            "cd '\(scratch.path)' && \(Self.judge) \(arguments) > said.txt 2>&1")
        return (status, String(decoding: scratch.bytes("said.txt"), as: UTF8.self))
    }

    @Test(
        "Any files come out of the archive as they went in, with Zip64 fields or without",
        .enabled(if: unsafe access(ZipWriterTests.judge, X_OK) == 0, "unzip is not installed"))
    func roundTrip() throws {
        var random = SplitMix64(seed: 7)
        for round in 0..<min(40, rounds) {
            let files = (0..<Int(random.next() % 12)).map { index in
                let size = Int(random.next() % 3 == 0 ? random.next() % 70_000 : random.next() % 40)
                let alphabet = random.next() % 2 == 0 ? UInt64(4) : 256
                return (
                    name: "Kunde Ä/2026-0\(index % 9 + 1)/N-\(index).json",
                    bytes: (0..<size).map { _ in UInt8(random.next() % alphabet) }
                )
            }
            let limit: UInt64 = round % 2 == 0 ? 0xFFFF_FFFF : random.next() % 5000
            let scratch = Scratch()
            scratch.write("a.zip", try archive(files, zip64From: limit))
            if files.isEmpty { continue }
            let (status, said) = run("-o a.zip -d out", scratch)
            #expect(status == 0, "round \(round): \(said)")
            for file in files {
                #expect(scratch.bytes("out/" + file.name) == file.bytes, "round \(round)")
            }
        }
    }

    @Test(
        "More entries than the old directory counts",
        .enabled(if: unsafe access(ZipWriterTests.judge, X_OK) == 0, "unzip is not installed"))
    func manyEntries() throws {
        let scratch = Scratch()
        scratch.write(
            "a.zip", try archive((0..<66_000).map { ("f/\($0)", [UInt8($0 % 251)]) }))
        let (status, said) = run("-t a.zip | tail -1", scratch)
        #expect(status == 0 && said.contains("No errors detected"), "\(said)")
        let (_, listed) = run("-l a.zip | tail -1", scratch)
        #expect(listed.contains("66000 files"), "\(listed)")
    }

    @Test("The same files make the same bytes")
    func deterministic() throws {
        let files = [(name: "a", bytes: Array("abcabcabcabc".utf8)), (name: "b", bytes: [])]
        #expect(try archive(files) == archive(files))
    }
}
