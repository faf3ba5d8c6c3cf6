package dev.cadastre.api.map;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a team, in the place of all that was said before.
 *
 * @param title what people call it; null for its name
 * @param email where it reads mail; null for nowhere
 * @param chat where it talks; null for nowhere
 * @param phone where it answers; null for nowhere
 * @param people who is in it; null if that is not said
 */
public record TeamDefinition(
        @Nullable String title,
        @Nullable String email,
        @Nullable String chat,
        @Nullable String phone,
        @Nullable String people) {}
