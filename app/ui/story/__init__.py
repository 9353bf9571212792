"""Everything that belongs to one infusion, and the list of all of them."""
