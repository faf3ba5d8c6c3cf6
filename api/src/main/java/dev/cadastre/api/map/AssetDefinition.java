package dev.cadastre.api.map;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an asset, in the place of all that was said of it before.
 *
 * @param title what people call it; null if nobody says
 * @param environment where it is; null where its name tells, or where it lies in none
 * @param lifecycle how far it is in its life; null for LIVE
 * @param labels words to find it by; null for none
 * @param attributes what else is said of it; {@code address} lists addresses that are its own
 * @param owner the team that answers for it; null where that is inherited
 */
public record AssetDefinition(
        @Nullable String title,
        @Nullable String environment,
        Asset.@Nullable Lifecycle lifecycle,
        @Nullable Map<String, String> labels,
        @Nullable Map<String, String> attributes,
        @Nullable String owner) {}
