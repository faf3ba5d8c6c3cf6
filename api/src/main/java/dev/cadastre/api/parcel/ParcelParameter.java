package dev.cadastre.api.parcel;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a parcel.
 *
 * @param type as JSON Schema calls it
 * @param from what it is taken from if nobody gives it; null for nothing
 * @param defaultValue as templates find it; null for none
 * @param description null for none
 */
public record ParcelParameter(
        String name,
        String type,
        boolean secret,
        boolean required,
        @Nullable String from,
        @Nullable String defaultValue,
        @Nullable String description) {}
