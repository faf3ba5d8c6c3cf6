package dev.cadastre.server.parcels.app;

import java.util.Locale;
import org.springframework.modulith.NamedInterface;

/** Which of a parcel's changes is done. */
@NamedInterface("app")
public enum Step {
    /** It is installed. */
    INSTALL,
    /** It is brought to another version. */
    UPGRADE,
    /** It is given other values. */
    CONFIGURE,
    /** A provider learns of an app that binds to it. */
    BIND,
    /** A provider forgets such an app. */
    UNBIND,
    /** It is taken away. */
    REMOVE,
    /** Its data are taken away. */
    PURGE;

    /** As the file of the change is called. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is done to a provider for the sake of another app. */
    boolean isOfProvider() {
        return this == BIND || this == UNBIND;
    }
}
