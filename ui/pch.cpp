// Carries the shared precompiled header; has no code of its own.
