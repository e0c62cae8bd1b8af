extension SchemaTable {
    /// Rates of tax that the user gives, before the built-in ones.
    static let rates = builtIn(
        """
        record rates  What a class of items bears in a country or region on some days
        country*           region                       ISO 3166-1 alpha-2, or with a region: US-CA
        class*             identifier                   what items name as tax: standard, 18, cement
        rate*              rate                         percent
        from*              date                         first day
        to                 date                         last day; open where absent
        source             text 200                     the law behind it, for the explanation
        name               text 20                      what documents call the tax, such as GST
        """)
}
