"""Versioned data files and the loaders that check them: languages, ontologies, rosters. Nothing else lives here."""
