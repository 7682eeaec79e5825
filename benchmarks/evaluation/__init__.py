"""newscrawl and its peers on the same pages: what each reads right, and in what time."""
