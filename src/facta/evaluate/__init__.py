"""Measuring: hand-made records in, scores out. Knows records and gold files, and takes the coder as a function.

``gold`` reads gold articles, ``scores`` counts, ``intervals`` says how sure a score is, ``mismatches`` lists what is
wrong, ``sets`` scores the public sets that have another form.
"""
