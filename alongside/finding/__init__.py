"""Search in everything that somebody may see: people, statements, records, actions, events and documents."""
