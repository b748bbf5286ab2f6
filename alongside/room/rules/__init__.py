"""What a room is and who may say what in it, without reads or writes."""
