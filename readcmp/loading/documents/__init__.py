"""Readouts in documents: web pages, PDF, Word, OpenDocument, mails; told by content, read with limits."""

from __future__ import annotations

from readcmp.loading.documents.document import Document
from readcmp.loading.documents.extraction import extract
from readcmp.loading.documents.recognising import is_page_text, recognise

__all__ = ["Document", "extract", "is_page_text", "recognise"]
