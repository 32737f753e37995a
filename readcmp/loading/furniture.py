"""temp"""
from readcmp.model import Furniture, Readout
def find_furniture(text, title=None):
    return ()
def matter_spans(readout):
    return ((0, len(readout.text)),)
