package dev.cadastre.api.map;

import dev.cadastre.api.Origin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A team that can answer for assets.
 *
 * @param name unique among teams
 * @param title what people call it
 * @param contacts how to reach it, under the keys that the estate file has: {@code email}, {@code
 *     xmpp.room}, {@code chat}, {@code phone} and others
 * @param declared the line of the estate file that states it; null if it was told by API
 */
public record Team(
        String name, String title, Map<String, String> contacts, @Nullable Origin declared) {}
