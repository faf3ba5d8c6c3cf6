package dev.cadastre.acceptance.recording;

/**
 * Characters beside one another that look the same.
 *
 * @param column of the first, from 0 on
 */
record Run(int column, String text, Style style) {}
