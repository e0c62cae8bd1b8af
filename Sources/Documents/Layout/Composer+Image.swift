internal import Images

extension Composer {
    func layOutLogo(in box: Box, at y: Double) -> Double {
        switch settings.logo {
        case .shape(let logo)?:
            let scale = box.width / logo.width
            let x = leftEdge(box.x, width: box.width)
            let commands = logo.commands.map { $0.placed(scale: scale, dx: x, dy: y) }
            items.append(
                .path(FrameItem.PathItem(commands: commands, color: palette[PaletteRow.accent])))
            return logo.height * scale
        case .picture(let picture)?: return append(picture, width: box.width, x: box.x, y: y)
        case nil: return 0
        }
    }

    func layOut(_ image: Block.Image, in box: Box, at y: Double) -> Double {
        let width = min(image.width ?? box.width, box.width)
        guard isMarking, let alternative = image.alternative.map({ string($0) }),
            !alternative.isEmpty
        else { return append(image.picture, width: width, x: box.x, y: y, isOrnament: true) }
        return marked(.figure, alternative: alternative) {
            append(image.picture, width: width, x: box.x, y: y, isOrnament: false)
        }
    }

    /// Draws a picture in its proportions, smaller where it would be higher than any page.
    ///
    /// - Returns: Its height.
    private func append(
        _ picture: Picture, width: Double, x: Double, y: Double, isOrnament: Bool = true
    ) -> Double {
        let region = template.region
        let proportion = Double(picture.height) / Double(picture.width)
        let height = min(width * proportion, region.bottom - max(region.firstTop, region.laterTop))
        items.append(
            .image(
                FrameItem.ImageItem(
                    x: leftEdge(x, width: height / proportion), y: y, width: height / proportion,
                    height: height, picture: picture,
                    element: isOrnament ? -1 : element)))
        return height
    }
}
