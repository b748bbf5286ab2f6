"""Each kind of rule that guidance contains, with its days reckoned by hand on a wall calendar.

In 2026: 3 March is a Tuesday; Good Friday is 3 April, Easter Monday 6 April; bank holidays 4 and 25 May.
"""
