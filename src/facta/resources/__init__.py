"""Versioned data files and the loaders that check them: languages, ontologies, rosters. Schema and loading, nothing else."""
