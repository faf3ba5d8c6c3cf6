package dev.cadastre.probe;

/** Understands the text of one kind of section. Any text is read without an exception. */
@FunctionalInterface
interface SectionReader {
    void read(SectionText text, Findings findings);
}
