"""Acquire: a question becomes records: files and services are read into a library, and the library is searched."""
