"""The checks, one a file: each is asked of one statement. Adding one means adding a file and its spec test."""
