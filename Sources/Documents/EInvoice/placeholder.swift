// EInvoice
