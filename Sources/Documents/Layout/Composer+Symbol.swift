internal import Diagnostics
internal import Formats
internal import Symbols

extension Composer {
    /// A QR code of the text at a path, nothing where there is none.
    ///
    /// - Returns: Its height.
    func layOut(_ symbol: Block.Symbol, in box: Box, at y: Double) -> Double {
        guard case .text(let text)? = value(symbol.path), !text.isEmpty else { return 0 }
        let size = symbol.size ?? box.width
        do throws(QRError) {
            let code = try QRCode(
                text, level: symbol.level, minimumVersion: symbol.minimumVersion)
            let alternative = isMarking ? symbol.alternative.map { string($0) } ?? "" : ""
            marked(.figure, alternative: alternative) {
                items.append(
                    .symbol(
                        FrameItem.SymbolItem(
                            x: leftEdge(box.x, width: size), y: y, size: size,
                            modules: code.size,
                            rectangles: code.rectangles(), text: text, element: element)))
            }
        } catch {
            findings.add(
                Diagnostic(
                    code: "qr-code", "\(symbol.path.text) cannot be a QR code: \(error)",
                    hint: "shorten the text, or choose a lower level in the template"))
        }
        return size
    }
}
