"""Field types whose facts are actions: agreed, gone through, and asked for before support ends."""
