package dev.cadastre.server.web.page;

import dev.cadastre.api.map.Correction;
import dev.cadastre.api.map.CorrectionDefinition;
import dev.cadastre.api.map.RelationType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody puts right, as it stands in a form.
 *
 * @param kind what is put right
 * @param value the title or the team; else empty
 * @param into what the asset really is; else empty
 * @param reason why, or empty
 */
public record CorrectionForm(
        Correction.@Nullable Kind kind, String value, String into, String reason) {

    static final CorrectionForm EMPTY = new CorrectionForm(null, "", "", "");

    /** What a request lacks is empty. */
    public CorrectionForm {
        value = Objects.requireNonNullElse(value, "").strip();
        into = Objects.requireNonNullElse(into, "").strip();
        reason = Objects.requireNonNullElse(reason, "").strip();
    }

    /** This one where it is of that kind; an empty one otherwise. */
    public CorrectionForm as(Correction.Kind other) {
        return kind == other ? this : EMPTY;
    }

    CorrectionDefinition of(Correction.Kind what, String asset) {
        return new CorrectionDefinition(
                what, asset, null, filled(into), filled(value), filled(reason));
    }

    CorrectionDefinition of(Correction.Kind what, String source, RelationType type, String target) {
        return new CorrectionDefinition(what, source, type, target, null, filled(reason));
    }

    /** The field of the place that a problem names. */
    static String field(String place) {
        return switch (place) {
            case "target" -> "into";
            case "value", "reason" -> place;
            default -> "";
        };
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
