package dev.cadastre.parcel.oci;

import java.io.IOException;
import java.nio.file.Path;

/** A folder is no OCI layout, or not one that is read; the message says why. */
public final class NoLayout extends IOException {

    private static final long serialVersionUID = 1L;

    NoLayout(Path folder, String why) {
        super("%s is no layout: %s".formatted(folder, why));
    }

    NoLayout(Path folder, MalformedJson why) {
        super("%s is no layout: %s".formatted(folder, why.getMessage()), why);
    }
}
