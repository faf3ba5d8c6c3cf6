package dev.cadastre.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An estate file with what it names.
 *
 * @param text the file
 * @param tests the texts of the tests that its monitors name, by their paths as the file writes
 *     them; null for none
 */
public record EstateText(String text, @Nullable Map<String, String> tests) {}
