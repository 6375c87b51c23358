"""The parts of `build_vocabulary.py`: sources read into entries, figures counted, one file written."""
