"""How much a pack may hold. Far more than any authority needs, and little enough to check in a moment."""

BYTES_IN_A_FILE = 1_000_000
FILES_IN_A_FOLDER = 500
NESTING = 20
PACKS_TOGETHER = 50
