"""Where records are kept: tables in an open format, each shard of them committed once.

``writer`` is the one way in, ``query`` the one way out; what the columns hold stands in ``tables``. Nothing is imported
here: a worker that only makes rows needs none of the libraries.
"""
