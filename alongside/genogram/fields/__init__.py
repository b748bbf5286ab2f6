"""Field types about the genogram."""
