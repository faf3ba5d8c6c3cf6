package dev.cadastre.cli.app;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The operations manual of an app as it was once. Immutable.
 *
 * @param server its address
 * @param app as {@code shop@qa}
 * @param parcel its parcel's name
 * @param version its parcel's version
 * @param at when it was copied, as the API writes moments
 * @param pages texts by their paths, as {@code index.md}
 */
record ManualCopy(
        String server,
        String app,
        String parcel,
        String version,
        String at,
        Map<String, String> pages) {

    ManualCopy {
        pages = Map.copyOf(pages);
    }

    boolean isOf(String otherParcel, String otherVersion) {
        return parcel.equals(otherParcel) && version.equals(otherVersion);
    }

    Json json() {
        return new JsonObject()
                .with("server", server)
                .with("name", app)
                .with("parcel", parcel)
                .with("version", version)
                .with("at", at)
                .with("pages", pages)
                .json();
    }

    /** What was written; empty if it is something else. */
    static Optional<ManualCopy> of(Json json) {
        if (!(json.at("pages") instanceof Json.Members(var members))) {
            return Optional.empty();
        }
        Map<String, String> pages = new LinkedHashMap<>();
        members.forEach((page, text) -> pages.put(page, text.text().orElse("")));
        return Optional.of(
                new ManualCopy(
                        json.text("server").orElse(""),
                        json.text("name").orElse(""),
                        json.text("parcel").orElse(""),
                        json.text("version").orElse(""),
                        json.text("at").orElse(""),
                        pages));
    }
}
