// Trade
