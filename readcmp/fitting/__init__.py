"""How the figures that ship were made: run by whoever has gold, never when readouts are compared.

``python -m readcmp.fitting.rarity`` counts how many points each word stands in; ``python -m readcmp.fitting.links``
fits the weights of the evidence; ``python -m readcmp.fitting.cuts`` those that say where a sentence is cut. All need
the ``dev`` extra (numpy).
"""
