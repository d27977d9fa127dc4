"""How the models of ``facta.resources`` are made from the corpus; not part of the package that users install."""
