"""The version, alone in its file so that packaging can read it without importing the program."""

VERSION = "0.1.0"
