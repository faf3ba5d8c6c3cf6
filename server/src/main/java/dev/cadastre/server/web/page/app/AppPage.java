package dev.cadastre.server.web.page.app;

import dev.cadastre.api.app.App;
import dev.cadastre.api.app.AppRemark;
import dev.cadastre.api.app.AppRevision;
import dev.cadastre.api.app.AppState;
import dev.cadastre.api.app.AppValue;
import dev.cadastre.api.map.AssetOwner;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An app.
 *
 * @param shown the revision whose values are shown
 * @param revisions some, the newest first
 * @param next the address of older ones; null if there are none
 * @param owner whom to call; null if nobody answers for it
 * @param manual whether its parcel is kept, so that its manual can be read
 * @param runner whether the reader may change it
 */
public record AppPage(
        App app,
        AppRevision shown,
        List<AppRevision> revisions,
        @Nullable String next,
        @Nullable AssetOwner owner,
        boolean manual,
        boolean runner) {

    /** Whether the values are those of what is there, or else of what is being done. */
    public boolean isUsual() {
        return app.revision() == 0 || shown.number() == app.revision();
    }

    /** The last revision that did not come about, if nothing came after it. */
    public @Nullable AppRevision trouble() {
        return app.state() != AppState.FAILED
                ? null
                : revisions.stream()
                        .filter(one -> one.state() == AppState.FAILED)
                        .findFirst()
                        .orElse(null);
    }

    /** The values of a parameter, by its name: one, or one for each host where they differ. */
    public SortedMap<String, List<AppValue>> parameters() {
        SortedMap<String, List<AppValue>> all = new TreeMap<>();
        for (AppValue value : shown.values()) {
            all.merge(
                    value.name(),
                    List.of(value),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
        return all;
    }

    /** What to know of what is there. */
    public List<AppRemark> remarks() {
        return Objects.requireNonNullElse(app.remarks(), List.of());
    }

    /** What a command line is told to give it other values. */
    public String configure() {
        return "cadastre app configure %s NAME=VALUE".formatted(app.name());
    }
}
