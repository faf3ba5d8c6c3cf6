package dev.cadastre.server.web.page;

import dev.cadastre.server.monitoring.window.NewWindow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A silence as it stands in a form; what a request lacks is empty.
 *
 * @param asset the cause of incidents; empty if a query says that
 * @param q hosts; empty if an asset is named
 * @param begins when it begins; empty for now
 * @param ends when it ends
 * @param reason why
 */
public record SilenceForm(String asset, String q, String begins, String ends, String reason) {

    /** What a request lacks is empty. */
    public SilenceForm {
        asset = Objects.requireNonNullElse(asset, "");
        q = Objects.requireNonNullElse(q, "");
        begins = Objects.requireNonNullElse(begins, "");
        ends = Objects.requireNonNullElse(ends, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    static SilenceForm about(@Nullable String asset) {
        return new SilenceForm(Objects.requireNonNullElse(asset, ""), "", "", "", "");
    }

    NewWindow silence() {
        return new NewWindow(
                HostListPages.Filter.filled(asset),
                HostListPages.Filter.filled(q),
                Moments.parse(begins),
                Moments.parse(ends),
                reason);
    }

    /** The field for the place that a problem names. */
    static String field(@Nullable String place) {
        return switch (Objects.requireNonNullElse(place, "")) {
            case "asset", "q", "begins", "ends", "reason" -> Objects.requireNonNull(place);
            default -> "";
        };
    }
}
