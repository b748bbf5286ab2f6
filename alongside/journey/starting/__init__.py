"""The beginning of support that has an allocation: started, overseen, given to a worker, handed on."""
