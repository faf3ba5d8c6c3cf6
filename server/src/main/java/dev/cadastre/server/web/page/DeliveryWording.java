package dev.cadastre.server.web.page;

import dev.cadastre.server.alerting.delivering.DeliveryLine;
import dev.cadastre.server.alerting.delivering.DeliveryState;
import java.util.Locale;

/** How the pages of deliveries say things. */
public final class DeliveryWording {

    private DeliveryWording() {}

    /** The class of a state's mark. */
    public static String mark(DeliveryState state) {
        return switch (state) {
            case DELIVERED -> "ok";
            case WAITING -> "idle";
            case FAILED -> "crit";
        };
    }

    /** The state in words, with how often it was tried if that was not once. */
    public static String word(DeliveryLine line) {
        String word = line.state() == DeliveryState.FAILED ? "given up" : lower(line.state());
        return line.attempts() > 1 ? word + " after " + line.attempts() + " attempts" : word;
    }

    /** In small letters. */
    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
