"""Events of many articles → incidents: what was told is one thing, how often it was told is another.

``report`` says what is compared of an event, ``alike`` how far two reports tell of one incident, ``sweep`` goes through
the reports day by day, ``copies`` finds syndicated texts, ``settle`` says what a cluster comes to, ``ledger`` holds
people's corrections. Nothing is imported here: who only reads incidents needs none of it.
"""
