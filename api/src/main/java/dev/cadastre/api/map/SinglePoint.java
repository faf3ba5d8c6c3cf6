package dev.cadastre.api.map;

import org.jspecify.annotations.Nullable;

/**
 * An asset that others need, and that nothing stands in for.
 *
 * @param asset its id
 * @param title what people call it
 * @param environment where it is; null if nowhere
 * @param fallen how many others stop with it, at least one
 * @param apps how many of these are applications
 */
public record SinglePoint(
        String asset, String title, @Nullable String environment, long fallen, long apps) {}
