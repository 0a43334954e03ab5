// A static library needs a source; this one carries resources only.
