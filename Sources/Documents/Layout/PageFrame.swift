/// One page of a laid-out document: its size and what is drawn on it, in drawing order.
///
/// All lengths are points (1/72 inch); x runs right and y runs down from the top left corner.
public struct PageFrame: Sendable {
    public var width: Double
    public var height: Double
    public var items: [FrameItem]

    public init(width: Double, height: Double, items: [FrameItem] = []) {
        self.width = width
        self.height = height
        self.items = items
    }
}
