package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.JsonDocument;
import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** What an answer that is not good means. */
final class Refusals {

    private static final int MOST_BYTES = 1 << 16;

    private Refusals() {}

    /** With what it says about it; closes the answer. */
    static RegistryRefused of(Answer answer) {
        try (answer) {
            return new RegistryRefused(
                    reason(answer),
                    "%s answers %d%s"
                            .formatted(Shown.address(answer.uri()), answer.status(), said(answer)));
        }
    }

    private static Reason reason(Answer answer) {
        return switch (answer.status()) {
            case 401, 403 -> Reason.NOT_ALLOWED;
            case 404 -> answer.isPage() ? Reason.NO_REGISTRY : Reason.MISSING;
            case 429 -> Reason.BUSY;
            default -> answer.status() >= 500 ? Reason.FAILED : other(answer);
        };
    }

    private static Reason other(Answer answer) {
        boolean isAsked = answer.status() >= 400 && !answer.isPage();
        return isAsked ? Reason.NOT_TAKEN : Reason.NO_REGISTRY;
    }

    /** The first error of the form that the protocol has. */
    private static String said(Answer answer) {
        if (answer.isPage()) {
            return " with a web page";
        }
        try {
            byte[] body = answer.stream().readNBytes(MOST_BYTES);
            JsonNode error = JsonDocument.read(body, MOST_BYTES).path("errors").path(0);
            String code = error.path("code").asString("");
            String message = error.path("message").asString("");
            return code.isEmpty() ? "" : " (" + Shown.text(code + ": " + message) + ")";
        } catch (IOException e) {
            return "";
        }
    }
}
