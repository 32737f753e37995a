"""How the figures that ship were made: run by whoever has gold, never when readouts are compared.

Each command is ``python -m readcmp.training.NAME``: ``document_frequency`` counts the points each word stands in,
``boundaries`` learns where a sentence is cut, ``topics``, ``vectors``, ``adapter`` and ``links`` train what their
names say, in this order. They need the ``dev`` extra, ``vectors`` and ``adapter`` the ``train`` extra.
"""
