"""What is written in each form as the story goes on. Each module answers the questions of one kind of record."""
