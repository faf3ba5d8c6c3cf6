package dev.cadastre.server.web.page;

/**
 * A chapter of the manual.
 *
 * @param name its file name without number and ending, as in its address
 * @param title its first heading
 * @param html its text as trusted HTML: it comes with the program, not from a user
 */
public record ManualChapter(String name, String title, String html) {}
