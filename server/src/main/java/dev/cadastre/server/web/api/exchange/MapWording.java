package dev.cadastre.server.web.api.exchange;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.RelationType;
import java.util.Locale;

/** How a drawing says what is on a map. */
final class MapWording {

    private MapWording() {}

    static String of(RelationType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code host in prod}. */
    static String place(Asset asset) {
        return asset.environment() == null
                ? asset.kind()
                : asset.kind() + " in " + asset.environment();
    }

    /** Whatever breaks a line, or is not seen, becomes a space. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> line.appendCodePoint(isShown(c) ? c : ' '));
        return line.toString();
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
