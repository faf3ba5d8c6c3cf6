package dev.cadastre.parcel.artefact;

import java.util.Arrays;
import java.util.Optional;

/** What layers of a parcel there are, in their order. */
enum LayerKind {
    DOCS("docs"),
    CHANGES("changes"),
    FILES("files");

    private final String mediaType;

    LayerKind(String name) {
        this.mediaType = "application/vnd.cadastre.parcel." + name + ".v1.tar";
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a file of that path is in such a layer. */
    boolean takes(String path) {
        return switch (path.substring(0, Math.max(path.indexOf('/'), 0))) {
            case "docs" -> this == DOCS;
            case "changes", "templates", "tests" -> this == CHANGES;
            case "files" -> this == FILES;
            default -> false;
        };
    }

    static Optional<LayerKind> ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
    }
}
