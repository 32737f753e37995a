"""Numbers and dates as people write them: ``numbers`` and ``dates`` each return values in one form, with offsets.

``scan`` cuts a text into tokens, ``forms`` holds how a language writes numbers, ``words`` sums up digits and number
words, ``amounts`` adds parts of them and lengths of time, ``numbers`` adds signs, units and ranges. Chinese, which
has no spaces and counts by place values, goes a way of its own: ``places`` and ``chinese``.
"""
