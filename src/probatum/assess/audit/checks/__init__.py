"""The checks of an audit, one a file, in the order in which they are asked. Adding one means adding a file."""
