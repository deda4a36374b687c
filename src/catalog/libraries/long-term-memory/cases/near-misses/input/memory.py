class Memory:
    """A cache of pages, no memory of an agent."""

    def add(self, page):
        self.page = page
