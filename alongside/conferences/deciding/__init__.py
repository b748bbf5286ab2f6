"""What a conference decided, as each may know it; and how it was for those who came."""
