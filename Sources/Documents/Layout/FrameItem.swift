public import Images
public import Typography

/// Something drawn on a page. Coordinates are points from the top left corner, y downwards.
public enum FrameItem: Sendable {
    case text(TextItem)
    case rule(RuleItem)
    case rect(RectItem)
    case path(PathItem)
    case symbol(SymbolItem)
    case image(ImageItem)
    case link(LinkItem)

    /// One shaped run on its baseline.
    public struct TextItem: Sendable {
        /// The left edge of the first glyph.
        public var x: Double
        /// The baseline, from the top of the page.
        public var y: Double
        /// The type size in points.
        public var size: Double
        public var color: RGB
        public var run: ShapedRun
        /// Added behind each glyph, in points; negative draws letters closer together.
        public var tracking: Double
        /// Row in the document's structure; -1 for what a reader need not be told.
        public var element: Int
        /// The direction of the baseline; nil for level.
        public var slope: Slope?

        public init(
            x: Double, y: Double, size: Double, color: RGB, run: ShapedRun, tracking: Double = 0,
            element: Int = -1, slope: Slope? = nil
        ) {
            self.x = x
            self.y = y
            self.size = size
            self.color = color
            self.run = run
            self.tracking = tracking
            self.element = element
            self.slope = slope
        }
    }

    /// A direction that rises to the right.
    public struct Slope: Sendable {
        public var cosine: Double
        public var sine: Double

        public init(cosine: Double, sine: Double) {
            self.cosine = cosine
            self.sine = sine
        }
    }

    /// A straight line, stroked with butt ends.
    public struct RuleItem: Sendable {
        public var x1: Double
        public var y1: Double
        public var x2: Double
        public var y2: Double
        /// The thickness in points.
        public var width: Double
        public var color: RGB

        public init(x1: Double, y1: Double, x2: Double, y2: Double, width: Double, color: RGB) {
            self.x1 = x1
            self.y1 = y1
            self.x2 = x2
            self.y2 = y2
            self.width = width
            self.color = color
        }
    }

    /// A filled rectangle; `x`, `y` is its top left corner.
    public struct RectItem: Sendable {
        public var x: Double
        public var y: Double
        public var width: Double
        public var height: Double
        public var color: RGB

        public init(x: Double, y: Double, width: Double, height: Double, color: RGB) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
            self.color = color
        }
    }

    /// A filled shape (non-zero winding), such as a company's logo.
    public struct PathItem: Sendable {
        public var commands: [PathCommand]
        public var color: RGB

        public init(commands: [PathCommand], color: RGB) {
            self.commands = commands
            self.color = color
        }
    }

    /// An area that opens an address; `x`, `y` is its top left corner. It draws nothing.
    public struct LinkItem: Sendable {
        public var x: Double
        public var y: Double
        public var width: Double
        public var height: Double
        /// ASCII, as RFC 3986 has it.
        public var uri: String
        /// Row of the link in the document's structure; -1 where nothing is told.
        public var element: Int

        public init(
            x: Double, y: Double, width: Double, height: Double, uri: String, element: Int = -1
        ) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
            self.uri = uri
            self.element = element
        }
    }

    /// A picture; `x`, `y` is its top left corner.
    public struct ImageItem: Sendable {
        public var x: Double
        public var y: Double
        public var width: Double
        public var height: Double
        public var picture: Picture
        /// Row in the document's structure; -1 for an ornament.
        public var element: Int

        public init(
            x: Double, y: Double, width: Double, height: Double, picture: Picture,
            element: Int = -1
        ) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
            self.picture = picture
            self.element = element
        }
    }

    /// A QR code in black, drawn as rectangles of whole modules; `x`, `y` is its top left corner.
    public struct SymbolItem: Sendable {
        public var x: Double
        public var y: Double
        /// The side in points, without the quiet zone of four modules around it.
        public var size: Double
        /// Modules a side.
        public var modules: Int
        /// Dark areas in modules, from the top left corner.
        public var rectangles: [(x: Int, y: Int, width: Int, height: Int)]
        /// What a reader of the code gets.
        public var text: String
        /// Row in the document's structure; -1 for none.
        public var element: Int

        public init(
            x: Double, y: Double, size: Double, modules: Int,
            rectangles: [(x: Int, y: Int, width: Int, height: Int)], text: String,
            element: Int = -1
        ) {
            self.x = x
            self.y = y
            self.size = size
            self.modules = modules
            self.rectangles = rectangles
            self.text = text
            self.element = element
        }
    }
}
