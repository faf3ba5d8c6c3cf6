package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.ParcelName;
import dev.cadastre.server.topology.AssetName;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.modulith.NamedInterface;

/**
 * What a deployed parcel is called.
 *
 * @param name unique in its environment; in the form of a parcel's name
 * @param environment where it is
 */
@NamedInterface("app")
public record AppName(String name, String environment) implements Comparable<AppName> {

    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** The app that {@code shop@qa} names; empty if that is no name of one. */
    public static Optional<AppName> of(String text) {
        int at = text.indexOf('@');
        return at > 0
                        && ParcelName.isName(text.substring(0, at))
                        && ENVIRONMENT.matcher(text.substring(at + 1)).matches()
                ? Optional.of(new AppName(text.substring(0, at), text.substring(at + 1)))
                : Optional.empty();
    }

    /** What it is on the map. */
    public AssetName asset() {
        return new AssetName(AssetName.APP, toString());
    }

    /** By environments, and there by names. */
    @Override
    public int compareTo(AppName other) {
        int order = environment.compareTo(other.environment);
        return order == 0 ? name.compareTo(other.name) : order;
    }

    @Override
    public String toString() {
        return name + "@" + environment;
    }
}
