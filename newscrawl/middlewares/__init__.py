"""Between the engine and the spider or the network: the frontier, the origin, robots.txt."""
