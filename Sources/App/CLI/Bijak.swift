@main struct Bijak { static func main() {} }
