"""Engines that code shards: ``local`` in processes of this machine; others keep to the same ``Runner``."""
