import Workflows

/// Where commands write to: each asks here, before it does anything else.
extension Invocation {
    /// The file that an option names; `nil` where the option is not given.
    func outputFile(_ option: String) throws -> String? {
        try options[option].map { try OutputPlace.file($0, "--\(option)") }
    }

    /// The folder that an option names, or the one that stands for it.
    func outputFolder(_ option: String, default folder: String) throws -> String {
        try OutputPlace.folder(options[option] ?? folder, "--\(option)")
    }
}
